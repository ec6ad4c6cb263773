// Edits on their way to the server: kept in the browser until it has said what came of each, also over a reload or a night.
import type { Edit, Wish } from '../../../api/edits';
import { inside } from '../../../state/base';
import { freshKey } from './ids';

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const place = (map: string): string => `cesta-edits ${inside(`/maps/${map}`)}`;

export class Queue {
  wishes: readonly Wish[];

  constructor(
    readonly map: string,
    private readonly store: Store = localStorage,
  ) {
    this.wishes = read(store.getItem(place(map)));
  }

  /** Edits made in one go, taken back in one go. */
  add(edits: readonly Edit[]): void {
    const bunch = freshKey();
    this.#keep([...this.wishes, ...edits.map((edit) => ({ key: freshKey(), bunch, edit }))]);
  }

  /** What the server has answered needs no keeping. */
  answered(keys: ReadonlySet<string>): void {
    this.#keep(this.wishes.filter((wish) => !keys.has(wish.key)));
  }

  /** Takes back the last bunch before it was ever sent; whether there was one. */
  drop(sent: ReadonlySet<string>): boolean {
    const last = this.wishes.at(-1);
    if (!last || sent.has(last.key)) return false;
    this.#keep(this.wishes.filter((wish) => wish.bunch !== last.bunch));
    return true;
  }

  #keep(wishes: readonly Wish[]): void {
    this.wishes = wishes;
    if (wishes.length) this.store.setItem(place(this.map), JSON.stringify(wishes));
    else this.store.removeItem(place(this.map));
  }
}

function read(text: string | null): Wish[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? (found as Wish[]).filter((wish) => Boolean(wish?.key && wish.edit)) : [];
  } catch {
    return [];
  }
}
