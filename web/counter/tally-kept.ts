// Keeps the tally page in the browser, so that it opens without a connection; whatever can be fetched is fetched.
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Waiting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const KEPT = 'cesta.tally';
const isOurs = (url: URL): boolean => url.origin === location.origin && /\/(tally$|counter\/)/.test(url.pathname);

async function fetched(request: Request): Promise<Response> {
  const kept = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok) await kept.put(request, answer.clone());
    return answer;
  } catch (error) {
    const before = await kept.match(request, { ignoreVary: true });
    if (before) return before;
    throw error;
  }
}

addEventListener('fetch', (event) => {
  const asked = event as Asked;
  if (asked.request.method === 'GET' && isOurs(new URL(asked.request.url))) asked.respondWith(fetched(asked.request));
});

addEventListener('install', (event) => (event as Waiting).waitUntil(caches.open(KEPT).then((kept) => kept.add('tally'))));
