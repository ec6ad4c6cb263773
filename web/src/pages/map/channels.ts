// Channels by name: our own words where we have them, else the word of the document.
import { known, t } from '../../words';
import type { MapView } from './types';

export const channelName = (channel: string): string => (known(`map.channel.${channel}`) ? t(`map.channel.${channel}`) : channel);

/** The channels a map uses, in the order they first appear. */
export const channelsOf = (view: MapView): string[] => [...new Set(view.stages.flatMap((s) => s.touchpoints.map((p) => p.channel)))];
