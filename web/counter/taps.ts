// Taps of the staff: counted today, and each held back a moment before it goes, so that a slip can be undone without a trace.
import { newId } from '../snippet/message';

export interface Tap {
  id: string;
  did: string;
  /** When, as ISO text. */
  at: string;
}

/** Where taps wait; texts by name. */
export interface Shelf {
  get(name: string): string | undefined;
  set(name: string, text: string | undefined): void;
}

interface Kept {
  day: string;
  counts: Record<string, number>;
  held: Tap[];
}

/** How long a tap can be undone, in milliseconds. */
export const HOLD = 30_000;
const NAME = 'taps';

/** The day on the clock of this device, such as 2026-11-23. */
export const dayOf = (at: Date): string =>
  `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;

export class Taps {
  private kept: Kept;

  constructor(private readonly shelf: Shelf, now: Date) {
    this.kept = read(shelf.get(NAME)) ?? { day: dayOf(now), counts: {}, held: [] };
    this.turn(now);
  }

  /** The last tap that can still be undone. */
  get last(): Tap | undefined {
    return this.kept.held.at(-1);
  }

  get counts(): Readonly<Record<string, number>> {
    return this.kept.counts;
  }

  get waiting(): number {
    return this.kept.held.length;
  }

  tap(did: string, now: Date): void {
    this.turn(now);
    this.kept.counts[did] = (this.kept.counts[did] ?? 0) + 1;
    this.kept.held.push({ id: newId(), did, at: now.toISOString() });
    this.keep();
  }

  undo(): void {
    const gone = this.kept.held.pop();
    if (gone && dayOf(new Date(gone.at)) === this.kept.day) this.kept.counts[gone.did] = Math.max(0, (this.kept.counts[gone.did] ?? 0) - 1);
    this.keep();
  }

  /** Hands out what has waited long enough, or everything. `hand` keeps it before it is forgotten here. */
  release(now: Date, hand: (tap: Tap) => void, all = false): void {
    this.turn(now);
    const ripe = this.kept.held.filter((tap) => all || now.getTime() - Date.parse(tap.at) >= HOLD || Date.parse(tap.at) > now.getTime());
    if (!ripe.length) return;
    ripe.forEach(hand);
    this.kept.held = this.kept.held.filter((tap) => !ripe.includes(tap));
    this.keep();
  }

  /** A new day begins at nothing. */
  private turn(now: Date): void {
    const day = dayOf(now);
    if (day === this.kept.day) return;
    this.kept = { ...this.kept, day, counts: {} };
    this.keep();
  }

  private keep(): void {
    this.shelf.set(NAME, JSON.stringify(this.kept));
  }
}

function read(text: string | undefined): Kept | undefined {
  try {
    const kept = JSON.parse(text ?? '') as Kept;
    return Array.isArray(kept.held) && typeof kept.day === 'string' && typeof kept.counts === 'object' ? kept : undefined;
  } catch {
    return undefined;
  }
}
