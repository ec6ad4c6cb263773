import { expect, it } from 'vitest';
import { channelIcon, ICONS } from './icons';

it('has a drawing for every channel, and a plain one for those it does not know', () => {
  for (const channel of ['web', 'app', 'store', 'phone', 'email', 'mail', 'chat', 'social'])
    expect(channelIcon(channel)).not.toBe('other');
  expect(channelIcon('pigeon')).toBe('other');
  expect(channelIcon(null)).toBe('other');
  expect(channelIcon('E-mail')).toBe('email');
});

it('tells letters from e-mail by their shape', () => expect(ICONS[channelIcon('mail')]).not.toBe(ICONS[channelIcon('email')]));
