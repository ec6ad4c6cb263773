// Everything a customer did as a table to save: one column for each thing that was recorded beside an event.
import { tableOf, type Column, type Table } from '../../parts/table';
import { readable } from '../../state/names';
import { t } from '../../words';
import type { TimelineEvent } from '../../api/types';

export function eventsTable(events: readonly TimelineEvent[], customer: string): Table {
  const names = [...new Set(events.flatMap((event) => Object.keys(event.properties)))];
  const columns: Column<TimelineEvent>[] = [
    { name: t('people.when'), kind: 'time', cell: (event) => event.time },
    { name: t('tables.note'), kind: 'text', cell: (event) => (event.assumed ? t('people.assumed') : null) },
    { name: t('people.event'), kind: 'text', cell: (event) => event.event },
    { name: t('people.touchpoint'), kind: 'text', cell: (event) => event.touchpoint },
    { name: t('people.stage'), kind: 'text', cell: (event) => event.stage },
    ...names.map((name): Column<TimelineEvent> => {
      const numeric = events.every(({ properties }) => !(name in properties) || typeof properties[name] === 'number');
      return { name: readable(name), kind: numeric ? 'number' : 'text', cell: ({ properties }) => properties[name] ?? null };
    }),
  ];
  const question = { customer };
  const newestFirst = [...events].reverse();
  return tableOf(t('tables.events', { customer: t('shell.customer', { id: customer }) }), columns, newestFirst, { question, n: 1 });
}
