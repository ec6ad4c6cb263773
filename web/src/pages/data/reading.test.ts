import { expect, it } from 'vitest';
import { event, sample } from './fixture';
import { joins, readEvents, readTables, whos } from './reading';

const roles = (dropped: string[] = []): Record<string, string> =>
  Object.fromEntries(
    readTables(sample(), dropped).flatMap((table) => table.columns.map(({ name, role }) => [`${table.name}.${name}`, role])),
  );

it('marks who, what, when and the id, in whichever table they stand', () =>
  expect(roles()).toEqual({
    'visits.visitor': 'who',
    'visits.event': 'what',
    'visits.at': 'when',
    'orders.no': 'id',
    'orders.customer_no': 'out',
    'orders.day': 'when',
    'orders.clock': 'when',
    'orders.Total paid': 'detail',
    'orders.phone': 'out',
    'customers.customer_no': 'detail',
    'customers.mail': 'who',
    'notes.text': 'detail',
  }));

it('shows what was left out, whatever it was before', () => expect(roles(['visits.event'])['visits.event']).toBe('out'));

it('says through which column a customer is found in another file', () => {
  expect(joins(sample())).toEqual([{ table: 'orders', column: 'customer_no', to: 'customers' }]);
  const orders = readTables(sample()).find(({ name }) => name === 'orders');
  expect(orders?.columns.filter((column) => column.joins).map(({ name }) => name)).toEqual(['customer_no']);
  expect(joins(sample({ events: [event({}), event({ event: 'pay' })] }))).toHaveLength(1);
});

it('goes through a file that knows the column, where the customer stands one further on', () => {
  const review = event({ event: 'review', table: 'visits', who: { ...event({}).who, columns: ['mail', 'no'] } });
  expect(joins(sample({ events: [event({}), review] }))).toEqual([
    { table: 'orders', column: 'customer_no', to: 'customers' },
    { table: 'visits', column: 'no', to: 'orders' },
  ]);
});

it('names each column that says who once', () =>
  expect(whos(sample({ events: [event({}), event({ event: 'pay' }), event({ who: { ...event({}).who, columns: [] } })] }))).toEqual(['mail']));

it('names the events by a word or by a column, with the columns of their time', () =>
  expect(readEvents(sample())).toEqual([
    { key: 'visits 0', name: null, what: 'event', when: 'at', assumed: false },
    { key: 'orders 1', name: 'order', what: null, when: 'day + clock', assumed: false },
  ]));

it('reads a kept mapping, which speaks SQL, as if its columns had been guessed', () => {
  const kept = event({
    table: 'orders_known',
    who: { ...event({}).who, table: 'orders_known', columns: ['customer_no'] },
    when: { ...event({}).when, table: '', columns: ["day || ' ' || \"clock\""] },
    id: null,
    properties: ['Total_paid'],
  });
  const guess = sample({ reused: 'shop', events: [kept] });
  const orders = readTables(guess).find(({ name }) => name === 'orders');
  expect(orders?.columns.map(({ name, role }) => [name, role])).toEqual([
    ['no', 'out'],
    ['customer_no', 'who'],
    ['day', 'when'],
    ['clock', 'when'],
    ['Total paid', 'detail'],
    ['phone', 'out'],
  ]);
  expect(joins(guess)).toEqual([]);
  expect(whos(guess)).toEqual(['customer_no']);
});

it('titles a sheet of a workbook by both names', () => {
  const guess = sample();
  guess.tables[0]!.sheet = 'Lines';
  expect(readTables(guess).map(({ title, use }) => [title, use])).toEqual([
    ['visits.csv · Lines', 'events'],
    ['orders.csv', 'events'],
    ['customers.csv', 'beside'],
    ['notes.csv', 'unused'],
  ]);
});
