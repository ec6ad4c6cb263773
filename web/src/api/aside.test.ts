import { afterEach, expect, it, vi } from 'vitest';
import { bringBack, dismiss, dropRule, editItem, getAside, getItems, previewRule, repair, replay } from './aside';

afterEach(() => vi.unstubAllGlobals());

it('does each deed at its address', async () => {
  const fake = vi.fn((_address: string, _init?: RequestInit) => Promise.resolve(new Response('{}')));
  vi.stubGlobal('fetch', fake);
  const rule = { field: 'time', value: 'x', becomes: null };
  await getAside({ load: 'shop-1', source: 'till' });
  await getItems({ source: 'shop', code: 'ragged_row', field: '' }, 'waiting', '7');
  await previewRule('shop', rule);
  await repair('shop', rule);
  await dropRule('shop', rule);
  await editItem('7', { time: '2024' });
  await editItem('7', {}, '{}');
  await replay({ load: null });
  await dismiss({ ids: ['7'] });
  await bringBack({}, '99');
  expect(fake.mock.calls.map(([address, init]) => [address.replace('/api/set-aside', ''), init?.body])).toEqual([
    ['?source=till&load=shop-1', undefined],
    ['/items?source=shop&code=ragged_row&field=&state=waiting&after=7', undefined],
    ['/preview', '{"source":"shop","rule":{"field":"time","value":"x","becomes":null}}'],
    ['/repair', '{"source":"shop","rule":{"field":"time","value":"x","becomes":null}}'],
    ['/drop-rule', '{"source":"shop","rule":{"field":"time","value":"x","becomes":null}}'],
    ['/edit', '{"id":"7","fields":{"time":"2024"}}'],
    ['/edit', '{"id":"7","text":"{}"}'],
    ['/replay', '{"load":null}'],
    ['/dismiss', '{"ids":["7"]}'],
    ['/bring-back', '{"which":{},"undo":"99"}'],
  ]);
});
