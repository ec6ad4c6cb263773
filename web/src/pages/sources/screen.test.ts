import { afterEach, expect, it, vi } from 'vitest';
import type { Arriving } from '../../api/sources';
import { SHOWN, SourcesScreen } from './screen.svelte';

const streams: EventTarget[] = [];
vi.stubGlobal(
  'EventSource',
  class extends EventTarget {
    constructor() {
      super();
      streams.push(this);
    }
    close(): void {}
  },
);
afterEach(() => (streams.length = 0));

const send = (id: string): boolean => streams[0]!.dispatchEvent(new MessageEvent('arrived', { data: JSON.stringify({ id } as Arriving) }));

it('keeps the newest messages, each once, and none while it is paused', () => {
  const screen = new SourcesScreen();
  screen.listen(null);
  for (let number = 0; number < SHOWN + 5; number++) send(`e${number}`);
  send(`e${SHOWN + 4}`);
  expect(screen.arrived.length).toBe(SHOWN);
  expect(screen.arrived[0]!.id).toBe(`e${SHOWN + 4}`);
  screen.paused = true;
  send('later');
  expect(screen.arrived[0]!.id).toBe(`e${SHOWN + 4}`);
  streams[0]!.dispatchEvent(new Event('error'));
  expect(screen.lost).toBe(true);
});

it('shows a new key, and the failure of one that cannot be made', async () => {
  const screen = new SourcesScreen();
  const answers = [{ key: 'k', source: 'till' }, { sources: [] }];
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(answers.shift()))));
  await screen.create('till');
  expect(screen.made).toEqual({ key: 'k', source: 'till' });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"error":{"code":"bad_source","message":"no"}}', { status: 400 })));
  await screen.create(' ');
  expect(screen.error).toMatchObject({ code: 'bad_source' });
  expect(screen.busy).toBe(false);
});
