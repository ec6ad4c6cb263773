import { expect, it } from 'vitest';
import { routeOf } from '../../state/route';
import { plain, sought, topics } from './topics';

it('says everything in four languages, each in its own words, and leads to pages that are there', () => {
  const english = topics('en');
  expect(new Set(english.map((topic) => topic.id)).size).toBe(english.length);
  for (const language of ['pl', 'cs', 'ru'])
    for (const [i, topic] of topics(language).entries()) {
      expect([topic.id, topic.title.trim() !== '' && topic.text !== english[i]?.text]).toEqual([topic.id, true]);
      if (topic.page) expect(routeOf(topic.page).page).not.toBe('missing');
    }
});

it.each(['road map', 'CJM', 'mapa podróży', 'mapa podrozy', 'mapa zákaznické cesty', 'карта пути', 'Путь клиента', 'ścieżka klienta', 'journey map'])('finds the map under “%s”', (typed) => {
  for (const language of ['en', 'pl', 'cs', 'ru']) expect(sought(typed, language)[0]?.id).toBe('map');
});

it('finds by the beginning of a word, the best first, and nothing for one letter or nonsense', () => {
  expect(sought('persona', 'en')[0]?.id).toBe('persona');
  expect(sought('боль', 'cs')[0]?.id).toBe('barrier');
  expect(sought('rodo', 'pl')[0]?.id).toBe('erase');
  expect(sought('m', 'en')).toEqual([]);
  expect(sought('c-1042@example.com', 'en')).toEqual([]);
  expect(plain('Ścieżka – Klienta!')).toBe('sciezka klienta');
});
