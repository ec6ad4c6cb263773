// The address bar as state: what should survive a reload, or be sent to a colleague, lives here.
import { inside, outside } from './base';
import { href, routeOf, type Route } from './route';

export type Query = Record<string, string | null | undefined>;

class Address {
  /** Inside this workspace, whichever of several it is. */
  path = $state(outside(location.pathname));
  search = $state(location.search);

  // As a text first, so that it only changes when one of the three does.
  #who = $derived(JSON.stringify({ segment: this.get('segment'), from: this.get('from'), to: this.get('to') }));
  /** Of whom and of when a map is shown. */
  who = $derived(JSON.parse(this.#who) as { segment: string | null; from: string | null; to: string | null });

  get query(): URLSearchParams {
    return new URLSearchParams(this.search);
  }

  get route(): Route {
    return routeOf(this.path);
  }

  get(name: string): string | null {
    return this.query.get(name);
  }

  /** Change some parts of the query; empty values go. Pickers replace, openings (`push`) can be undone with Back. */
  set(changes: Query, push = false): void {
    const next: Query = { ...Object.fromEntries(this.query), ...changes };
    this.go(href(this.path, next), !push, false);
  }

  go(target: string, replace = false, toTop = true): void {
    if (outside(target) === this.path + this.search) return;
    history[replace ? 'replaceState' : 'pushState'](null, '', inside(target));
    this.#read();
    if (toTop) scrollTo(0, 0);
  }

  /** Follow Back and Forward, and turn plain clicks on our own links into moves without a reload. */
  start(): void {
    addEventListener('popstate', () => this.#read());
    document.addEventListener('click', (event) => this.#follow(event));
  }

  #read(): void {
    this.path = outside(location.pathname);
    this.search = location.search;
  }

  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a');
    const href = link?.getAttribute('href');
    if (!link || !href || href.startsWith('#') || link.hasAttribute('target') || link.hasAttribute('download')) return;
    const target = new URL(href, location.href);
    if (target.origin !== location.origin || outside(target.pathname).startsWith('/api/')) return;
    if (link.dataset.workspace !== undefined) return; // another workspace is another page
    event.preventDefault();
    this.go(target.pathname + target.search);
  }
}

export const address = new Address();
