// What a map is compared with: kept in the address, so that it can be sent to a colleague.
import type { MapChoice } from '../../../api/client';
import { address } from '../../../state/address.svelte';
import type { MapView } from '../../../api/types';
import { before } from './sides';

export type Way = 'sides' | 'segments' | 'versions';
export const WAYS: readonly Way[] = ['sides', 'segments', 'versions'];
export const EVERYONE = '*';

class Compare {
  readonly way = $derived(WAYS.find((way) => way === address.get('vs')) ?? null);
  // As a text first, so that it only changes when one of the three does.
  #asked = $derived(JSON.stringify({ segment: address.get('with'), from: address.get('with_from'), to: address.get('with_to') }));
  /** The other side as it was asked for; what is null is as on the first one. */
  readonly beside = $derived(JSON.parse(this.#asked) as MapChoice);
  /** The other side as a map of its own. */
  readonly other = $derived.by((): MapChoice => {
    const { segment, from, to } = address.who;
    const named = this.beside.segment === EVERYONE ? null : (this.beside.segment ?? segment);
    return { segment: named, from: this.beside.from ?? from, to: this.beside.to ?? to };
  });

  turn(way: Way, view: MapView): void {
    const fresh = way === 'sides' && !Object.values(this.beside).some(Boolean);
    address.set({ vs: way, beside: null, stop: null, stage: null, ...(fresh ? this.#first(view) : {}) });
  }

  close(): void {
    address.set({ vs: null, with: null, with_from: null, with_to: null, before: null, after: null });
  }

  swap(view: MapView): void {
    const { segment, from, to } = address.who;
    const { segment: other, from: since, to: until } = this.other;
    address.set({
      segment: other,
      from: since,
      to: until,
      with: segment ?? EVERYONE,
      with_from: from ?? (since ? view.date_from : null),
      with_to: to ?? (until ? view.date_to : null),
    });
  }

  /** What is nearest to be asked: a segment against everyone, everyone against the first segment, or against the time before. */
  #first(view: MapView): Record<string, string> {
    const first = view.segments.find((segment) => segment.people.n > 0);
    if (address.who.segment) return { with: EVERYONE };
    return first ? { with: first.id } : before(view);
  }
}

export const compare = new Compare();
