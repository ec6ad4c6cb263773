// Something fetched: its value, its failure, whether it is on its way. A newer request gives up the older one.
import { isAborted } from '../api/client';

export class Loaded<T> {
  value = $state.raw<T | null>(null);
  error = $state.raw<unknown>(null);
  loading = $state(false);
  #stop: AbortController | null = null;

  /** Fetch anew. The old value stays until the new one is there, so that the page does not jump. */
  async run(load: (signal: AbortSignal) => Promise<T>): Promise<void> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.loading = true;
    try {
      const value = await load(stop.signal);
      if (stop.signal.aborted) return;
      this.value = value;
      this.error = null;
    } catch (error) {
      if (stop.signal.aborted || isAborted(error)) return;
      this.value = null;
      this.error = error;
    }
    this.loading = false;
  }

  stop(): void {
    this.#stop?.abort();
    this.loading = false;
  }
}
