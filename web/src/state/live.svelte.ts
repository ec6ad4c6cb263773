// Hears from the server that something changed, and holds on through interruptions. Pages watch `news` and ask again.
import { LIVE } from '../api/client';

export type Connection = 'connecting' | 'live' | 'lost';

/** Seconds to wait before the next try: 1, 2, 4 … 30. */
export const wait = (tries: number): number => Math.min(30, 2 ** tries);

/** What people do together on the map that is open: how far its draft is, what is said about it, who looks at it. */
export interface Together {
  map: string;
  draft: number;
  talk: string;
  here: { hand: string; name: string }[];
}

class Live {
  /** Counts the times that what is on the screen may have become old. */
  news = $state(0);
  connection = $state<Connection>('connecting');
  together = $state.raw<Together | null>(null);
  #looking = '';
  #source: EventSource | null = null;
  #tries = 0;
  #seen = '';
  #told = '';

  /** An answer was made from this state of the workspace: from now on only another state is news. */
  saw(generation: string): void {
    this.#seen = generation;
    if (this.#told && this.#told !== generation) this.news++;
    this.#told = '';
  }

  /** A map is open, by this tab; null: no more. */
  look(map: string | null, hand = ''): void {
    const looking = map ? `?${new URLSearchParams({ map, hand }).toString()}` : '';
    if (looking === this.#looking) return;
    this.#looking = looking;
    this.together = null;
    if (this.#source) this.start();
  }

  start(): void {
    this.#source?.close();
    const source = new EventSource(LIVE + this.#looking);
    this.#source = source;
    source.addEventListener('open', () => {
      this.#tries = 0;
      if (this.connection === 'lost') this.news++; // what failed meanwhile can be had now
      this.connection = 'live';
    });
    source.addEventListener('changed', (event) => this.#changed((event as MessageEvent<string>).data));
    source.addEventListener('read', () => this.news++);
    source.addEventListener('together', (event) => {
      this.together = JSON.parse((event as MessageEvent<string>).data) as Together;
    });
    source.addEventListener('error', () => this.#again(source));
  }

  #changed(data: string): void {
    this.connection = 'live';
    try {
      this.#told = String((JSON.parse(data) as { generation?: unknown }).generation ?? '');
    } catch {
      return; // half a message: the next one tells the whole
    }
    if (this.#seen && this.#told !== this.#seen) this.news++;
  }

  #again(source: EventSource): void {
    this.connection = 'lost';
    if (source.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
    setTimeout(() => this.start(), 1000 * wait(this.#tries++));
  }
}

export const live = new Live();
