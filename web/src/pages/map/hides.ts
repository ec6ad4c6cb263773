// What an average hides, in words: the two shares it lies between, the lower one first.
import type { Mark } from '../../api/types';
import { shown } from './numbers';

export function between(side: Mark['sides'][number]): [string, string] {
  const [low, high] = (side.inside.value ?? 0) <= (side.outside.value ?? 0) ? [side.inside, side.outside] : [side.outside, side.inside];
  return [shown(low, 0), shown(high, 0)];
}
