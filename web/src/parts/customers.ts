// The customers behind a number as a table to save: all of them, however many the list shows so far.
import { ALL, askBehind } from '../api/client';
import { t } from '../words';
import type { Question } from '../api/types';
import { tableOf, type Column, type Table } from './table';

export async function customersTable(question: Question, pointer: string, what: string): Promise<Table> {
  const { customers, total } = await askBehind(question, pointer, null, undefined, ALL);
  const columns: Column<{ id: string }>[] = [{ name: t('tables.customer'), kind: 'text', cell: ({ id }) => id }];
  return tableOf(t('tables.customers', { what }), columns, customers, { question: { ...question, behind: pointer }, n: total });
}
