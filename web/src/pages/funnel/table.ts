// The funnel as a table to save: what the bars show, with the ends of each interval.
import { interval, tableOf, type Column, type Table } from '../../parts/table';
import { readable } from '../../state/names';
import { t } from '../../words';
import type { Answer, Question } from '../../api/types';
import type { Bar, FunnelResult } from './bars';

export function funnelTable(bars: readonly Bar[], question: Question, answer: Answer<FunnelResult>): Table {
  const before = t('funnel.of_before');
  const columns: Column<Bar>[] = [
    { name: t('funnel.step'), kind: 'text', cell: (bar) => readable(bar.name) },
    { name: t('funnel.people'), kind: 'number', cell: (bar) => bar.people },
    { name: before, kind: 'share', cell: (bar) => (bar.place ? bar.rate : null) },
    ...interval<Bar>(before, 'share', (bar) => (bar.place ? { low: bar.rateLow, high: bar.rateHigh } : null)),
    { name: t('funnel.of_all'), kind: 'share', cell: (bar) => bar.ofAll },
    { name: t('funnel.median'), kind: 'seconds', cell: (bar) => bar.median },
  ];
  return tableOf(t('funnel.title'), columns, bars, { question: { ...question }, as_of: answer.as_of, n: answer.customers });
}
