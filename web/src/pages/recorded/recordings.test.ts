import { expect, it } from 'vitest';
import type { Recording } from '../../api/reading';
import { lasted, of, size } from './recordings';

const recording = (pages: string[]): Recording => ({
  source: 'site', session: 's', customer: 'ann', began: '2026-11-23T09:00:00Z', ended: '2026-11-23T09:01:30Z', parts: 2, bytes: 10, pages,
});

it('chooses by page', () => {
  const all = [recording(['a', 'b']), recording(['b'])];
  expect([of(all, 'a').length, of(all, 'b').length, of(all, null).length]).toEqual([1, 2, 2]);
});

it('knows how long it lasts', () => expect(lasted(recording([]))).toBe(90));

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1200, '1.2 kB'],
  [52_400_000, '52 MB'],
])('writes %d bytes as %s', (bytes, text) => expect(size(bytes, 'en')).toBe(text));
