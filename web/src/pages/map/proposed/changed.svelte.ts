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
    await this.#try(signal, async () => {
      const [proposals, drift] = await Promise.all([getProposals(map, lang, signal), getDrift(map, lang, signal)]);
      if (!signal.aborted) [this.proposals, this.drift] = [proposals, drift];
    });
  }

  /** The draft says something else: what is proposed may be done, the numbers of the published map are what they were. */
  async propose(map: string, lang: string, signal: AbortSignal): Promise<void> {
    await this.#try(signal, async () => {
      const proposals = await getProposals(map, lang, signal);
      if (!signal.aborted) this.proposals = proposals;
    });
  }

  async dismiss(map: string, key: string, reason: string, lang: string): Promise<void> {
    this.proposals = await dismissProposal(map, key, reason, lang);
  }

  async #try(signal: AbortSignal, ask: () => Promise<void>): Promise<void> {
    try {
      await ask();
      if (!signal.aborted) this.error = null;
    } catch (error) {
      if (!isAborted(error)) this.error = error;
    }
  }
}

export const changed = new Changed();
