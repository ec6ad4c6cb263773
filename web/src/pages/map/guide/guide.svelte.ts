// The guide through the six steps: what the map lacks and what the data proposes, and which step stands open.
import { getBarriers, type BarriersView } from '../../../api/truth';
import { getSteps, type SixSteps, type Step, type StepProposal } from '../../../api/steps';
import type { Edit } from '../../../api/edits';
import { address } from '../../../state/address.svelte';
import { Loaded } from '../../../state/loaded.svelte';
import type { MapDesk } from '../edit/desk.svelte';
import { stepNamed } from './steps';

class Guide {
  readonly steps = new Loaded<SixSteps>();
  readonly barriers = new Loaded<BarriersView>();
  readonly open = $derived(address.get('guide') !== null);
  readonly step = $derived(stepNamed(address.get('guide')));

  /** Proposals that were taken and are still in the list as it last came. */
  taken = $state.raw<readonly string[]>([]);

  /** settled: nothing that was taken is still on its way to the server, so what is proposed again is proposed anew. */
  load(map: string, lang: string, settled: boolean): void {
    const before = settled ? this.taken : [];
    void this.steps.run((signal) => getSteps(map, lang, signal)).then(() => (this.taken = this.taken.filter((id) => !before.includes(id))));
  }

  search(map: string, lang: string): void {
    void this.barriers.run((signal) => getBarriers(map, { draft: true }, lang, signal));
  }

  go(step: Step | null): void {
    address.set({ guide: step, stop: null, stage: null, beside: null });
  }

  take(desk: MapDesk, one: StepProposal): void {
    this.taken = [...this.taken, one.id];
    desk.do(...(one.edits as Edit[]));
  }
}

export const guide = new Guide();
