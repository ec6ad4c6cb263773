// What a reader can choose from, and how typing narrows it.
export interface Option {
  value: string;
  label: string;
  note?: string;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|[_\s-]/gu, '')
    .replace(/ł/g, 'l');

/** The options whose label or value holds what was typed, without regard to case, accents and spaces. */
export function narrowed(options: readonly Option[], typed: string): Option[] {
  const wanted = plain(typed);
  return options.filter((option) => plain(option.label).includes(wanted) || plain(option.value).includes(wanted));
}
