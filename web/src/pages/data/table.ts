// What was loaded as a table to save, those in the bin among them.
import { tableOf, type Column, type Table } from '../../parts/table';
import { t } from '../../words';
import type { LoadView } from '../../api/types';

export function loadsTable(loads: readonly LoadView[]): Table {
  const columns: Column<LoadView>[] = [
    { name: t('data.load.name'), kind: 'text', cell: (load) => load.name },
    { name: t('tables.files'), kind: 'text', cell: (load) => load.files.map((file) => file.name).join('\n') },
    { name: t('data.load.when'), kind: 'time', cell: (load) => load.loaded_at },
    { name: t('data.load.events'), kind: 'number', cell: (load) => load.events },
    { name: t('data.load.customers'), kind: 'number', cell: (load) => load.customers },
    { name: t('data.load.set_aside'), kind: 'number', cell: (load) => load.set_aside },
    { name: t('data.result.known'), kind: 'number', cell: (load) => load.duplicates },
    { name: t('data.generated'), kind: 'text', cell: (load) => t(load.generated ? 'people.yes' : 'people.no') },
    { name: t('bin.when'), kind: 'time', cell: (load) => load.binned_at },
  ];
  return tableOf(t('data.loads'), columns, loads, { question: { loads: 'all' } });
}
