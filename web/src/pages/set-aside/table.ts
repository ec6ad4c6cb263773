// The rows that were set aside as a table to save, so that they can be mended where they came from.
import { tableOf, type Column, type Table } from '../../parts/table';
import { t } from '../../words';
import type { AsideItem, Which } from '../../api/aside';
import { fieldName, reasonOf } from './said';

export function asideTable(items: readonly AsideItem[], name: string, which: Which): Table {
  const fields = [...new Set(items.flatMap((item) => Object.keys(item.fields ?? {})))];
  const columns: Column<AsideItem>[] = [
    { name: t('tables.file'), kind: 'text', cell: (item) => item.file },
    { name: t('tables.row'), kind: 'number', cell: (item) => item.row },
    { name: t('tables.field'), kind: 'text', cell: (item) => (item.field === null ? null : fieldName(item.field)) },
    { name: t('aside.value'), kind: 'text', cell: (item) => item.value },
    { name: t('tables.reason'), kind: 'text', cell: (item) => reasonOf(item.code, item.reason) },
    ...fields.map((field): Column<AsideItem> => ({ name: fieldName(field), kind: 'text', cell: (item) => item.fields?.[field] ?? null })),
    { name: t('aside.whole'), kind: 'text', cell: (item) => item.text },
  ];
  return tableOf(`${t('aside.title')}: ${name}`, columns, items, { question: { set_aside: which }, n: items.length });
}
