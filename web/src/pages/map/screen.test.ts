// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { address } from '../../state/address.svelte';
import { sample } from './fixture';
import { MapScreen } from './screen.svelte';

const never = (): AbortSignal => new AbortController().signal;
const answer = (body: unknown, status = 200): unknown =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })));

let screen: MapScreen;
beforeEach(() => {
  address.go('/maps/m?segment=s');
  screen = new MapScreen('m');
});
afterEach(() => vi.unstubAllGlobals());

it('keeps the last good map when the next one fails', async () => {
  answer(sample());
  await screen.load({}, 'en', never());
  answer({ error: { code: 'bad_map', message: 'line 3' } }, 422);
  await screen.load({}, 'en', never());
  expect(screen.view?.id).toBe('use-an-offer');
  expect(screen.error).toMatchObject({ code: 'bad_map' });
  expect(screen.busy).toBe(false);
  answer(sample());
  await screen.load({}, 'en', never());
  expect(screen.error).toBeNull();
});

it('shows no answer that was given up meanwhile', async () => {
  answer(sample());
  const stop = new AbortController();
  const loading = screen.load({}, 'en', stop.signal);
  stop.abort();
  await loading;
  expect(screen.view).toBeNull();
});

it('gives the focus back to the number whose list it closes', () => {
  document.body.innerHTML = '<button id="n">12</button><button id="x"></button>';
  const number = document.getElementById('n')!;
  number.focus();
  screen.open({ pointer: '/p', title: 'Lost', count: 12, unit: 'journeys' });
  document.getElementById('x')!.focus();
  screen.close();
  expect(screen.list).toBeNull();
  expect(document.activeElement).toBe(number);
});

it('keeps what is looked at in the address, and the choice beside it', () => {
  screen.open({ pointer: '/p', title: 'Lost', count: 12, unit: 'journeys' });
  screen.inspect({ stop: 'card' });
  expect(screen.list).toBeNull();
  expect(address.search).toBe('?segment=s&stop=card');
  screen.leave();
  expect(address.search).toBe('?segment=s');
});
