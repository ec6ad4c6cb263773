// What the page of set-aside rows knows and does: what waits, what was just done, how to undo it.
import { bringBack, dismiss, getAside, replay, type Aside, type Mended, type Which } from '../../api/aside';
import { Loaded } from '../../state/loaded.svelte';
import { t } from '../../words';

export interface Notice {
  text: string;
  undo: string | null;
}

export class AsideScreen {
  seen = new Loaded<Aside>();
  notice = $state.raw<Notice | null>(null);
  error = $state.raw<unknown>(null);
  busy = $state(false);
  /** Counts what was done here, so that open lists read anew. */
  deeds = $state(0);
  /** Of which source or load this is; all of them without one. */
  within: Which = {};

  look(within: Which = this.within): Promise<void> {
    this.within = within;
    return this.seen.run((signal) => getAside(within, signal));
  }

  dismiss(which: Which): Promise<void> {
    return this.do(async () => {
      const { dismissed, undo } = await dismiss({ ...which, ...this.within });
      return { text: t('aside.done.dismissed', { n: dismissed }), undo };
    });
  }

  undo(undo: string): Promise<void> {
    return this.back({}, undo);
  }

  back(which: Which, undo: string | null = null): Promise<void> {
    return this.do(async () => {
      const { waiting } = await bringBack({ ...which, ...this.within }, undo);
      return { text: t('aside.done.back', { n: waiting }), undo: null };
    });
  }

  again(): Promise<void> {
    return this.do(async () => ({ text: mended(await replay(this.within)), undo: null }));
  }

  /** Something was mended by the one who asked the server: say so, and look again. */
  told(done: Mended, more = ''): Promise<void> {
    return this.do(() => Promise.resolve({ text: [mended(done), more].filter(Boolean).join(' '), undo: null }));
  }

  async do(deed: () => Promise<Notice>): Promise<void> {
    this.busy = true;
    this.error = null;
    try {
      this.notice = await deed();
      await this.look();
      this.deeds++;
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
  }
}

export function mended(done: Mended): string {
  const still = done.waiting ? t('aside.done.still', { n: done.waiting }) : '';
  return [t('aside.done.mended', { n: done.replayed }), still].filter(Boolean).join(' ');
}
