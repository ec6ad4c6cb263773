// Something fetched: its value, its failure, whether it is on its way. A newer request gives up the older one.
import { isAborted } from '../api/client';

export class Loaded<T> {
  value = $state.raw<T | null>(null);
  error = $state.raw<unknown>(null);
  loading = $state(false);
  #stop: AbortController | null = null;
  #newest: Promise<void> = Promise.resolve();

  /**
   * Fetch anew. The old value stays until the new one is there, so that the page does not jump. Whoever waits for a
   * request that a newer one gave up waits for the newer: afterwards the value is as new as was asked for.
   */
  run(load: (signal: AbortSignal) => Promise<T>): Promise<void> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.loading = true;
    this.#newest = this.#load(load, stop);
    return this.#newest;
  }

  async #load(load: (signal: AbortSignal) => Promise<T>, stop: AbortController): Promise<void> {
    try {
      const value = await load(stop.signal);
      if (!stop.signal.aborted) [this.value, this.error] = [value, null];
    } catch (error) {
      if (!stop.signal.aborted && !isAborted(error)) [this.value, this.error] = [null, error];
    }
    if (this.#stop !== stop) await this.#newest;
    else if (!stop.signal.aborted) this.loading = false;
  }

  stop(): void {
    this.#stop?.abort();
    this.loading = false;
  }
}
