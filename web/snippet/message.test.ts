import { expect, it } from 'vitest';
import { campaignOf, newId } from './message';

it('reads the campaign from an address', () => {
  expect(campaignOf('?utm_source=news&utm_campaign=spring&q=1&utm_term=')).toEqual({ source: 'news', name: 'spring' });
  expect(campaignOf('?q=1')).toBeUndefined();
});

it('gives each message another id', () => expect(new Set([newId(), newId(), newId()]).size).toBe(3));
