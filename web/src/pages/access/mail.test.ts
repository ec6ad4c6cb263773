import { expect, it } from 'vitest';
import { asWanted, empty, SECURITIES, usual } from './mail';

it('begins with what most servers want', () => {
  expect(empty()).toEqual({ host: '', port: 587, security: 'starttls', sender: '', login: '', password: '' });
  expect(SECURITIES.map(usual)).toEqual([587, 465, 25]);
});

it('shows the server that is kept, never its password', () => {
  const mail = { ready: true, host: 'smtp.shop.example', port: 465, security: 'tls' as const, sender: 'a@shop.example', login: 'a', has_password: true };
  expect(empty(mail)).toEqual({ host: 'smtp.shop.example', port: 465, security: 'tls', sender: 'a@shop.example', login: 'a', password: '' });
});

it('keeps the password there is unless another is given', () => {
  expect(asWanted(empty()).password).toBeNull();
  expect(asWanted({ ...empty(), password: 'x' }).password).toBe('x');
});
