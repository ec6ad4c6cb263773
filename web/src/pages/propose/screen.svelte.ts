// What the page of a first map knows: the proposal as it stands, the choices that made it so, what is being looked at.
import { ApiError, isAborted } from '../../api/client';
import { changeProposal, getProposal, saveMap } from '../../api/proposal';
import { live } from '../../state/live.svelte';
import { MapScreen } from '../map/screen.svelte';
import { drawn } from './drawn';
import type { Choice, Proposal } from '../../api/types';

const KEPT = 'cesta.propose';

export class ProposeScreen extends MapScreen {
  override readonly proposed = true;
  proposal = $state.raw<Proposal | null>(null);
  /** Each step may be several choices; undo takes back a whole step. */
  steps = $state.raw<readonly (readonly Choice[])[]>([]);
  /** The stop or stage that stands open in the list. */
  chosen = $state<string | null>(null);
  /** What the server would not do; the map stays as it was. */
  refused = $state.raw<unknown>(null);
  saving = $state(false);
  #lang = 'en';
  #stop: AbortController | null = null;

  constructor() {
    super('propose');
    this.steps = remembered();
  }

  get choices(): Choice[] {
    return this.steps.flat();
  }

  /** Ask for the proposal, with what was chosen before; choices that no longer fit are forgotten. */
  async ask(lang: string): Promise<void> {
    this.#lang = lang;
    if (await this.#run(this.steps)) return;
    if (this.steps.length && this.error instanceof ApiError && this.error.status === 400 && this.error.code !== 'too_little') {
      this.error = null;
      await this.#run([]);
    }
  }

  async change(...choices: readonly Choice[]): Promise<void> {
    if (choices.length) await this.#run([...this.steps, choices], true);
  }

  async undo(): Promise<void> {
    if (this.steps.length) await this.#run(this.steps.slice(0, -1), true);
  }

  async restart(): Promise<void> {
    await this.#run([], true);
  }

  /** Save the map; gives its id. */
  async keep(): Promise<string | null> {
    if (!this.proposal || this.saving) return null;
    this.saving = true;
    this.refused = null;
    try {
      const { id } = await saveMap(this.proposal.id, this.proposal.text);
      remember([]);
      return id;
    } catch (error) {
      this.refused = error;
      return null;
    } finally {
      this.saving = false;
    }
  }

  override open(): void {
    // Nothing is saved yet: there is no list to open.
  }

  override inspect(what: { stop?: string; stage?: string }): void {
    this.chosen = what.stop ?? what.stage ?? null;
    this.lit = null;
  }

  override leave(): void {
    this.chosen = null;
  }

  async #run(steps: readonly (readonly Choice[])[], changed = false): Promise<boolean> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.busy = true;
    try {
      const choices = steps.flat();
      const found = choices.length ? await changeProposal(choices, this.#lang, stop.signal) : await getProposal(this.#lang, stop.signal);
      if (stop.signal.aborted) return true;
      this.proposal = found;
      this.view = drawn(found.view);
      this.steps = steps;
      this.error = this.refused = null;
      remember(steps);
      live.saw(found.view.generation);
    } catch (error) {
      if (stop.signal.aborted || isAborted(error)) return true;
      if (changed) this.refused = error;
      else this.error = error;
      this.busy = false;
      return false;
    }
    this.busy = false;
    return true;
  }
}

/** Until the page is left for good, a reload loses nothing. */
function remember(steps: readonly (readonly Choice[])[]): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(steps));
  } catch {
    // A browser that keeps nothing still draws.
  }
}

function remembered(): readonly (readonly Choice[])[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(kept) && kept.every(Array.isArray) ? (kept as Choice[][]) : [];
  } catch {
    return [];
  }
}
