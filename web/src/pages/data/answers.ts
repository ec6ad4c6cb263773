// What a person said about her files, as the server takes it and as the address keeps it. No DOM.
import type { Answers } from '../../api/types';
import type { Role } from './reading';

const LISTS = ['who', 'what', 'when', 'id', 'keep', 'drop'] as const;
const OF_ROLE: Record<Role, (typeof LISTS)[number]> = { who: 'who', what: 'what', when: 'when', id: 'id', detail: 'keep', out: 'drop' };

/** "This column is that", columns being named "table.column": one role a column; one customer, time and name a table. */
export function pointed(answers: Answers, table: string, column: string, role: Role): Answers {
  const name = `${table}.${column}`;
  const list = OF_ROLE[role];
  const next: Answers = { ...answers };
  for (const one of LISTS) {
    const alone = one === list && (role === 'who' || role === 'what' || role === 'when' || role === 'id');
    const kept = (answers[one] ?? []).filter((other) => other !== name && !(alone && other.startsWith(`${table}.`)));
    if (one === list) kept.push(name);
    if (kept.length) next[one] = kept;
    else delete next[one];
  }
  return next;
}

export const written = (answers: Answers): string | null => (Object.keys(answers).length ? JSON.stringify(answers) : null);

/** Answers out of an address; nonsense there says nothing. */
export function readAnswers(text: string | null): Answers {
  if (!text) return {};
  try {
    const found: unknown = JSON.parse(text);
    return found !== null && typeof found === 'object' && !Array.isArray(found) ? (found as Answers) : {};
  } catch {
    return {};
  }
}
