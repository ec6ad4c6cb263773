// @vitest-environment happy-dom
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { language } from '../../state/language.svelte';
import { AsideScreen } from './screen.svelte';

const SEEN = { waiting: 3, dismissed: 0, groups: [], rules: [] };

function server(answers: Record<string, unknown>): ReturnType<typeof vi.fn> {
  const fake = vi.fn((address: string) => Promise.resolve(new Response(JSON.stringify(answers[address.split('?')[0]!] ?? SEEN))));
  vi.stubGlobal('fetch', fake);
  return fake;
}

beforeAll(() => language.choose('en'));
afterEach(() => vi.unstubAllGlobals());

it('dismisses within the load that is looked at, offers to undo it, and undoes exactly that', async () => {
  const fake = server({ '/api/set-aside/dismiss': { dismissed: 2, undo: '99' }, '/api/set-aside/bring-back': { waiting: 2 } });
  const screen = new AsideScreen();
  await screen.look({ load: 'shop-1' });
  await screen.dismiss({ code: 'bad_time' });
  expect(screen.notice).toEqual({ text: '2 rows dismissed.', undo: '99' });
  expect(screen.deeds).toBe(1);
  await screen.undo('99');
  expect(screen.notice).toEqual({ text: '2 rows wait again.', undo: null });
  const bodies = fake.mock.calls.map(([, init]) => (init as RequestInit | undefined)?.body).filter(Boolean);
  expect(bodies).toEqual(['{"code":"bad_time","load":"shop-1"}', '{"which":{"load":"shop-1"},"undo":"99"}']);
});

it('says what became of a repair, and looks again', async () => {
  const fake = server({ '/api/set-aside/replay': { replayed: 1, waiting: 2 } });
  const screen = new AsideScreen();
  await screen.again();
  expect(screen.notice?.text).toBe('1 row is an event now. 2 still cannot be understood.');
  await screen.told({ replayed: 3, waiting: 0 }, 'The rule is kept.');
  expect(screen.notice?.text).toBe('3 rows are events now. The rule is kept.');
  expect(fake.mock.calls.filter(([address]) => address === '/api/set-aside').length).toBe(2);
});

it('keeps what is seen when something fails', async () => {
  server({});
  const screen = new AsideScreen();
  await screen.look();
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"error": {"code": "bad_rule", "message": "No."}}', { status: 400 })));
  await screen.again();
  expect([screen.seen.value, screen.busy, (screen.error as { code: string }).code]).toEqual([SEEN, false, 'bad_rule']);
});
