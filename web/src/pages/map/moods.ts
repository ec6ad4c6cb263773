/** The mood of each stop as the line draws it, and how sources are called. */
import type { Mood, Turn } from '../../draw/mood';
import { known, t } from '../../words';
import type { Emotion, MapView, Stop } from '../../api/types';

const TURNS = ['valley', 'peak', 'end'] as const;

/** A single mood is neither highest nor lowest: it is the end alone. */
export const turnsOf = ({ mood }: Pick<MapView, 'mood'>, stop: string): Turn[] =>
  TURNS.filter((turn) => mood?.[turn] === stop && (turn === 'end' || mood.valley !== mood.peak));

export const moodsOf = (view: Pick<MapView, 'mood'>, stops: readonly Stop[]): Mood[] =>
  stops.map(({ id, emotion }) => ({
    value: emotion.value,
    assumed: emotion.evidence === 'assumed',
    low: emotion.low,
    high: emotion.high,
    turns: turnsOf(view, id),
  }));

/** A source in words; a property that a map names itself keeps its name. */
export function sourceName(source: string): string {
  const key = `voices.source.${source}`;
  return known(key) ? t(key) : source;
}

/** Whether anybody said anything there: then it has a past, too. */
export const isTold = (emotion: Emotion): boolean => emotion.n > 0;
