// The workspace: its name, what events it knows, how new they are. Asked once, and again when something changed.
import { getWorkspace, isAborted } from '../api/client';
import type { Workspace } from '../api/types';
import { live } from './live.svelte';

class WorkspaceState {
  value = $state.raw<Workspace | null>(null);
  error = $state.raw<unknown>(null);

  async load(lang: string): Promise<void> {
    try {
      this.value = await getWorkspace(lang);
      live.saw(this.value.generation);
      this.error = null;
    } catch (error) {
      if (!isAborted(error)) this.error = error;
    }
  }

  /** The zone in which days are shown. */
  get zone(): string {
    return this.value?.timezone ?? 'UTC';
  }
}

export const workspace = new WorkspaceState();
