// What was found, put on the map: an edit of its draft, by the editor's own hand where the map is being edited.
import { sendEdits, type Edit, type Json } from '../../../api/edits';
import type { DesiredView, FoundBarrier } from '../../../api/truth';
import { address } from '../../../state/address.svelte';
import { language } from '../../../state/language.svelte';
import type { MapView } from '../../../api/types';
import { freshKey } from '../edit/ids';
import type { MapScreen } from '../screen.svelte';
import { line } from './told';

/** The edit that puts a barrier on its touchpoint; none where its step is not on the map. */
export function barrierEdit(view: MapView, one: FoundBarrier, lang: string, text: string): Edit | null {
  const stage = view.stages.find((s) => s.touchpoints.some((stop) => stop.id === one.touchpoint));
  if (!stage || one.touchpoint === null) return null;
  return {
    kind: 'add',
    at: ['stages', stage.id, 'touchpoints', one.touchpoint, 'barriers'],
    value: { id: one.id, text: { [lang]: text }, evidence: 'measured' },
  };
}

export async function edit(screen: MapScreen, change: Edit): Promise<boolean> {
  if (screen.desk) {
    screen.desk.do(change);
    return true;
  }
  try {
    const { outcomes } = await sendEdits(screen.id, freshKey(), [{ key: freshKey(), bunch: freshKey(), edit: change }]);
    address.set({ edit: '1' });
    return outcomes.every((one) => one.outcome === 'done');
  } catch {
    return false;
  }
}

export function putBarrier(screen: MapScreen, view: MapView, one: FoundBarrier): Promise<boolean> {
  const change = barrierEdit(view, one, language.code, line(one));
  return change ? edit(screen, change) : Promise.resolve(false);
}

export const putDesired = (screen: MapScreen, made: NonNullable<DesiredView['made']>): Promise<boolean> =>
  edit(screen, { kind: 'set', at: ['desired'], value: { ...made } as unknown as Json, was: null });
