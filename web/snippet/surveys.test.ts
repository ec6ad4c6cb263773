// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { Store } from './store';
import { surveys } from './surveys';
import type { Visit } from './visit';

afterEach(() => vi.unstubAllGlobals());
const visit = { anonymous: 'a', user: 'u', heard: () => {}, answer: () => {} } as unknown as Visit;

it('asks once the visitor agreed, and fetches nothing more where there is no survey', async () => {
  const fake = vi.fn(() => Promise.resolve(new Response('{"surveys": []}')));
  vi.stubGlobal('fetch', fake);
  const store = new Store(() => localStorage);
  const look = surveys(window, { base: 'https://e.example/cesta.js', key: 'k' }, store, visit);
  look();
  expect(fake).not.toHaveBeenCalled();
  store.agreed = true;
  look();
  look();
  await vi.waitFor(() => expect(fake).toHaveBeenCalledOnce());
  expect(fake.mock.calls[0]).toEqual(['https://e.example/v1/surveys?writeKey=k&anonymousId=a&userId=u', { credentials: 'omit' }]);
  expect(document.head.querySelector('script')).toBeNull();
});

it('hands over what there is', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"surveys": [{"id": "x"}]}')));
  const store = new Store(() => localStorage);
  store.agreed = true;
  const added = vi.spyOn(document.head, 'append').mockImplementation(() => {});
  surveys(window, { base: 'https://e.example/w/x/cesta.js', key: 'k' }, store, visit)();
  await vi.waitFor(() => expect(added).toHaveBeenCalledOnce());
  expect((added.mock.calls[0]![0] as unknown as HTMLScriptElement).src).toBe('https://e.example/w/x/cesta-survey.js');
  expect(window).toMatchObject({ cestaSurveys: { surveys: [{ id: 'x' }], visitor: 'a' } });
});
