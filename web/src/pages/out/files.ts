// Which files a map can go out as, in groups by what they are for. No DOM.

export interface OutFile {
  /** Its word. */
  id: string;
  format: string;
  layout?: 'a3' | 'a4' | 'booklet';
}

export interface Group {
  id: 'print' | 'tables' | 'text' | 'logs';
  files: OutFile[];
}

const file = (id: string, format = id, layout?: OutFile['layout']): OutFile => ({ id, format, ...(layout ? { layout } : {}) });

const GROUPS: readonly Group[] = [
  { id: 'print', files: [file('a3', 'pdf', 'a3'), file('a4', 'pdf', 'a4'), file('booklet', 'pdf', 'booklet'), file('pptx'), file('html'), file('png'), file('svg')] },
  { id: 'tables', files: [file('xlsx'), file('csv')] },
  { id: 'text', files: [file('md'), file('yaml'), file('mermaid'), file('cjml'), file('ems')] },
  { id: 'logs', files: [file('xes'), file('ocel')] },
];

/** Logs are made of single customers' journeys: only with numbers, and for who may see them. */
export const groupsFor = (numbers: boolean, people: boolean): Group[] => GROUPS.filter((group) => group.id !== 'logs' || (numbers && people));

/** Sites as somebody types them: by commas, spaces or lines; "wiki.example.com/page" is that site by HTTPS. */
export function sites(text: string): string[] {
  const typed = text.split(/[\s,;]+/).filter(Boolean);
  return [...new Set(typed.map((one) => origin(one.includes('://') ? one : ['https', one].join('://'))))];
}

/** What cannot be read stays as it was typed: the server says what is wrong with it. */
function origin(typed: string): string {
  try {
    return new URL(typed).origin;
  } catch {
    return typed;
  }
}

/** A part of a page that shows the map inside another one. */
export const frameCode = (address: string, title: string): string =>
  `<iframe src="${address}" title="${title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" width="100%" height="700" loading="lazy"></iframe>`;
