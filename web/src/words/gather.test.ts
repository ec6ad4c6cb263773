import { expect, it } from 'vitest';
import { gather } from './gather';

it('leads each key by the name of its file', () =>
  expect(gather({ './en/funnel.json': { title: 'Funnel' }, './en/shell.json': { title: 'Shell' } })).toEqual({
    'funnel.title': 'Funnel',
    'shell.title': 'Shell',
  }));
