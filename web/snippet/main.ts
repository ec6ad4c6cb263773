// The script of a page: <script async src="https://…/cesta.js" data-key="…"></script>, then cesta.push(['track', …]).
import { Outbox } from './outbox';
import { surveys } from './surveys';
import { Store } from './store';
import { Visit } from './visit';

type Call = [name: string, ...given: unknown[]];
const CALLS = ['consent', 'track', 'identify', 'group', 'page', 'reset'] as const;

/** Whether the browser asks not to be followed. */
export function isLeftAlone(navigator: Navigator): boolean {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };
  return doNotTrack === '1' || doNotTrack === 'yes' || globalPrivacyControl === true;
}

/** Sends when the browser is connected again, and before the page is gone. */
function deliver(outbox: Outbox): void {
  addEventListener('online', () => void outbox.flush());
  addEventListener('pagehide', () => outbox.leave());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') outbox.leave();
  });
}

/** Says each page that a site shows without loading anew. */
function follow(visit: Visit): void {
  // A page that changes without loading anew sets its title a moment later.
  const moved = (): void => void setTimeout(() => visit.moved(), 50);
  for (const name of ['pushState', 'replaceState'] as const) {
    const before = history[name].bind(history);
    history[name] = (...given) => {
      before(...given);
      moved();
    };
  }
  addEventListener('popstate', moved);
}

export function start(script: HTMLScriptElement): void {
  const { key = '', consent = 'ask', pages = 'all', surveys: asks = 'on', host } = script.dataset;
  const waiting = (window as { cesta?: Call[] }).cesta ?? [];
  if (isLeftAlone(navigator)) {
    (window as { cesta?: unknown }).cesta = { push: () => 0, ...Object.fromEntries(CALLS.map((name) => [name, () => {}])) };
    return;
  }
  // Not JSON by its name: so the browser needs not ask first whether it may send.
  const type = 'text/plain;charset=UTF-8';
  const base = host ?? script.src;
  const to = new URL('v1/batch', base).href;
  const store = new Store(() => localStorage);
  const outbox = new Outbox(key, store, {
    post: async (body) => {
      const answer = await fetch(to, { method: 'POST', body, headers: { 'content-type': type }, credentials: 'omit' });
      return { status: answer.status, retryAfter: Number(answer.headers.get('retry-after')) || 0 };
    },
    beacon: (body) => navigator.sendBeacon(to, new Blob([body], { type })),
    later: (work, milliseconds) => void setTimeout(work, milliseconds),
    now: () => new Date(),
  });
  const visit = new Visit(window, store, outbox);
  const begin = asks === 'on' ? surveys(window, { base, key }, store, visit) : () => {};
  const push = (call: Call): void => {
    const [name, ...given] = call;
    const told = CALLS.find((known) => known === name);
    if (told) (visit[told] as (...given: unknown[]) => void)(...given);
    else console.warn(`cesta: there is no "${name}"; there are: ${CALLS.join(', ')}`);
    begin();
  };
  const calls = CALLS.map((name) => [name, (...given: unknown[]) => push([name, ...given])]);
  (window as { cesta?: unknown }).cesta = { push, ...Object.fromEntries(calls) };
  if (consent === 'given' && store.agreed === undefined) visit.consent(true);
  if (pages === 'all') visit.page();
  waiting.forEach(push);
  begin();
  deliver(outbox);
  if (pages === 'all') follow(visit);
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) start(script);
