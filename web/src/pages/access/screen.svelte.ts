// What the page of people with access knows and does. Owners see everybody; all others themselves.
import {
  changePassword,
  endMine,
  endSession,
  getEverybody,
  getMine,
  getOwned,
  invite,
  makeToken,
  newLink,
  removePerson,
  revokeMine,
  revokeToken,
  setRole,
  type Access,
  type Everybody,
  type NewToken,
  type Owned,
  type Person,
  type Posted,
  type Role,
  type Scope,
} from '../../api/access';
import { language } from '../../state/language.svelte';
import { Loaded } from '../../state/loaded.svelte';
import { href } from '../../state/route';
import { t } from '../../words';

export class AccessScreen {
  people = new Loaded<Everybody>();
  mine = new Loaded<Access>();
  /** A link that was just made: shown until the reader has it. */
  link = $state.raw<{ name: string; address: string; said: string } | null>(null);
  token = $state.raw<NewToken | null>(null);
  /** Somebody about to be removed, and what she owns. */
  leaving = $state.raw<{ person: Person; owned: readonly Owned[] } | null>(null);
  notice = $state('');
  error = $state.raw<unknown>(null);
  busy = $state(false);

  constructor(readonly all: boolean) {}

  async look(): Promise<void> {
    await Promise.all([this.all ? this.people.run(getEverybody) : null, this.mine.run(getMine)]);
  }

  invite(login: string, name: string, role: Role): Promise<boolean> {
    return this.do(async () => {
      const made = await invite(login, name, role);
      this.link = { name: name || login, address: linkTo(made.link), said: said(made.letter) };
      return '';
    });
  }

  newLink(person: Person): Promise<boolean> {
    return this.do(async () => {
      const made = await newLink(person.id);
      this.link = { name: person.name, address: linkTo(made.link), said: said(made.letter) };
      return '';
    });
  }

  role(person: Person, role: Role): Promise<boolean> {
    return this.do(async () => {
      await setRole(person.id, role);
      return t('access.role.changed', { name: person.name });
    });
  }

  ask(person: Person): Promise<boolean> {
    return this.do(async () => {
      this.leaving = { person, owned: (await getOwned(person.id, language.code)).documents };
      return '';
    });
  }

  remove(person: Person, to: string | null): Promise<boolean> {
    return this.do(async () => {
      await removePerson(person.id, to);
      this.leaving = null;
      return t('access.remove.done', { name: person.name });
    });
  }

  /** mine: one's own, which everybody may end. */
  end(session: string, mine: boolean): Promise<boolean> {
    return this.do(async () => {
      await (mine ? endMine(session) : endSession(session));
      return t('access.session.ended');
    });
  }

  revoke(token: string, mine: boolean): Promise<boolean> {
    return this.do(async () => {
      await (mine ? revokeMine(token) : revokeToken(token));
      return t('access.token.revoked');
    });
  }

  make(name: string, scopes: readonly Scope[], days: number | null): Promise<boolean> {
    return this.do(async () => {
      this.token = await makeToken(name, scopes, days);
      return '';
    });
  }

  password(old: string, fresh: string): Promise<boolean> {
    return this.do(async () => {
      await changePassword(old, fresh);
      return t('access.password.changed');
    });
  }

  /** Whether it was done. */
  async do(deed: () => Promise<string>): Promise<boolean> {
    this.busy = true;
    this.error = null;
    this.notice = '';
    try {
      this.notice = await deed();
      await this.look();
      return true;
    } catch (error) {
      this.error = error;
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** What a person is told of a link: that it went out by mail, or that it is hers to send. */
function said(letter: Posted): string {
  const once = t('access.link.once');
  if (letter.state === 'sent') return t('access.link.sent');
  return letter.state === 'failed' ? `${t('access.link.failed', { why: letter.why })} ${once}` : once;
}

/** The whole address of a link: its secret behind the #, which browsers send to no server. */
export const linkTo = (secret: string): string => `${globalThis.location?.origin ?? ''}${href('/welcome')}#${secret}`;
