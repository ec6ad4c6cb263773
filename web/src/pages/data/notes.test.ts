// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest';
import { language } from '../../state/language.svelte';
import { sample } from './fixture';
import { lacking, noted, notesOf } from './notes';

beforeAll(() => language.choose('en'));

const hint = (code: string, text: string): Parameters<typeof noted>[0] => ({ code, text, table: 'orders' });

it.each([
  ['encoding', 'orders.csv: The text is in windows-1250; it was turned into UTF-8.', 'The text is in windows-1250.'],
  ['title_rows', 'a.csv: 2 rows above the header were skipped (Report | 2024).', 'Rows above the header were skipped (Report | 2024).'],
  ['no_header', 'a.csv: There is no header.', 'There is no header.'],
  ['no_customer', '12 % of the rows of orders have no card: they are set aside.', 'Some rows have no “card”; they will be set aside.'],
  ['shape', 'till is of the shape calls: Phone calls. Not used: x.', 'We know this kind of export: calls.'],
  ['shape', 'till is of the shape mine: Of my own.', 'We know this kind of export: mine.'],
  ['one_customer', '31 % of the rows looked at are of one customer, "NA".', '31% of the rows looked at belong to one customer, “NA”.'],
])('says %s in our words, with what it names', (code, text, said) => expect(noted(hint(code, text))).toBe(said));

it('leaves to the server what it does not know, or cannot name', () => {
  expect(noted(hint('something_new', 'New.'))).toBe('New.');
  expect(noted(hint('encoding', 'In another wording.'))).toBe('In another wording.');
});

it('finds the notes of a table by its name, or by the files it was made of', () => {
  const notes = [
    hint('personal', 'Names and addresses of people stay out of the events: phone.'),
    { code: 'no_header', text: 'orders.csv: There is no header.', table: 'orders_2024' },
    { code: 'separator', text: 'orders.csv: Cells are separated by tabs.', table: 'orders' },
    { code: 'no_header', text: 'visits.csv: There is no header.', table: 'visits' },
  ];
  const guess = sample({ notes });
  expect(notesOf(guess, guess.tables[1]!)).toEqual(['Names and addresses stay out: phone.', 'There is no header.']);
});

it('reads what a table lacks', () => {
  expect(lacking(hint('unused', 'x holds no events: no column says who or when.'))).toEqual(['who', 'when']);
  expect(lacking(hint('unused', 'x holds no events: no column says when.'))).toEqual(['when']);
  expect(lacking(hint('unused', 'It is not used.'))).toEqual([]);
});
