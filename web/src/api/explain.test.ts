// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest';
import { language } from '../state/language.svelte';
import { ApiError } from './client';
import { explain } from './explain';

beforeAll(() => language.choose('pl'));

it('says a known code in the language of the reader, with the exact thing as the server named it', () =>
  expect(explain(new ApiError('unknown_map', 'There is no map "x".', 'Known: y.'))).toEqual({
    title: 'Nie ma takiej mapy',
    hint: 'There is no map "x". Known: y.',
    code: 'unknown_map',
  }));

it('prefers a translated hint', () =>
  expect(explain(new ApiError('no_server', 'English', 'English')).hint).toContain('cesta serve'));

it('falls back to the English of the server for a code it does not know', () =>
  expect(explain(new ApiError('brand_new', 'What.', 'Do.'))).toEqual({ title: 'What.', hint: 'Do.', code: 'brand_new' }));

it('does not show the inside of a broken page', () =>
  expect(explain(new TypeError('x is undefined'))).toMatchObject({ hint: null, code: null }));
