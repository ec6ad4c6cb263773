import { expect, it } from 'vitest';
import { copied, pasted } from './clip';
import { applied, stagesOf, type Dict } from './tree';

const DATA: Dict = {
  stages: [
    { id: 'look', name: 'Look', touchpoints: [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }] },
    { id: 'pay', name: 'Pay', touchpoints: [] },
  ],
};
const order = (data: Dict): string => stagesOf(data).map((stage) => `${String(stage.id)}:${(stage.touchpoints as Dict[]).map((stop) => stop.id).join(',')}`).join(' ');
const paste = (text: string | null, chosen: string | null): string => order(pasted(DATA, text ?? '', chosen).reduce(applied, DATA));

it('pastes touchpoints behind the chosen one, with new ids', () => {
  expect(paste(copied(DATA, ['a', 'b']), 'a')).toBe('look:a,a-2,b-2,b pay:');
  expect(paste(copied(DATA, ['a']), 'pay')).toBe('look:a,b pay:a-2');
  expect(paste(copied(DATA, ['a']), null)).toBe('look:a,b pay:a-2');
});

it('pastes a stage with what is in it, once', () => {
  expect(paste(copied(DATA, ['look', 'a']), 'look')).toBe('look:a,b look-2:a-2,b-2 pay:');
});

it('leaves other texts alone', () => {
  for (const text of ['', 'hello', '{}', '{"cesta/parts": 2}']) expect(pasted(DATA, text, 'a')).toEqual([]);
  expect(copied(DATA, ['gone'])).toBeNull();
});
