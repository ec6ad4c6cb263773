// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { isLeftAlone } from './main';

it('leaves alone whoever asks for it', () => {
  const asks = (given: object): boolean => isLeftAlone(given as Navigator);
  expect([{}, { doNotTrack: '0' }, { doNotTrack: '1' }, { globalPrivacyControl: true }].map(asks)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
