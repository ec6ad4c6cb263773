// How a name from the data is shown to people: "coupon_redeemed" as "coupon redeemed". The name itself stays in the title.
import { known, t } from '../words';

export function readable(name: string): string {
  if (name === '...') return '…';
  const text = name.replace(/[_]+/g, ' ').trim();
  return text || name;
}

/** A channel by name: our own word where we have one, else the word of the document. */
export const channelName = (channel: string): string =>
  known(`shell.channel.${channel}`) ? t(`shell.channel.${channel}`) : readable(channel);
