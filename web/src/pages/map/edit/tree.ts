// A map's document in the browser: looking things up by their address, and what an edit makes of it before the server has answered.
import type { At, Edit, Json } from '../../../api/edits';

export type Dict = { [key: string]: Json };

export const isDict = (value: Json | undefined): value is Dict => typeof value === 'object' && value !== null && !Array.isArray(value);

export const idOf = (item: Json | undefined): string | null => (isDict(item) ? (typeof item.id === 'string' ? item.id : null) : typeof item === 'string' ? item : null);

/** The value at an address; undefined when there is none. */
export function look(data: Json | undefined, at: At): Json | undefined {
  let here = data;
  for (const token of at) {
    if (Array.isArray(here)) here = here.find((item) => idOf(item) === token);
    else if (isDict(here)) here = here[token];
    else return undefined;
  }
  return here ?? undefined;
}

export const same = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The document after an edit; as it was where the edit has no place. */
export function applied(data: Dict, edit: Edit): Dict {
  const copy = structuredClone(data);
  if (edit.kind === 'set') set(copy, edit.at, edit.value ?? null);
  else if (edit.kind === 'add') insert(copy, edit.at, edit.value ?? null, edit.after);
  else {
    const item = taken(copy, edit.at);
    if (item !== undefined && edit.kind === 'move') insert(copy, edit.to?.length ? edit.to : edit.at.slice(0, -1), item, edit.after);
  }
  return copy;
}

/** The mapping that holds the last part of an address; made where a field on the way is missing. */
function boxOf(data: Dict, at: At): Dict | null {
  let here: Json | undefined = data;
  for (const [i, token] of at.slice(0, -1).entries()) {
    if (Array.isArray(here)) here = here.find((item) => idOf(item) === token);
    else if (isDict(here)) {
      const box: Dict = here;
      here = box[token] ??= Array.isArray(look(data, at.slice(0, i + 1))) ? [] : {};
    } else return null;
  }
  return isDict(here) ? here : null;
}

function set(data: Dict, at: At, value: Json): void {
  const box = boxOf(data, at);
  const key = at.at(-1) ?? '';
  if (!box) return;
  if (value === null) delete box[key];
  else box[key] = value;
}

function insert(data: Dict, at: At, item: Json, after: string | null | undefined): void {
  const box = boxOf(data, at);
  if (!box) return;
  const key = at.at(-1) ?? '';
  const list = Array.isArray(box[key]) ? box[key] : (box[key] = []);
  if (list.some((other) => idOf(other) === idOf(item))) return;
  const before = after === null || after === undefined ? list.length - 1 : list.findIndex((other) => idOf(other) === after);
  list.splice(after && before < 0 ? list.length : before + 1, 0, item);
}

function taken(data: Dict, at: At): Json | undefined {
  const list = look(data, at.slice(0, -1));
  if (!Array.isArray(list)) return undefined;
  const place = list.findIndex((item) => idOf(item) === at.at(-1));
  return place < 0 ? undefined : list.splice(place, 1)[0];
}

export const items = (data: Json | undefined, at: At): Dict[] => {
  const list = look(data, at);
  return Array.isArray(list) ? list.filter(isDict) : [];
};

export const stagesOf = (data: Json | undefined): Dict[] => items(data, ['stages']);

/** The address of a stage or a touchpoint. */
export function whereIs(data: Json | undefined, id: string): At | null {
  for (const stage of stagesOf(data)) {
    const at = ['stages', idOf(stage) ?? ''];
    if (stage.id === id) return at;
    const stops = stage.touchpoints;
    if (Array.isArray(stops) && stops.some((stop) => idOf(stop) === id)) return [...at, 'touchpoints', id];
  }
  return null;
}

const LANGUAGES = ['en', 'pl', 'cs', 'ru'];
const translated = (value: Json | undefined): value is Dict => isDict(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => LANGUAGES.includes(key));

/** Words in the reader's language, where there are several. */
export function say(value: Json | undefined, language: string): string {
  if (translated(value)) return String(value[language] ?? value.en ?? Object.values(value)[0] ?? '');
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

/** Where the reader's own words of a text are set: in its language if it has several. */
export const ownWords = (data: Json | undefined, at: At, language: string): At => (translated(look(data, at)) ? [...at, language] : at);

/** Every id in use for stages and touchpoints. */
export const idsOf = (data: Json | undefined): Set<string> =>
  new Set(stagesOf(data).flatMap((stage) => [idOf(stage) ?? '', ...(Array.isArray(stage.touchpoints) ? stage.touchpoints.map((stop) => idOf(stop) ?? '') : [])]));
