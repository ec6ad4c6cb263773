// What the page of sources knows and does: looks, makes and revokes keys, changes what is ours, writes the plan.
import {
  createKey,
  getSources,
  hearArriving,
  planWhatComes,
  revokeKey,
  setAccounts,
  setCounting,
  setDomains,
  type Account,
  type Arriving,
  type NewKey,
  type Sources,
  type WriteKey,
} from '../../api/sources';
import { Loaded } from '../../state/loaded.svelte';
import { t } from '../../words';

/** Messages that stay on the screen. */
export const SHOWN = 100;

export class SourcesScreen {
  seen = new Loaded<Sources>();
  /** A key that was just made: it is shown until the reader leaves or makes another. */
  made = $state.raw<NewKey | null>(null);
  notice = $state('');
  error = $state.raw<unknown>(null);
  busy = $state(false);
  arrived = $state.raw<readonly Arriving[]>([]);
  lost = $state(false);
  paused = $state(false);

  look(): Promise<void> {
    return this.seen.run(getSources);
  }

  /** Listen to one source, or to all, until the returned function is called. */
  listen(source: string | null): () => void {
    this.arrived = [];
    return hearArriving(
      source,
      (each) => {
        if (this.paused || this.arrived.some(({ id }) => id === each.id)) return;
        this.arrived = [each, ...this.arrived].slice(0, SHOWN);
      },
      (lost) => (this.lost = lost),
    );
  }

  create(source: string): Promise<void> {
    return this.do(async () => {
      this.made = await createKey(source);
      return '';
    });
  }

  revoke(key: WriteKey): Promise<void> {
    return this.do(async () => {
      await revokeKey(key.id);
      return t('sources.key.revoked_now', { ends: key.ends });
    });
  }

  counting(bots: boolean, tests: boolean): Promise<void> {
    return this.do(async () => {
      await setCounting(bots, tests);
      return t('sources.counting.done');
    });
  }

  domains(domains: readonly string[]): Promise<void> {
    return this.do(async () => {
      await setDomains(domains);
      return t('sources.saved');
    });
  }

  accounts(accounts: readonly Account[]): Promise<void> {
    return this.do(async () => {
      await setAccounts(accounts);
      return t('sources.saved');
    });
  }

  plan(): Promise<void> {
    return this.do(async () => {
      await planWhatComes();
      return t('sources.plan.written');
    });
  }

  async do(deed: () => Promise<string>): Promise<void> {
    this.busy = true;
    this.error = null;
    this.notice = '';
    try {
      this.notice = await deed();
      await this.look();
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
  }
}
