import { describe, expect, it } from 'vitest';
import { channelsOf } from './channels';
import { sample } from './fixture';

describe('channels', () => {
  it('lists what the map uses, once', () => {
    expect(channelsOf(sample())).toEqual(['mail', 'store']);
  });
});
