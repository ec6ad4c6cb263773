import { expect, it } from 'vitest';
import { told } from './told';

it('speaks the language wanted, else English, else any', () => {
  expect([told({ en: 'a', pl: 'b' }, 'pl'), told({ en: 'a' }, 'cs'), told({ ru: 'в' }, 'cs'), told('x', 'ru'), told(null, 'en')]).toEqual(['b', 'a', 'в', 'x', '']);
});
