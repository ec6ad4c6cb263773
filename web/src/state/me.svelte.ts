// Who looks at the screen, and whether she has to sign in first.
import { getMe, signOut, type Me, type Role } from '../api/access';
import { shut } from '../api/client';

class MeState {
  value = $state.raw<Me | null>(null);
  /** She was in and is not any more: her session ended while the page was open. */
  ended = $state(false);

  /** Ask once, before anything is shown. Without a server the page says so itself. */
  async start(): Promise<void> {
    shut.heard = () => this.#end();
    try {
      this.value = await getMe();
    } catch {
      this.value = null;
    }
  }

  /** Nothing is shown before she has signed in. */
  get outside(): boolean {
    return this.value !== null && this.value.role === null;
  }

  /** The workspace has no password yet: whoever sits here is the owner. */
  get open(): boolean {
    return this.value !== null && !this.value.guarded;
  }

  is(...roles: readonly Role[]): boolean {
    const role = this.value?.role;
    return role !== null && role !== undefined && roles.includes(role);
  }

  async leave(): Promise<void> {
    this.value = await signOut();
    location.reload();
  }

  #end(): void {
    if (this.value === null || this.value.role === null) return;
    this.ended = true;
    this.value = { guarded: true, id: '', login: '', name: '', role: null, letters: this.value.letters };
  }
}

export const me = new MeState();
