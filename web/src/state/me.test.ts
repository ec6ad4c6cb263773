import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shut } from '../api/client';
import { me } from './me.svelte';

const JANA = { guarded: true, id: 'p1', login: 'jana', name: 'Jana', role: 'owner' };
function answer(body: unknown): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body))));
}

beforeEach(() => {
  me.value = null;
  me.ended = false;
});
afterEach(() => vi.unstubAllGlobals());

describe('me', () => {
  it('is inside with a role and outside without one', async () => {
    answer(JANA);
    await me.start();
    expect([me.outside, me.open, me.is('owner'), me.is('viewer', 'agent')]).toEqual([false, false, true, false]);
    answer({ ...JANA, role: null });
    await me.start();
    expect([me.outside, me.is('owner')]).toEqual([true, false]);
  });

  it('is shown the door when the session ended meanwhile', async () => {
    answer(JANA);
    await me.start();
    shut.heard();
    expect([me.outside, me.ended]).toEqual([true, true]);
  });

  it('lets the page speak when there is no server', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    await me.start();
    expect([me.outside, me.open, me.is('owner')]).toEqual([false, false, false]);
  });
});
