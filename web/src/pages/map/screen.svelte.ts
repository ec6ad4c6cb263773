// What the map page knows: the map as it came, what went wrong, and which list of journeys stands open.
import { getContext, setContext } from 'svelte';
import { getHidden, getMap, isAborted, type MapChoice } from '../../api/client';
import { address } from '../../state/address.svelte';
import { live } from '../../state/live.svelte';
import type { Hidden, MapView, Mark, Num } from '../../api/types';

export interface OpenList {
  pointer: string;
  title: string;
  count: number;
  unit: Num['unit'];
}

/** A number that hides something: what it counts, in words, itself, and its mark. */
export interface Story {
  title: string;
  number: Num;
  mark: Mark;
}

type Tools = typeof import('./edit/tools');

export class MapScreen {
  /** Nothing is saved yet: nobody can own it. */
  readonly proposed: boolean = false;
  view = $state.raw<MapView | null>(null);
  error = $state.raw<unknown>(null);
  busy = $state(false);
  list = $state.raw<OpenList | null>(null);
  /** What the averages hide, and the number whose story stands open. */
  hidden = $state.raw<Hidden | null>(null);
  story = $state.raw<Story | null>(null);
  readonly marks = $derived(new Map(this.hidden?.marks.map((mark) => [mark.pointer, mark])));
  /** The stop under the pointer or the focus: its column stays lit, all else steps back. */
  lit = $state<string | null>(null);
  /** While the map is edited: its draft, and the parts of the page that edit it. */
  desk = $state.raw<InstanceType<Tools['MapDesk']> | null>(null);
  tools = $state.raw<Tools | null>(null);
  #opener: HTMLElement | null = null;

  constructor(readonly id: string) {}

  async load(choice: MapChoice, lang: string, signal: AbortSignal): Promise<void> {
    this.busy = true;
    const draft = this.desk !== null;
    try {
      const view = await getMap(this.id, draft ? { ...choice, draft } : choice, lang, signal);
      if (signal.aborted) return;
      this.view = view;
      this.error = null;
      this.busy = false;
      live.saw(this.view.generation);
      void this.#look(choice, lang, signal);
    } catch (error) {
      if (isAborted(error)) return;
      this.error = error;
      this.busy = false;
    }
  }

  /** Marks come after the map: without them it is as true as before. */
  async #look(choice: MapChoice, lang: string, signal: AbortSignal): Promise<void> {
    if (this.proposed || this.desk) {
      this.hidden = null;
      return;
    }
    try {
      const hidden = await getHidden(this.id, choice, lang, signal);
      if (!signal.aborted) this.hidden = hidden;
    } catch {
      if (!signal.aborted) this.hidden = null;
    }
  }

  /** Begin to edit; null: look again at what is published. */
  async edit(hand: string | null): Promise<void> {
    if (hand === null) {
      this.desk?.stop();
      this.desk = null;
      return;
    }
    if (this.desk) return;
    this.tools = await import('./edit/tools');
    this.desk = new this.tools.MapDesk(this.id, hand);
    void this.desk.start();
  }

  tell(story: Story): void {
    this.#opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.list = null;
    this.story = story;
  }

  open(list: OpenList): void {
    this.#opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.story = null;
    this.list = list;
  }

  close(): void {
    this.list = null;
    this.story = null;
    this.#opener?.focus();
    this.#opener = null;
  }

  /** Open the inspector on a stop or a stage; the address remembers it. */
  inspect(what: { stop?: string; stage?: string }): void {
    this.list = null;
    this.story = null;
    address.set({ stop: what.stop ?? null, stage: what.stage ?? null, tab: address.get('tab') }, true);
  }

  leave(): void {
    const id = address.get('stop') ?? address.get('stage');
    address.set({ stop: null, stage: null, tab: null });
    if (id) requestAnimationFrame(() => document.getElementById(`at-${id}`)?.focus());
  }
}

const KEY = Symbol('map');

export const provide = (screen: MapScreen): MapScreen => setContext(KEY, screen);
export const useScreen = (): MapScreen => getContext<MapScreen>(KEY);
