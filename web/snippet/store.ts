// What the snippet keeps in the browser: nothing at all before consent, and nothing any more once it is withdrawn.
export const PREFIX = 'cesta.';

export class Store {
  private readonly disk: Storage | undefined;
  /** Whether the visitor agreed: true, false, or not asked yet. */
  agreed: boolean | undefined;

  /** prefix: what the names of everything that is kept begin with. */
  constructor(
    disk: () => Storage,
    private readonly prefix = PREFIX,
  ) {
    try {
      this.disk = disk();
      this.agreed = this.disk.getItem(`${prefix}consent`) === 'yes' || undefined;
    } catch {
      // A browser may forbid it; then everything lives as long as the page.
    }
  }

  decide(agreed: boolean): void {
    this.agreed = agreed;
    if (agreed) this.set('consent', 'yes');
    else for (const name of this.names('')) this.set(name, undefined);
  }

  get(name: string): string | undefined {
    try {
      return this.disk?.getItem(this.prefix + name) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps a text if it may; undefined removes it. */
  set(name: string, text: string | undefined): void {
    try {
      if (text === undefined) this.disk?.removeItem(this.prefix + name);
      else if (this.agreed) this.disk?.setItem(this.prefix + name, text);
    } catch {
      // Full: it stays in memory.
    }
  }

  /** The names of what is kept that begin like this. */
  names(beginning: string): string[] {
    try {
      return Object.keys(this.disk ?? {})
        .filter((name) => name.startsWith(this.prefix + beginning))
        .map((name) => name.slice(this.prefix.length));
    } catch {
      return [];
    }
  }
}
