// Remarks as conversations, and the names in them.
import type { At, Remark } from '../../../api/edits';

export interface Thread {
  first: Remark;
  answers: Remark[];
}

/** Conversations about a part (all of them for the whole map): open ones first, the newest on top. */
export function threads(remarks: readonly Remark[], about: At): Thread[] {
  const inside = (one: Remark): boolean => about.every((token, i) => one.at[i] === token);
  return remarks
    .filter((one) => one.kind === 'comment' && one.parent === null && inside(one))
    .map((first) => ({ first, answers: remarks.filter((one) => one.parent === first.id) }))
    .sort((a, b) => Number(a.first.done) - Number(b.first.done) || b.first.id - a.first.id);
}

/** A text in pieces, those that name somebody marked. */
export const pieces = (text: string): { text: string; at: boolean }[] =>
  text.split(/((?<![\p{L}\d_])@[\p{L}\d_.-]*[\p{L}\d_])/u).filter(Boolean).map((piece) => ({ text: piece, at: piece.startsWith('@') && piece.length > 1 }));
