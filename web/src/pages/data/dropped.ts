// What somebody let go over the page: files, and the files inside of folders.

/** The files of a drop, folders opened; hidden files stay out. Must be called while the drop is being told. */
export async function filesOf(drop: Pick<DataTransfer, 'items' | 'files'>): Promise<File[]> {
  const entries = [...drop.items].map((item) => (item.kind === 'file' ? (item.webkitGetAsEntry?.() ?? null) : null));
  if (!entries.some((entry) => entry?.isDirectory)) return [...drop.files];
  const found = await Promise.all(entries.map((entry) => (entry ? inside(entry) : [])));
  return found.flat().filter((file) => !file.name.startsWith('.'));
}

/** Whether something that is being dragged over the page holds files, and not only text or a link. */
export const holdsFiles = (drag: Pick<DataTransfer, 'types'> | null): boolean => drag?.types.includes('Files') ?? false;

async function inside(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: FileSystemEntry[] = [];
  // A folder tells its entries in portions; the last one is empty.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (!some.length) break;
    all.push(...some);
  }
  return (await Promise.all(all.map(inside))).flat();
}
