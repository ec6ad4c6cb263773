import { afterEach, expect, it, vi } from 'vitest';
import { IdentityScreen } from './screen.svelte';

afterEach(() => vi.unstubAllGlobals());

it('looks before, decides, and shows how things are then', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    asked.push(`${init.method ?? 'GET'} ${address}`);
    return Promise.resolve(new Response(address.includes('merges') ? '{"merges": [], "count": 0}' : '{"gone_count": 1, "rules": ""}'));
  });
  const screen = new IdentityScreen();
  screen.look('ann');
  expect(await screen.preview('m1')).toBe(true);
  expect([screen.change?.of, screen.change?.change.gone_count]).toEqual(['m1', 1]);
  expect(await screen.do({ do: 'undo', merge: 'm1' })).toBe(true);
  expect([screen.change, screen.all.value?.rules]).toEqual([null, '']);
  await screen.preview('rules', 'cesta: identity/1');
  await screen.keep('cesta: identity/1');
  screen.more();
  expect(asked.filter((each) => !each.includes('/merges'))).toEqual([
    'GET /api/identity', 'POST /api/identity/preview', 'POST /api/identity/decisions', 'POST /api/identity/preview', 'POST /api/identity/rules',
  ]);
  expect(asked.at(-1)).toBe('GET /api/identity/merges?customer=ann&limit=125');
  screen.stop();
});

it('tells what went wrong', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"error": {"code": "unknown_merge", "message": "none"}}', { status: 404 })));
  const screen = new IdentityScreen();
  expect(await screen.do({ do: 'undo', merge: 'm9' })).toBe(false);
  expect(screen.error).toMatchObject({ code: 'unknown_merge' });
});
