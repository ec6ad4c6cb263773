// The page's state: how things are, which merges are shown, what is being looked at before it is done.
import { decide, getMerges, getWhoIsWho, keepRules, lookBefore, type Change, type Deed, type Merges, type WhoIsWho } from '../../api/identity';
import { Loaded } from '../../state/loaded.svelte';

const PAGE = 25;

export class IdentityScreen {
  readonly all = new Loaded<WhoIsWho>();
  readonly merges = new Loaded<Merges>();
  named = $state('');
  busy = $state(false);
  error = $state.raw<unknown>(null);
  change = $state.raw<{ of: string; change: Change } | null>(null);
  #most = PAGE;

  /** How things are now, with the merges of whoever has this id; "" for all merges. */
  look(named: string): void {
    if (named !== this.named) {
      this.named = named;
      this.#most = PAGE;
    }
    void this.all.run(getWhoIsWho);
    this.#list();
  }

  more(): void {
    this.#most += 4 * PAGE;
    this.#list();
  }

  /** What would change: `of` is the merge, or "rules". */
  preview(of: string, rules?: string): Promise<boolean> {
    return this.#try(async () => {
      this.change = { of, change: await lookBefore(rules === undefined ? { undo: of } : { rules }) };
    });
  }

  do(deed: Partial<Deed> & Pick<Deed, 'do'>): Promise<boolean> {
    return this.#try(async () => this.#now(await decide(deed)));
  }

  keep(rules: string): Promise<boolean> {
    return this.#try(async () => this.#now(await keepRules(rules)));
  }

  stop(): void {
    this.all.stop();
    this.merges.stop();
  }

  #now(all: WhoIsWho): void {
    this.all.value = all;
    this.change = null;
    this.#list();
  }

  #list(): void {
    void this.merges.run((signal) => getMerges(this.named, this.#most, signal));
  }

  async #try(act: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.error = null;
    try {
      await act();
    } catch (failure) {
      this.error = failure;
    }
    this.busy = false;
    return this.error === null;
  }
}
