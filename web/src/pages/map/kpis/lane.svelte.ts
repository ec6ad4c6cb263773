// The KPIs of the map on the screen, for the segment and the period that it shows.
import { getMapKpis, type Kpi, type KpiLane } from '../../../api/kpis';
import type { MapView } from '../../../api/types';
import { language } from '../../../state/language.svelte';
import { Loaded } from '../../../state/loaded.svelte';

/** To be called while a component is made; asked again whenever the map comes anew. */
export function useKpis(view: () => MapView, wanted: () => boolean): (stage: string) => Kpi[] {
  const asked = new Loaded<KpiLane>();
  $effect(() => {
    if (!wanted()) return;
    const { id, segment, date_from: from, date_to: to } = view();
    const lang = language.code;
    void asked.run((signal) => getMapKpis(id, { segment, from, to }, lang, signal));
    return () => asked.stop();
  });
  return (stage) => atStage(asked.value, view().id, stage);
}

/** Those at a stage, the ones that miss their target first; one named twice stands there once. */
export function atStage(lane: KpiLane | null, map: string, stage: string): Kpi[] {
  if (lane?.map !== map) return [];
  const here = lane.kpis.filter((one) => one.stage === stage).map(({ kpi }) => kpi);
  return here.filter((kpi, i) => kpi.now !== null && here.findIndex(({ id }) => id === kpi.id) === i);
}
