/** The mood month by month as a small line: gaps where too few said anything, a band where it is known how sure it is. */
import { moodLine, type MoodLine } from '../../../draw/mood';
import type { MoodsView } from '../../../api/truth';

export interface Past extends MoodLine {
  width: number;
  height: number;
  zero: number;
}

export function pastLine(months: MoodsView['months'], width: number, height: number): Past | null {
  if (months.filter((one) => one.emotion.value !== null).length < 2) return null;
  const edge = 5;
  const step = (width - 2 * edge) / (months.length - 1);
  const moods = months.map(({ emotion }) => ({ value: emotion.value, assumed: false, low: emotion.low, high: emotion.high, turns: [] }));
  const line = moodLine(moods, months.map((_, i) => edge + i * step), edge, height - 2 * edge);
  return { ...line, width, height, zero: height / 2 };
}
