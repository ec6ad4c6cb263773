// A new map with nothing in it yet: one stage, and journeys of whatever a customer does until a month of silence.
import { idFor } from '../map/edit/ids';

/** Ids that would hide a page. */
const PAGES = ['propose', 'templates', 'new'];

export interface Begun {
  id: string;
  text: string;
}

export function begin(title: string, stage: string, taken: readonly string[]): Begun {
  const id = idFor(title, new Set([...taken, ...PAGES]), 'map');
  const text = [
    'cesta: map/1',
    `id: ${id}`,
    `title: ${JSON.stringify(title.trim())}`,
    'status: draft',
    'start: {first_of: [{}], after_silence: 30d}',
    'end: {any_of: [silence 30d]}',
    'stages:',
    '  - id: first',
    `    name: ${JSON.stringify(stage)}`,
    '    touchpoints: []',
    '',
  ].join('\n');
  return { id, text };
}
