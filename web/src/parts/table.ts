// A table as it is saved: typed columns, plain cells, the question that made it. What the pages make their tables from.
import type { TableWanted } from '../api/types';
import { t } from '../words';

export type Kind = NonNullable<TableWanted['columns'][number]['kind']>;
export type Cell = string | number | boolean | null;

/** One row of the screen's table as it is saved: what stands in each column. */
export interface Column<Row> {
  name: string;
  kind: Kind;
  cell: (row: Row) => Cell;
}

export interface Table {
  name: string;
  columns: { name: string; kind: Kind }[];
  rows: Cell[][];
  question?: Record<string, unknown>;
  as_of?: string | null;
  n?: number | null;
}

/** Rows through columns: the table with its cells. */
export function tableOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[], about: Omit<Table, 'name' | 'columns' | 'rows'> = {}): Table {
  return {
    ...about,
    name,
    columns: columns.map(({ name, kind }) => ({ name, kind })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

/** A name that every disk takes. */
export function fileName(name: string, format: string): string {
  const fit = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 80);
  return `${fit || 'Cesta'}.${format}`;
}

/** The ends of an interval, as two columns after the number that they belong to. */
export function interval<Row>(name: string, kind: Kind, ends: (row: Row) => { low: number | null; high: number | null } | null | undefined): Column<Row>[] {
  return [
    { name: t('tables.low', { name }), kind, cell: (row) => ends(row)?.low ?? null },
    { name: t('tables.high', { name }), kind, cell: (row) => ends(row)?.high ?? null },
  ];
}
