// Messages on their way: kept until the server says it has them, sent again when it cannot, handed over on leaving.
import { newId, type Message } from './message';
import type { Store } from './store';

const MOST = 1000;
const BATCH = 50;
/** Bytes that a browser still sends while the page is closing. */
const LEAVING = 60_000;
const LONGEST = 60_000;
const QUEUE = 'queue.';

/** How long to wait after so many failures in a row, in milliseconds. */
export const wait = (failures: number): number => Math.min(1000 * 2 ** failures, LONGEST);

/** Whether the same may succeed later. */
export const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/** The first messages that fit into one request; at least one. */
export function batchOf(messages: readonly Message[], most = LEAVING): Message[] {
  let size = 0;
  let count = 0;
  for (const message of messages.slice(0, BATCH)) {
    // In UTF-8 a character takes up to three bytes for each of JavaScript's own.
    size += 3 * JSON.stringify(message).length;
    if (count && size > most) break;
    count += 1;
  }
  return messages.slice(0, count);
}

export interface Ways {
  post(body: string): Promise<{ status: number; retryAfter: number }>;
  beacon(body: string): boolean;
  later(work: () => void, milliseconds: number): void;
  now(): Date;
}

export class Outbox {
  private messages: Message[] = [];
  private readonly own = QUEUE + newId();
  private failures = 0;
  private isSending = false;
  private isWaiting = false;

  constructor(
    private readonly key: string,
    private readonly store: Store,
    private readonly ways: Ways,
    private readonly most = MOST,
  ) {}

  get length(): number {
    return this.messages.length;
  }

  /** Takes over what earlier pages could not send. Another tab may send it, too: the server takes each message once. */
  adopt(): void {
    const known = new Set(this.messages.map((message) => message.messageId));
    for (const name of this.store.names(QUEUE)) {
      if (name === this.own) continue;
      try {
        const left = JSON.parse(this.store.get(name) ?? '[]') as Message[];
        this.messages.unshift(...left.filter((message) => !known.has(message.messageId)));
      } catch {
        // What is no JSON was not written by us.
      }
      this.store.set(name, undefined);
    }
    this.keep();
    this.soon(0);
  }

  add(message: Message): void {
    this.messages.push(message);
    if (this.messages.length > this.most) this.messages.shift();
    this.keep();
    this.soon(200);
  }

  clear(): void {
    this.messages = [];
    this.keep();
  }

  /** Sends what waits, a batch after another, as soon as the visitor agreed. */
  async flush(): Promise<void> {
    if (this.isSending || !this.messages.length || !this.store.agreed) return;
    this.isSending = true;
    const batch = batchOf(this.messages);
    let pause = wait(this.failures);
    let done = false;
    try {
      const { status, retryAfter } = await this.ways.post(this.body(batch));
      done = !isPassing(status);
      pause = Math.max(pause, retryAfter * 1000);
    } catch {
      // Not connected: the same as a server that is away.
    }
    this.isSending = false;
    this.failures = done ? 0 : this.failures + 1;
    if (done) {
      const sent = new Set(batch);
      this.messages = this.messages.filter((message) => !sent.has(message));
      this.keep();
    }
    if (this.messages.length) this.soon(done ? 0 : pause);
  }

  /** Hands everything to the browser as the page leaves. It stays kept: only the server's word is certain. */
  leave(): void {
    if (!this.store.agreed) return;
    let rest = this.messages;
    while (rest.length) {
      const batch = batchOf(rest);
      if (!this.ways.beacon(this.body(batch))) return;
      rest = rest.slice(batch.length);
    }
  }

  private body(batch: Message[]): string {
    return JSON.stringify({ batch, sentAt: this.ways.now().toISOString(), writeKey: this.key });
  }

  private keep(): void {
    this.store.set(this.own, this.messages.length ? JSON.stringify(this.messages) : undefined);
  }

  private soon(milliseconds: number): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    this.ways.later(() => {
      this.isWaiting = false;
      void this.flush();
    }, milliseconds);
  }
}
