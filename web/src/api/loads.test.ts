import { afterEach, expect, it, vi } from 'vitest';
import { decide, getLoads, guessFiles, putBack, startLoad, takeBack } from './loads';

afterEach(() => vi.unstubAllGlobals());

it('asks for loads, takes one back, puts it back and decides, each at its address', async () => {
  const fake = vi.fn((_address: string, _init?: RequestInit) => Promise.resolve(new Response('{"loads": []}')));
  vi.stubGlobal('fetch', fake);
  expect(await getLoads()).toEqual([]);
  await takeBack('shop/1');
  await putBack('shop/1');
  await decide('shop/1', 'replace');
  await guessFiles(['u1'], { dates: 'dmy' });
  await startLoad(['u1'], {});
  expect(fake.mock.calls.map(([address, init]) => [init?.method ?? 'GET', address, init?.body])).toEqual([
    ['GET', '/api/loads', undefined],
    ['DELETE', '/api/loads/shop%2F1', undefined],
    ['POST', '/api/loads/shop%2F1/restore', '{}'],
    ['POST', '/api/loads/shop%2F1/decision', '{"decision":"replace"}'],
    ['POST', '/api/loads/guess', '{"files":["u1"],"answers":{"dates":"dmy"}}'],
    ['POST', '/api/loads', '{"files":["u1"],"answers":{}}'],
  ]);
});
