// What a hypothesis says in numbers as people write them. No DOM.
import type { Hypothesis, Seen } from '../../api/hypotheses';
import { points } from '../../state/format';
import { t } from '../../words';
import { told } from '../overview/said';

type Unit = Hypothesis['unit'];

/** "12.3 points higher (4.1 to 20.2)": how far apart both sides are, and how sure that is. */
export function gap(seen: Seen, unit: Unit, currency: string | null): string {
  if (seen.gap === null || seen.low === null || seen.high === null) return '';
  const figure = (value: number): string => (unit === 'share' || unit === 'change' ? points(value) : signed(value, unit, currency));
  const words = { gap: figure(seen.gap), low: figure(seen.low), high: figure(seen.high) };
  return t(unit === 'share' || unit === 'change' ? 'hypotheses.gap_points' : 'hypotheses.gap', words);
}

function signed(value: number, unit: Unit, currency: string | null): string {
  const size = told(Math.abs(value), unit, currency);
  return value > 0 ? `+${size}` : value < 0 ? `\u2212${size}` : size;
}
