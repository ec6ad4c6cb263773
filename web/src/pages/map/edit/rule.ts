// A touchpoint's rule as the builder shows it: events of which any counts, each with a condition; and back to the document.
import type { Json } from '../../../api/edits';
import { isDict } from './tree';

export interface RulePart {
  event: string;
  where: string;
}

/** The parts of a rule; null where it says more than the builder can show. */
export function partsOf(match: Json | undefined): RulePart[] | null {
  if (match === undefined || match === null) return [];
  if (!isDict(match)) return null;
  if (Array.isArray(match.any)) {
    if (Object.keys(match).length > 1) return null;
    const parts = match.any.map((one) => (typeof one === 'string' ? { event: one, where: '' } : (partsOf(one) ?? [])[0]));
    return parts.every((part) => part !== undefined) ? (parts as RulePart[]) : null;
  }
  if (match.where !== undefined && match.where !== null && typeof match.where !== 'string') return null;
  return [{ event: typeof match.event === 'string' ? match.event : '', where: typeof match.where === 'string' ? match.where : '' }];
}

/** The rule of these parts; null of none. */
export function ruleOf(parts: readonly RulePart[]): Json {
  const told = parts.filter((part) => part.event || part.where.trim()).map((part): Json => ({ ...(part.event ? { event: part.event } : {}), ...(part.where.trim() ? { where: part.where.trim() } : {}) }));
  return told.length > 1 ? { any: told } : (told[0] ?? null);
}
