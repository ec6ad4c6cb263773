import { afterEach, describe, expect, it, vi } from 'vitest';
import { getTexts, getThemes } from './themes';

const asked: string[] = [];
function answering(): void {
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return Promise.resolve(new Response('{}', { headers: { 'content-type': 'application/json' } }));
  });
}

describe('themes', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    asked.length = 0;
  });

  it('asks for those of one touchpoint, or for all', async () => {
    answering();
    await getThemes('buy/bought', 'pl');
    await getThemes(null, 'en');
    expect(asked).toEqual(['/api/themes?at=buy%2Fbought&lang=pl', '/api/themes?lang=en']);
  });

  it('asks for texts by meaning, page after page', async () => {
    answering();
    await getTexts({ q: 'long queue', theme: null, at: null }, '50', 'en');
    expect(asked).toEqual(['/api/themes/texts?q=long+queue&after=50&lang=en']);
  });
});
