// What stands beside the map: the desired journey, the barriers or the drivers, asked for when they are first looked at, or changes.
import { untrack } from 'svelte';
import { isAborted, type MapChoice } from '../../../api/client';
import { getBarriers, getDeviations, getDrivers, type BarriersView, type DesiredView, type DriversView } from '../../../api/truth';
import { address } from '../../../state/address.svelte';

export type Which = 'desired' | 'barriers' | 'drivers' | 'changes';

class Beside {
  desired = $state.raw<DesiredView | null>(null);
  barriers = $state.raw<BarriersView | null>(null);
  drivers = $state.raw<DriversView | null>(null);
  error = $state.raw<unknown>(null);
  busy = $state(false);
  readonly which = $derived.by((): Which | null => {
    const asked = address.get('beside');
    return asked === 'desired' || asked === 'barriers' || asked === 'drivers' || asked === 'changes' ? asked : null;
  });

  turn(which: Which): void {
    address.set({ beside: this.which === which ? null : which, stop: null, stage: null });
  }

  close(): void {
    address.set({ beside: null });
  }

  async load(map: string, which: Exclude<Which, 'changes'>, choice: MapChoice, lang: string, signal: AbortSignal): Promise<void> {
    this.busy = true;
    // Looked at, not watched: what has come must not be asked for again.
    untrack(() => {
      if (this.desired?.map !== map) this.desired = null;
      if (this.barriers?.map !== map) this.barriers = null;
      if (this.drivers?.map !== map) this.drivers = null;
    });
    try {
      if (which === 'desired') this.desired = await getDeviations(map, choice, lang, signal);
      else if (which === 'barriers') this.barriers = await getBarriers(map, choice, lang, signal);
      else this.drivers = await getDrivers(map, address.get('outcome'), choice, lang, signal);
      this.error = null;
      this.busy = false;
    } catch (error) {
      if (isAborted(error)) return;
      this.error = error;
      this.busy = false;
    }
  }
}

export const beside = new Beside();
