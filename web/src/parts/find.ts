// Finding a customer as one types: which keys open the box, what is marked, what of a text was met. No DOM.
import type { Match } from '../api/people';

/** "/" opens it where nothing is being typed, Ctrl-K or ⌘K anywhere. */
export function opens(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>, isTyping: boolean): boolean {
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'k';
  return event.key === '/' && !isTyping;
}

/** The place that is marked after an arrow key, from −1 (none) around to the last. */
export function moved(key: string, marked: number, many: number): number {
  if (!many) return -1;
  if (key === 'ArrowDown') return (marked + 1) % many;
  if (key === 'ArrowUp') return (marked + many - 1 + Number(marked < 0)) % many;
  return marked;
}

/** What says why somebody was found; nothing where her id says it already. */
export const because = (match: Match): string | null => (match.by === 'id' && match.text === match.customer ? null : match.text);
