import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Person } from '../../api/access';
import { t } from '../../words';
import { AccessScreen, linkTo } from './screen.svelte';

const ANN = { id: 'p2', name: 'Ann' } as Person;

function server(answers: Record<string, unknown>, status = 200): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    const what = `${init.method ?? 'GET'} ${address}`;
    asked.push(what);
    const failed = status >= 400 && init.method !== undefined;
    const body = failed ? { error: { code: 'last_owner', message: 'No.', hint: null } } : (answers[what] ?? {});
    return Promise.resolve(new Response(JSON.stringify(body), { status: failed ? status : 200 }));
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('people with access', () => {
  it('asks for everybody only where everybody may be seen', async () => {
    const asked = server({});
    await new AccessScreen(false).look();
    expect(asked).toEqual(['GET /api/me/access']);
    await new AccessScreen(true).look();
    expect(asked.slice(1).sort()).toEqual(['GET /api/access/people', 'GET /api/me/access']);
  });

  it('shows a new link once, its secret behind the #', async () => {
    const made = { link: 'secret', kind: 'reset', person: 'p2' };
    const letters = [
      [{ state: 'not_sent', why: '' }, t('access.link.once')],
      [{ state: 'sent', why: '' }, t('access.link.sent')],
      [{ state: 'failed', why: 'nobody here' }, `${t('access.link.failed', { why: 'nobody here' })} ${t('access.link.once')}`],
    ] as const;
    for (const [letter, said] of letters) {
      server({ 'POST /api/access/people/p2/link': { ...made, letter } });
      const screen = new AccessScreen(true);
      expect(await screen.newLink(ANN)).toBe(true);
      expect(screen.link).toEqual({ name: 'Ann', address: linkTo('secret'), said });
    }
    expect(new URL(linkTo('secret'), 'http://127.0.0.1').hash).toBe('#secret');
  });

  it('tells why somebody cannot be removed, and keeps her', async () => {
    server({}, 409);
    const screen = new AccessScreen(true);
    screen.leaving = { person: ANN, owned: [] };
    expect(await screen.remove(ANN, null)).toBe(false);
    expect([screen.error !== null, screen.leaving !== null, screen.busy]).toEqual([true, true, false]);
  });

  it('ends what is one’s own by the way that is open to everybody', async () => {
    const asked = server({});
    const screen = new AccessScreen(false);
    await screen.end('s1', true);
    await screen.revoke('t1', true);
    expect(asked.filter((what) => what.startsWith('DELETE'))).toEqual(['DELETE /api/me/sessions/s1', 'DELETE /api/me/tokens/t1']);
  });
});
