// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProposeScreen } from './screen.svelte';

const view = { id: 'first-map', generation: 'g', lanes: [], stages: [] };
let asked: unknown[] = [];
function server(answer: (body: { choices: { do: string; id: string }[] } | null) => [unknown, number]): void {
  vi.stubGlobal('fetch', (_: string, init?: RequestInit) => {
    const body = init?.body ? (JSON.parse(init.body as string) as never) : null;
    asked.push(body);
    const [said, status] = answer(body);
    return Promise.resolve(new Response(JSON.stringify(said), { status }));
  });
}
const told = (id = 'first-map'): unknown => ({ id, text: 'cesta: map/1', view });
const refusal = (code: string): [unknown, number] => [{ error: { code, message: code } }, 400];

beforeEach(() => {
  sessionStorage.clear();
  asked = [];
});
afterEach(() => vi.unstubAllGlobals());

it('changes step by step, and takes a whole step back', async () => {
  server(() => [told(), 200]);
  const screen = new ProposeScreen();
  await screen.ask('en');
  await screen.change({ do: 'add_stage', id: 'x', name: 'X' }, { do: 'move', id: 'home', to: 'x' });
  await screen.change({ do: 'discard', id: 'chat' });
  expect(screen.choices.map((choice) => choice.do)).toEqual(['add_stage', 'move', 'discard']);
  await screen.undo();
  expect(screen.choices).toHaveLength(2);
  await screen.undo();
  expect(screen.choices).toEqual([]);
  expect(asked.at(-1)).toBeNull();
});

it('keeps the map when a change is refused', async () => {
  server((body) => (body?.choices.some((choice) => choice.id === 'bad') ? refusal('bad_value') : [told(), 200]));
  const screen = new ProposeScreen();
  await screen.ask('en');
  await screen.change({ do: 'discard', id: 'bad' });
  expect(screen.refused).toMatchObject({ code: 'bad_value' });
  expect(screen.steps).toEqual([]);
  expect(screen.proposal?.id).toBe('first-map');
  expect(screen.error).toBeNull();
});

it('remembers what was chosen over a reload, and forgets what no longer fits', async () => {
  server(() => [told(), 200]);
  const first = new ProposeScreen();
  await first.ask('en');
  await first.change({ do: 'discard', id: 'gone' });
  server((body) => (body ? refusal('unknown_touchpoint') : [told(), 200]));
  const second = new ProposeScreen();
  expect(second.choices).toHaveLength(1);
  await second.ask('en');
  expect(second.choices).toEqual([]);
  expect(second.proposal?.id).toBe('first-map');
});

it('says that there is too little', async () => {
  server(() => refusal('too_little'));
  const screen = new ProposeScreen();
  await screen.ask('en');
  expect(screen.error).toMatchObject({ code: 'too_little' });
  expect(screen.proposal).toBeNull();
});

it('saves once and forgets the choices; a refusal leaves everything as it is', async () => {
  server((body) => [body && 'text' in body ? { id: 'first-map' } : told(), 200]);
  const screen = new ProposeScreen();
  await screen.ask('en');
  await screen.change({ do: 'discard', id: 'chat' });
  expect(await screen.keep()).toBe('first-map');
  expect(new ProposeScreen().choices).toEqual([]);
  server(() => [{ error: { code: 'map_exists', message: '' } }, 409]);
  expect(await screen.keep()).toBeNull();
  expect(screen.refused).toMatchObject({ code: 'map_exists' });
});
