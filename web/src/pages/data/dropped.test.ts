import { expect, it } from 'vitest';
import { filesOf, holdsFiles } from './dropped';

const file = (name: string): unknown => ({
  isFile: true,
  isDirectory: false,
  file: (done: (file: File) => void) => done(new File(['x'], name)),
});

function folder(...entries: unknown[]): unknown {
  let told = false;
  const readEntries = (done: (some: unknown[]) => void): void => {
    done(told ? [] : entries);
    told = true;
  };
  return { isFile: false, isDirectory: true, createReader: () => ({ readEntries }) };
}

const drop = (entries: unknown[], files: File[] = []): DataTransfer =>
  ({ items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry })), files }) as unknown as DataTransfer;

it('takes plain files as they are', async () => {
  const given = [new File(['a'], 'a.csv'), new File(['b'], 'b.csv')];
  expect(await filesOf(drop([file('a.csv'), file('b.csv')], given))).toEqual(given);
});

it('opens folders, and leaves hidden files where they are', async () => {
  const found = await filesOf(drop([folder(file('a.csv'), folder(file('b.csv'), file('.DS_Store'))), file('c.csv')]));
  expect(found.map(({ name }) => name)).toEqual(['a.csv', 'b.csv', 'c.csv']);
});

it('knows a text that is dragged from a file', () => {
  expect(holdsFiles({ types: ['text/plain'] })).toBe(false);
  expect(holdsFiles({ types: ['Files'] })).toBe(true);
  expect(holdsFiles(null)).toBe(false);
});
