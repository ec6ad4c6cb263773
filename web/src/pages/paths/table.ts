// The paths as a table to save: every way from a step to the next, not only those first shown.
import { tableOf, type Column, type Table } from '../../parts/table';
import { readable } from '../../state/names';
import { t } from '../../words';
import type { Answer, Question } from '../../api/types';
import type { Link } from './sankey';

export function pathsTable(question: Question, answer: Answer<{ links: Link[] }>): Table {
  const rows = answer.result.links.map((link, place) => ({ ...link, people: answer.about?.[`/links/${place}/count`]?.n ?? null }));
  const columns: Column<(typeof rows)[number]>[] = [
    { name: t('paths.step_short'), kind: 'number', cell: (link) => link.step },
    { name: t('paths.from'), kind: 'text', cell: (link) => readable(link.from) },
    { name: t('paths.to'), kind: 'text', cell: (link) => readable(link.to) },
    { name: t('paths.count'), kind: 'number', cell: (link) => link.count },
    { name: t('paths.customers'), kind: 'number', cell: (link) => link.people },
    { name: t('paths.time'), kind: 'seconds', cell: (link) => link.avg_seconds },
  ];
  return tableOf(t('paths.title'), columns, rows, { question: { ...question }, as_of: answer.as_of, n: answer.customers });
}
