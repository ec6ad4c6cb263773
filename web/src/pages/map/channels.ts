// The channels a map uses.
import type { MapView } from '../../api/types';

/** In the order they first appear. */
export const channelsOf = (view: MapView): string[] => [...new Set(view.stages.flatMap((s) => s.touchpoints.map((p) => p.channel)))];
