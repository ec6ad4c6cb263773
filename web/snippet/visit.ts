// One visitor on one page: says what they do, once they agreed; who they are, once they said so.
import { contextOf, newId, type Kind, type Message, type Properties } from './message';
import type { Outbox } from './outbox';
import type { Store } from './store';

export class Visit {
  anonymous: string;
  user: string | undefined;
  private readonly said: string[] = [];
  private readonly listeners: ((event: string) => void)[] = [];
  private before: string;
  private seen = '';

  constructor(
    private readonly window: Window,
    private readonly store: Store,
    private readonly outbox: Outbox,
  ) {
    this.anonymous = store.get('anonymous') ?? newId();
    this.user = store.get('user');
    this.before = window.document.referrer;
    if (store.agreed) this.begin();
  }

  /** The visitor's answer. Until there is one, nothing is kept or sent; after a no, nothing is left. */
  consent(agreed: boolean): void {
    this.store.decide(agreed);
    if (agreed) this.begin();
    else this.outbox.clear();
  }

  track(event: string, properties: Properties = {}): void {
    this.said.push(event);
    this.say('track', { event, properties });
    for (const listener of this.listeners) listener(event);
  }

  /** An event of a survey: by the visitor, or by nobody but the filling-in that is named. */
  answer(event: string, properties: Properties, nobody: string | null): void {
    this.say('track', { event, properties, ...(nobody ? { anonymousId: `survey:${nobody}`, userId: undefined } : {}) });
  }

  /** Calls for every event and every page from now on, and for the events before. */
  heard(listener: (event: string) => void): void {
    this.said.forEach(listener);
    this.listeners.push(listener);
  }

  identify(user: string, traits: Properties = {}): void {
    this.user = String(user);
    this.store.set('user', this.user);
    this.say('identify', { traits });
  }

  group(groupId: string, traits: Properties = {}): void {
    this.say('group', { groupId, traits });
  }

  /** A page was opened; by itself only when it is another one than before. */
  page(name?: string, properties: Properties = {}): void {
    this.seen = this.window.location.href;
    this.say('page', { name, properties: { ...this.place(), ...properties } });
    this.before = this.seen;
    for (const listener of this.listeners) listener('page');
  }

  moved(): void {
    if (this.window.location.href.split('#')[0] !== this.seen.split('#')[0]) this.page();
  }

  /** Whoever comes next on this device is somebody else. */
  reset(): void {
    this.user = undefined;
    this.anonymous = newId();
    this.store.set('user', undefined);
    this.store.set('anonymous', this.anonymous);
  }

  private begin(): void {
    this.store.set('anonymous', this.anonymous);
    if (this.user) this.store.set('user', this.user);
    this.outbox.adopt();
  }

  private place(): Properties {
    const { location, document } = this.window;
    const { href: url, pathname: path, search } = location;
    return { url, path, search, title: document.title, referrer: this.before };
  }

  private say(type: Kind, fields: Properties): void {
    if (this.store.agreed === false) return;
    const { document, location, navigator } = this.window;
    const message: Message = {
      type,
      messageId: newId(),
      timestamp: new Date().toISOString(),
      anonymousId: this.anonymous,
      userId: this.user,
      ...fields,
      context: contextOf(document, location, navigator, this.before),
    };
    this.outbox.add(message);
  }
}
