import { describe, expect, it } from 'vitest';
import { channelName, channelsOf } from './channels';
import { sample } from './fixture';

describe('channels', () => {
  it('lists what the map uses, once', () => {
    expect(channelsOf(sample())).toEqual(['mail', 'store']);
  });

  it('keeps the name of a channel we have no word for', () => {
    expect(channelName('pigeon')).toBe('pigeon');
  });
});
