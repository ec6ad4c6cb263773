// The page of data as it stands: files on their way, how they are read, the load that runs, the loads there are.
import { ApiError } from '../../api/client';
import { decide, getLoads, guessFiles, putBack, startLoad, takeBack } from '../../api/loads';
import type { Answers, Guess, Job, LoadView } from '../../api/types';
import { getJob, stopJob } from '../../api/uploads';
import { address } from '../../state/address.svelte';
import { Loaded } from '../../state/loaded.svelte';
import { readAnswers, written } from './answers';
import { isOver } from './job';
import { Sending } from './sending.svelte';

const LOOK_EVERY = 400;
const pause = (): Promise<void> => new Promise((done) => setTimeout(done, LOOK_EVERY));

export class DataScreen {
  sending = new Sending();
  guess = new Loaded<Guess>();
  loads = new Loaded<readonly LoadView[]>();
  job = $state.raw<Job | null>(null);
  /** Counts the times that files arrived, so that they are read again when some join. */
  arrivals = $state(0);
  /** The server does not answer while a load is followed. */
  away = $state(false);
  /** The load that was followed ended with the server. */
  brokeOff = $state(false);
  stopping = $state(false);
  /** The load that is being taken back, put back or decided about. */
  busy = $state<string | null>(null);
  error = $state.raw<unknown>(null);

  // What survives a reload is in the address: the upload, what was said of it, the load that runs.
  upload = $derived(address.get('upload'));
  jobName = $derived(address.get('job'));
  said = $derived(address.get('say'));
  answers = $derived(readAnswers(this.said));

  /** Files that were let go over the page or chosen: they are sent, beside those that are there, then read. */
  async take(files: readonly File[]): Promise<void> {
    this.error = null;
    this.#arrived(await this.sending.send(files, this.upload ?? ''));
  }

  async again(): Promise<void> {
    this.#arrived(await this.sending.again());
  }

  #arrived(all: boolean): void {
    if (!all) return;
    this.sending.files = [];
    this.arrivals++;
    address.set({ upload: this.sending.upload, job: null }, true);
  }

  /** Reads the upload that the address names, with what was said of it. */
  async read(upload: string, answers: Answers): Promise<void> {
    await this.guess.run((signal) => guessFiles([upload], answers, signal));
  }

  say(answers: Answers): void {
    address.set({ say: written(answers) });
  }

  /** Begins the load; the page then follows it. */
  async start(): Promise<void> {
    if (!this.upload) return;
    this.error = null;
    try {
      const { job } = await startLoad([this.upload], this.answers);
      address.set({ job });
    } catch (error) {
      this.error = error;
    }
  }

  /** Asks how far the load is, until it is over. A server that is away for a while is waited for. */
  async follow(name: string, signal: AbortSignal): Promise<void> {
    this.stopping = false;
    this.brokeOff = false;
    while (!signal.aborted) {
      try {
        const job = await getJob(name, signal);
        if (signal.aborted) return;
        this.away = false;
        this.job = job;
        if (isOver(job)) return this.#over(job);
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof ApiError && error.code === 'unknown_job') {
          // A server that was stopped knows of no load afterwards; what it had not finished is not in.
          this.brokeOff = this.away;
          this.away = false;
          return address.set({ job: null });
        }
        this.away = true;
      }
      await pause();
    }
  }

  #over(job: Job): void {
    if (job.state === 'done') address.set({ upload: null, say: null });
    else if (job.state === 'stopped') address.set({ job: null });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    if (this.jobName) await stopJob(this.jobName).catch((error: unknown) => (this.error = error));
  }

  /** Back to the columns of files that could not be loaded. */
  leave(): void {
    this.job = null;
    address.set({ job: null });
  }

  startOver(): void {
    this.sending.upload = this.upload ?? this.sending.upload;
    this.sending.cancel();
    this.job = null;
    this.error = null;
    this.guess.stop();
    this.guess.value = null;
    this.guess.error = null;
    address.set({ upload: null, say: null, job: null });
  }

  takeBack = (load: LoadView): Promise<void> => this.#change(load, () => takeBack(load.load_id));
  putBack = (load: LoadView): Promise<void> => this.#change(load, () => putBack(load.load_id));
  decide = (load: LoadView, decision: 'keep' | 'replace'): Promise<void> =>
    this.#change(load, () => decide(load.load_id, decision));

  async list(): Promise<void> {
    await this.loads.run((signal) => getLoads(signal));
  }

  async #change(load: LoadView, act: () => Promise<unknown>): Promise<void> {
    this.busy = load.load_id;
    this.error = null;
    try {
      await act();
      await this.list();
    } catch (error) {
      this.error = error;
    }
    this.busy = null;
  }
}
