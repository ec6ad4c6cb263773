// How scores and answers are written: NPS with its sign, CSAT as a share, CES and stars with one decimal. No DOM.
import type { QuestionResult, Score } from '../../api/surveys';
import { decimal, interval, share } from '../../state/format';

const rounded = (value: number, lang?: string): string => `${value > 0.5 ? '+' : ''}${decimal(value, 0, lang)}`;

export function valueOf(ask: string, value: number, lang?: string): string {
  if (ask === 'csat') return share(value, 0, lang);
  return ask === 'nps' ? rounded(value, lang) : decimal(value, 1, lang);
}

export function rangeOf(ask: string, score: Pick<Score, 'low' | 'high'>, lang?: string): string {
  const { low, high } = score;
  if (low === null || high === null) return '';
  return ask === 'nps' ? `${rounded(low, lang)}…${rounded(high, lang)}` : interval(low, high, ask === 'csat' ? 'share' : 'score', lang);
}

export type Tone = 'neg' | 'neu' | 'pos';

/** What an answer counts as: a detractor, a passive one, a promoter, and alike. */
export function toneOf(ask: string, key: string): Tone {
  const n = Number(key);
  if (ask === 'nps') return n >= 9 ? 'pos' : n >= 7 ? 'neu' : 'neg';
  if (ask === 'csat' || ask === 'stars') return n >= 4 ? 'pos' : n === 3 ? 'neu' : 'neg';
  if (ask === 'ces') return n >= 5 ? 'pos' : n === 4 ? 'neu' : 'neg';
  return 'neu';
}

/** Shares of those who are against, undecided and for. */
export function tones({ ask, counts, n }: Pick<QuestionResult, 'ask' | 'counts' | 'n'>): Record<Tone, number> {
  const found = { neg: 0, neu: 0, pos: 0 };
  for (const { key, n: many } of counts) found[toneOf(ask, key)] += n ? many / n : 0;
  return found;
}
