// Files on their way to the server: which, how much of each is there, what went wrong; one after the other.
import { isAborted } from '../../api/client';
import { forgetUpload, sendSlice } from '../../api/uploads';
import { ownNames, piecesOf } from './slices';

export interface OnTheWay {
  name: string;
  size: number;
  sent: number;
}

export class Sending {
  files = $state<OnTheWay[]>([]);
  error = $state.raw<unknown>(null);
  /** Under which name the server keeps the files; empty before the first slice. */
  upload = $state('');
  busy = $state(false);
  #stop: AbortController | null = null;
  #given: File[] = [];

  /** Of all bytes, how many have arrived; an empty file counts when it is there. */
  share = $derived.by(() => {
    const whole = this.files.reduce((sum, file) => sum + Math.max(1, file.size), 0);
    return whole ? this.files.reduce((sum, file) => sum + file.sent, 0) / whole : 0;
  });

  /** Sends the files; true when all of them have arrived. More files may join those that are there. */
  async send(given: readonly File[], upload = ''): Promise<boolean> {
    this.#given = [...given];
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    const names = ownNames(given.map((file) => file.name));
    this.files = given.map((file, place) => ({ name: names[place] ?? file.name, size: file.size, sent: 0 }));
    this.error = null;
    this.upload = upload;
    this.busy = true;
    try {
      for (const [place, file] of given.entries()) await this.#sendOne(file, place, stop.signal);
      return true;
    } catch (error) {
      if (this.#stop === stop && !isAborted(error)) this.error = error;
      return false;
    } finally {
      if (this.#stop === stop) this.busy = false;
    }
  }

  again(): Promise<boolean> {
    return this.send(this.#given, this.upload);
  }

  /** Gives the files up, also those that have arrived. */
  cancel(): void {
    this.#stop?.abort();
    this.#stop = null;
    // Nothing depends on the answer: what stays behind goes within a day.
    if (this.upload) void forgetUpload(this.upload).catch(() => undefined);
    this.files = [];
    this.#given = [];
    this.upload = '';
    this.error = null;
    this.busy = false;
  }

  async #sendOne(file: File, place: number, signal: AbortSignal): Promise<void> {
    const shown = this.files[place];
    if (!shown) return;
    for (const { part, of, from, to } of piecesOf(file.size)) {
      const there = await sendSlice({ name: shown.name, part, of, upload: this.upload }, file.slice(from, to), signal);
      signal.throwIfAborted();
      this.upload = there.upload;
      shown.sent = part === of ? Math.max(1, file.size) : to;
    }
  }
}
