// What changed on a map: the proposals that wait and the drift of its numbers. Without them the map is as true as before.
import { isAborted } from '../../../api/client';
import { dismissProposal, getDrift, getProposals, type DriftView, type ProposalsView } from '../../../api/changed';

class Changed {
  proposals = $state.raw<ProposalsView | null>(null);
  drift = $state.raw<DriftView | null>(null);
  error = $state.raw<unknown>(null);

  async load(map: string, lang: string, signal: AbortSignal): Promise<void> {
    if (this.proposals?.map !== map) this.proposals = null;
    if (this.drift?.map !== map) this.drift = null;
    try {
      const [proposals, drift] = await Promise.all([getProposals(map, lang, signal), getDrift(map, lang, signal)]);
      if (signal.aborted) return;
      this.proposals = proposals;
      this.drift = drift;
      this.error = null;
    } catch (error) {
      if (!isAborted(error)) this.error = error;
    }
  }

  async dismiss(map: string, key: string, reason: string, lang: string): Promise<void> {
    this.proposals = await dismissProposal(map, key, reason, lang);
  }
}

export const changed = new Changed();
