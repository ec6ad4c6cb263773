// The workspaces that this server holds; asked once.
import { getWorkspaces } from '../api/client';
import type { WorkspaceEntry } from '../api/types';

class Neighbours {
  all = $state.raw<readonly WorkspaceEntry[]>([]);

  get here(): WorkspaceEntry | undefined {
    return this.all.find((one) => one.here);
  }

  /** Without an answer there is only this one: the page says by itself when the server is gone. */
  async load(): Promise<void> {
    this.all = await getWorkspaces().catch(() => []);
  }
}

export const neighbours = new Neighbours();
