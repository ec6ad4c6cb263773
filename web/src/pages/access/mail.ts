// What a form about the mail server holds, and what of it is sent.
import type { Mail, MailWanted } from '../../api/access';

export type Security = Mail['security'];
export const SECURITIES: readonly Security[] = ['starttls', 'tls', 'none'];
const PORTS: Record<Security, number> = { starttls: 587, tls: 465, none: 25 };

/** password: empty leaves the one there is. */
export interface Given {
  host: string;
  port: number;
  security: Security;
  sender: string;
  login: string;
  password: string;
}

/** The port that servers with such encryption listen on. */
export const usual = (security: Security): number => PORTS[security];

export function empty(mail?: Mail): Given {
  const { host = '', port = usual('starttls'), security = 'starttls', sender = '', login = '' } = mail ?? {};
  return { host, port, security, sender, login, password: '' };
}

export const asWanted = (given: Given): MailWanted => ({ ...given, password: given.password === '' ? null : given.password });
