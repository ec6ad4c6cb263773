import { afterEach, describe, expect, it, vi } from 'vitest';
import { changePassword, makeToken, removePerson } from './access';

afterEach(() => vi.unstubAllGlobals());

function heard(): [string, RequestInit][] {
  const calls: [string, RequestInit][] = [];
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    calls.push([address, init]);
    return Promise.resolve(new Response('{}', { headers: { 'content-type': 'application/json' } }));
  });
  return calls;
}

describe('access', () => {
  it('says who takes over, when somebody does', async () => {
    const calls = heard();
    await removePerson('p1', null);
    await removePerson('p1', 'p2');
    expect(calls.map(([address, init]) => `${init.method} ${address}`)).toEqual([
      'DELETE /api/access/people/p1',
      'DELETE /api/access/people/p1?to=p2',
    ]);
  });

  it('sends passwords and purposes in the body alone', async () => {
    const calls = heard();
    await changePassword('old one', 'new one');
    await makeToken('nightly', ['read'], null);
    expect(calls.map(([address, init]) => [address, JSON.parse(String(init.body))])).toEqual([
      ['/api/me/password', { old: 'old one', new: 'new one' }],
      ['/api/me/tokens', { name: 'nightly', scopes: ['read'], days: null }],
    ]);
  });
});
