// Copying stages and touchpoints from one map to another: what lies on the clipboard is readable JSON.
import type { At, Edit, Json } from '../../../api/edits';
import { idFor } from './ids';
import { idOf, idsOf, isDict, look, whereIs, type Dict } from './tree';

const KIND = 'cesta/parts';

interface Clip {
  [KIND]: 1;
  stages: Dict[];
  touchpoints: Json[];
}

/** The text for the clipboard; null when nothing of the map is chosen. */
export function copied(data: Json | undefined, ids: readonly string[]): string | null {
  const found = ids.flatMap((id) => {
    const at = whereIs(data, id);
    return at ? [{ at, part: look(data, at) ?? null }] : [];
  });
  if (!found.length) return null;
  const stages = found.filter(({ at }) => at.length === 2).map(({ part }) => part as Dict);
  const inside = new Set(stages.flatMap((stage) => (Array.isArray(stage.touchpoints) ? stage.touchpoints.map(idOf) : [])));
  const touchpoints = found.filter(({ at, part }) => at.length === 4 && !inside.has(idOf(part))).map(({ part }) => part);
  const clip: Clip = { [KIND]: 1, stages, touchpoints };
  return JSON.stringify(clip, null, 2);
}

/** What pasting that text does to a map: the parts come after the chosen one, with ids that are free. */
export function pasted(data: Json | undefined, text: string, chosen: string | null): Edit[] {
  const clip = parsed(text);
  const at = chosen ? whereIs(data, chosen) : null;
  const stage = at?.[1] ?? idOf((look(data, ['stages']) as Json[] | undefined)?.at(-1)) ?? null;
  if (!clip || !stage) return [];
  const taken = idsOf(data);
  const fresh = (part: Json): Json => {
    if (!isDict(part)) return part;
    const id = idFor(idOf(part) ?? '', taken);
    taken.add(id);
    return { ...part, id, ...(Array.isArray(part.touchpoints) ? { touchpoints: part.touchpoints.map(fresh) } : {}) };
  };
  let after: string = stage;
  const stages = clip.stages.map((part): Edit => {
    const value = fresh(part);
    const edit: Edit = { kind: 'add', at: ['stages'], value, after };
    after = idOf(value) ?? after;
    return edit;
  });
  let last: string | null = at?.length === 4 ? (at[3] ?? null) : null;
  const list: At = ['stages', stage, 'touchpoints'];
  const stops = clip.touchpoints.filter((part) => isDict(part) || !taken.has(String(part))).map((part): Edit => {
    const value = fresh(part);
    const edit: Edit = { kind: 'add', at: list, value, after: last };
    last = idOf(value);
    return edit;
  });
  return [...stages, ...stops];
}

function parsed(text: string): Clip | null {
  try {
    const clip = JSON.parse(text) as Partial<Clip> | null;
    return clip?.[KIND] === 1 && Array.isArray(clip.stages) && Array.isArray(clip.touchpoints) ? (clip as Clip) : null;
  } catch {
    return null;
  }
}
