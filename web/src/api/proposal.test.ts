import { afterEach, expect, it, vi } from 'vitest';
import { changeProposal, getProposal, saveMap } from './proposal';

const calls: [string, RequestInit | undefined][] = [];
vi.stubGlobal('location', { pathname: '/' });
const answer = (body: unknown): unknown =>
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    calls.push([path, init]);
    return Promise.resolve(new Response(JSON.stringify(body)));
  });
afterEach(() => calls.splice(0));

it('asks, changes and saves', async () => {
  answer({ id: 'first-map' });
  await getProposal('cs');
  await changeProposal([{ do: 'discard', id: 'chat' }], 'cs');
  expect(await saveMap('first-map', 'cesta: map/1')).toEqual({ id: 'first-map' });
  expect(calls.map(([path]) => path)).toEqual(['/api/proposal?lang=cs', '/api/proposal', '/api/maps']);
  expect(JSON.parse(calls[1]?.[1]?.body as string)).toEqual({ choices: [{ do: 'discard', id: 'chat' }], lang: 'cs' });
  expect(JSON.parse(calls[2]?.[1]?.body as string)).toEqual({ id: 'first-map', text: 'cesta: map/1' });
});
