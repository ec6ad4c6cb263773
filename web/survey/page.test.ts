// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { linkOf, messageOf } from './page';

it('reads a link', () => {
  expect(linkOf('/w/shop/s/after', '#key=k&at=Krak%C3%B3w+Rynek')).toEqual({ survey: 'after', key: 'k', place: 'Kraków Rynek', who: undefined });
  expect(linkOf('/s/after/', '#key=k&who=ann')).toMatchObject({ survey: 'after', who: 'ann' });
  expect(linkOf('/s/after', '')).toBeNull();
});

it('speaks for who was named, else for nobody', () => {
  expect(messageOf('e', {}, 'r', 'ann')).toMatchObject({ type: 'track', userId: 'ann' });
  expect(messageOf('e', {}, 'r', undefined)).toMatchObject({ anonymousId: 'survey:r' });
});
