import { expect, test } from 'vitest';
import { frameCode, groupsFor, sites } from './files';

test('logs are for who may see customers, with numbers', () => {
  expect(groupsFor(true, true).map((group) => group.id)).toEqual(['print', 'tables', 'text', 'logs']);
  expect(groupsFor(false, true).at(-1)?.id).toBe('text');
  expect(groupsFor(true, false).at(-1)?.id).toBe('text');
});

test('sites as they are typed', () => {
  expect(sites('wiki.example.com/page, https://Intranet.example; http://localhost:8080')).toEqual([
    'https://wiki.example.com',
    'https://intranet.example',
    'http://localhost:8080',
  ]);
  expect(sites(' ')).toEqual([]);
});

test('a title cannot end the frame', () => {
  expect(frameCode('/s', 'A "B" & C')).toContain('title="A &quot;B&quot; &amp; C"');
});
