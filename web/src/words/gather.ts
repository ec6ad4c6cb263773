// Joins the word files of one language into one list of keys.
import type { Entry, Words } from '../state/language.svelte';

/** `{"./en/funnel.json": {"title": "Funnel"}}` becomes `{"funnel.title": "Funnel"}`. */
export function gather(files: Record<string, Record<string, Entry>>): Words {
  const words: Words = {};
  for (const [path, entries] of Object.entries(files)) {
    const page = path.replace(/^.*\/|\.json$/g, '');
    for (const [key, entry] of Object.entries(entries)) words[`${page}.${key}`] = entry;
  }
  return words;
}
