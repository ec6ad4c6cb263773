// The draft on the screen: edits show at once, wait in the queue, go to the server, and come back as done or as a conflict.
import { getDraft, publish, restore, sendEdits, undo, type At, type DraftView, type Edit, type Edited, type Json, type Outcome, type Wish } from '../../../api/edits';
import { ApiError, isAborted } from '../../../api/client';
import { t } from '../../../words';
import { Queue, type Store } from './queue';
import { applied, look, ownWords, same, say, whereIs, type Dict } from './tree';

const AGAIN = 2000;
/** What the server may answer better when asked again. */
const WAITS = (error: unknown): boolean => error instanceof ApiError && (error.code === 'no_server' || error.code === 'not_signed_in' || error.status >= 500);

export interface Conflict {
  wish: Wish;
  outcome: Outcome;
}

/** A cell that is being written in, and where on the screen. */
export interface Inline {
  at: At;
  id: string;
  label: string;
  value: string;
  long: boolean;
  box: { x: number; y: number; w: number; h: number };
}

export class MapDesk {
  draft = $state.raw<DraftView | null>(null);
  waiting = $state.raw<readonly Wish[]>([]);
  conflicts = $state.raw<readonly Conflict[]>([]);
  failed = $state.raw<unknown>(null);
  offline = $state(false);
  busy = $state(false);
  /** Said to who cannot see what moved. */
  told = $state('');
  chosen = $state.raw<readonly string[]>([]);
  inline = $state.raw<Inline | null>(null);
  /** An event on its way from the tray to a stage. */
  carried = $state.raw<{ event: string; x: number; y: number } | null>(null);
  panel = $state<'history' | 'talk' | 'map' | null>(null);
  /** The part that the comments are about. */
  about = $state.raw<At>([]);
  /** Counts what the server has taken in: the numbers are asked for again. */
  saved = $state(0);
  readonly data = $derived(this.waiting.reduce((data, wish) => applied(data, wish.edit), (this.draft?.data ?? {}) as Dict));
  #queue: Queue;
  #sent = new Set<string>();
  /** The newest edit we were told of; 0 when it has been asked for. */
  #heard = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly map: string,
    readonly hand: string,
    store?: Store,
  ) {
    this.#queue = new Queue(map, store);
    this.waiting = this.#queue.wishes;
  }

  get canUndo(): boolean {
    return this.waiting.length > 0 || (this.draft?.can_undo ?? false);
  }

  get canRedo(): boolean {
    return this.waiting.length === 0 && (this.draft?.can_redo ?? false);
  }

  async start(signal?: AbortSignal): Promise<void> {
    try {
      const draft = await getDraft(this.map, this.hand, signal);
      const before = this.draft?.version;
      this.#newer(draft);
      if (before !== undefined && this.draft?.version !== before) this.saved++;
      this.offline = false;
      this.failed = null;
      void this.send();
      void this.#catchUp();
    } catch (error) {
      if (isAborted(error)) return;
      this.#stumble(error);
    }
  }

  /** Somebody's edit number so and so is in: what we have may be older. */
  async hear(version: number): Promise<void> {
    this.#heard = Math.max(this.#heard, version);
    await this.#catchUp();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  do(...edits: readonly Edit[]): void {
    if (!edits.length) return;
    this.#queue.add(edits);
    this.waiting = this.#queue.wishes;
    void this.send();
  }

  /** Set a field; the same value again is no edit. */
  set(at: At, value: Json): void {
    const was = look(this.data, at) ?? null;
    if (!same(was, value)) this.do({ kind: 'set', at, value, was });
  }

  /** Set words in the reader's language; nothing left takes the field away. */
  write(at: At, text: string, language: string): void {
    this.set(ownWords(this.data, at, language), text.trim() || null);
  }

  nameOf(id: string, language: string): string {
    const at = whereIs(this.data, id);
    return at ? say(look(this.data, [...at, 'name']), language) || id : id;
  }

  choose(id: string, more: boolean): void {
    this.chosen = !more ? [id] : this.chosen.includes(id) ? this.chosen.filter((one) => one !== id) : [...this.chosen, id];
  }

  async send(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.busy || !this.draft || !this.#queue.wishes.length) return;
    const wishes = this.#queue.wishes;
    for (const wish of wishes) this.#sent.add(wish.key);
    this.busy = true;
    try {
      this.#take(await sendEdits(this.map, this.hand, wishes), wishes);
    } catch (error) {
      this.#stumble(error);
      if (!WAITS(error)) this.#answered(wishes);
    }
    this.busy = false;
    if (this.#queue.wishes.length && !this.offline) void this.send();
    void this.#catchUp();
  }

  async undo(redo = false): Promise<void> {
    if (!redo && this.#queue.drop(this.#sent)) {
      this.waiting = this.#queue.wishes;
      return;
    }
    await this.#ask(async () => this.#take(await undo(this.map, this.hand, redo), []));
    if (!this.failed) this.told = t(redo ? 'edit.told.redone' : 'edit.told.undone');
  }

  publish = (note: string): Promise<void> =>
    this.#ask(async () => {
      await publish(this.map, this.hand, note);
      this.#newer(await getDraft(this.map, this.hand));
      this.saved++;
    });

  restore = (version: string): Promise<void> =>
    this.#ask(async () => {
      this.#newer(await restore(this.map, this.hand, version));
      this.saved++;
    });

  /** Settle a conflict: ours once more on top of theirs, or theirs as it is. */
  settle(conflict: Conflict, ours: boolean): void {
    this.conflicts = this.conflicts.filter((one) => one !== conflict);
    const { edit } = conflict.wish;
    if (ours && edit.kind === 'set') this.do({ ...edit, was: (conflict.outcome.theirs ?? null) as Json });
  }

  /** Asks for the draft anew if news of it came, also news that came while something else was on its way. */
  async #catchUp(): Promise<void> {
    if (!this.draft || this.busy || this.#heard <= this.draft.version) return;
    this.#heard = 0;
    await this.start();
  }

  /** Takes a draft over; not an older one whose answer came late. */
  #newer(draft: DraftView): void {
    if (draft.version >= (this.draft?.version ?? 0)) this.draft = draft;
  }

  async #ask(what: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await what();
      this.failed = null;
    } catch (error) {
      this.#stumble(error);
    }
    this.busy = false;
    void this.#catchUp();
  }

  #take(edited: Edited, wishes: readonly Wish[]): void {
    this.#newer(edited.draft);
    this.#answered(wishes);
    const open = edited.outcomes.filter((outcome) => outcome.outcome !== 'done');
    const found = open.flatMap((outcome) => {
      const wish = wishes.find((one) => one.key === outcome.key) ?? { key: outcome.key, bunch: '', edit: { kind: 'move' as const, at: [] } };
      return [{ wish, outcome }];
    });
    this.conflicts = [...this.conflicts, ...found];
    this.offline = false;
    this.failed = null;
    this.saved++;
  }

  #answered(wishes: readonly Wish[]): void {
    this.#queue.answered(new Set(wishes.map((wish) => wish.key)));
    this.waiting = this.#queue.wishes;
  }

  #stumble(error: unknown): void {
    this.failed = error;
    this.offline = WAITS(error);
    clearTimeout(this.#timer);
    if (this.offline) this.#timer = setTimeout(() => void this.start(), AGAIN);
  }
}
