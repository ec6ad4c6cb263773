import { expect, it } from 'vitest';
import { customerOf } from './who';
import cases from './who.cases.json';

it.each(cases.phone)('in %s the phone %s is %s', (country, written, id) => expect(customerOf('phone', written, country)).toBe(id));
it.each(cases.email)('in %s the address %s is %s', (country, written, id) => expect(customerOf('email', written, country)).toBe(id));

it('takes a card as it is written', () => expect(customerOf('card', ' K-001 ', '48')).toBe('K-001'));

it('takes nothing for nobody, and refuses what cannot be', () => {
  expect(customerOf('email', '  ', '')).toBe('');
  for (const wrong of ['ann', 'ann@', '@mail.example', 'a b@mail.example', 'ann@mail', `${'a'.repeat(99)}@b.c`]) expect(customerOf('email', wrong, '')).toBeNull();
  for (const wrong of ['call me', '123', '1'.repeat(40)]) expect(customerOf('phone', wrong, '48')).toBeNull();
  expect(customerOf('card', '1'.repeat(101), '')).toBeNull();
});
