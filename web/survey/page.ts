// The page of a link: fetches its survey by the key in the address, and says kindly when there is none to fill in.
import { newId, type Message } from '../snippet/message';
import { Outbox } from '../snippet/outbox';
import { Store } from '../snippet/store';
import { NAMES } from '../src/state/languages';
import { stillAsked } from './flow';
import { Form } from './form';
import { keep, recall } from './kept';
import { dress, make } from './make';
import { answered, around } from './said';
import { languagesOf, spoken, word } from './spoken';
import { FORM, PAGE } from './style';
import { told, type Survey } from './told';

export interface Linked {
  survey: string;
  key: string;
  place: string | undefined;
  who: string | undefined;
}

type Found = (Survey & { state: 'open' }) | { state: 'closed' | 'draft' | 'early'; name: Survey['name']; from: string | null };

/** What an address says: /s/after#key=…&at=Brno&who=ann. */
export function linkOf(path: string, hash: string): Linked | null {
  const survey = decodeURIComponent(path.replace(/\/$/, '').split('/').at(-1) ?? '');
  const given = new URLSearchParams(hash.slice(1));
  const key = given.get('key');
  return survey && key ? { survey, key, place: given.get('at') ?? undefined, who: given.get('who') ?? undefined } : null;
}

/** One message of a filling-in: by who was named in the link, else by nobody but itself. */
export function messageOf(event: string, properties: Record<string, unknown>, response: string, who: string | undefined): Message {
  const by = who ? { userId: who } : { anonymousId: `survey:${response}` };
  return { type: 'track', event, messageId: newId(), timestamp: new Date().toISOString(), ...by, properties };
}

const root = make('div', { class: 'survey' });
const main = make('main', { id: 'main' });

export async function open(): Promise<void> {
  dress(document, FORM + PAGE);
  root.append(main);
  document.body.append(root);
  const link = linkOf(location.pathname, location.hash);
  if (!link) return tell('cut');
  try {
    const answer = await fetch(`../v1/surveys/${encodeURIComponent(link.survey)}`, { headers: { 'x-write-key': link.key }, credentials: 'omit' });
    if ([401, 403, 404].includes(answer.status)) return tell('refused');
    if (!answer.ok) throw new Error(`${answer.status}`);
    const found = (await answer.json()) as Found;
    if (found.state === 'open') begin(found, link);
    else tell(found.state === 'early' ? 'early' : 'closed', found.from, found.name);
  } catch {
    const again = make('button', { type: 'button', class: 'go' }, word(mine(), 'again'));
    again.addEventListener('click', () => location.reload());
    tell('failed', null, '', again);
  }
}

const mine = (): string => spoken({ name: '', questions: [] }, navigator.languages);

function tell(what: string, day: string | null = null, name: Survey['name'] = '', more?: Node): void {
  const language = mine();
  document.documentElement.lang = language;
  document.title = told(name, language) || word(language, what);
  const when = day ? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long' }).format(new Date(`${day}T12:00`)) : '';
  const about = told(name, language);
  main.replaceChildren(
    ...(about ? [make('p', { class: 'told' }, about)] : []),
    make('h1', {}, word(language, what)),
    make('p', {}, word(language, `${what}.hint`, { day: when })),
    ...(more ? [more] : []),
  );
}

function sending({ key }: Linked): Outbox {
  // What somebody says by hand is theirs to send, and is kept until it has arrived.
  const store = new Store(() => localStorage, 'cesta.survey.');
  store.agreed = true;
  const type = 'application/json';
  const to = new URL('../v1/surveys/answers', location.href).href;
  const outbox = new Outbox(key, store, {
    post: async (body) => {
      const answer = await fetch(to, { method: 'POST', body, headers: { 'content-type': type }, credentials: 'omit' });
      return { status: answer.status, retryAfter: Number(answer.headers.get('retry-after')) || 0 };
    },
    beacon: (body) => navigator.sendBeacon(to, new Blob([body], { type })),
    later: (work, milliseconds) => void setTimeout(work, milliseconds),
    now: () => new Date(),
  });
  outbox.adopt();
  addEventListener('online', () => void outbox.flush());
  addEventListener('pagehide', () => outbox.leave());
  return outbox;
}

function begin(survey: Survey, link: Linked): void {
  const store = new Store(() => localStorage, 'cesta.');
  store.agreed = true;
  const kept = recall(store, survey.id);
  const response = kept?.response ?? newId();
  const outbox = sending(link);
  let language = spoken(survey, [new URLSearchParams(location.search).get('lang') ?? '', ...navigator.languages]);
  const said = (event: string, more: Record<string, unknown> = {}): void =>
    outbox.add(
      messageOf(event, { ...around(survey, { response, language, channel: link.place ? 'store' : 'web', place: link.place }), ...more }, response, survey.anonymous ? undefined : link.who),
    );

  const name = make('b');
  const body = make('div');
  const status = make('p', { class: 'told', role: 'status' });
  const choose = make('select', {}, ...languagesOf(survey).map((code) => make('option', { value: code, lang: code, selected: code === language }, NAMES[code])));
  const heading = make('h1');
  let form: Form | undefined;

  function speak(): void {
    document.documentElement.lang = language;
    document.title = told(survey.name, language);
    heading.textContent = told(survey.name, language);
    name.textContent = link.place ?? '';
    choose.setAttribute('aria-label', word(language, 'language'));
    form?.speak(language);
    status.textContent = navigator.onLine ? '' : word(language, 'waiting');
  }

  function fill(again: boolean): void {
    form = new Form(body, survey, language, kept && !again ? stillAsked(survey, kept.answers) : {}, {
      answered: (question, answer, answers) => {
        keep(store, survey.id, { response, answers, done: false });
        said('survey_answered', answered(question, answer));
      },
      finished: (answers) => {
        keep(store, survey.id, { response, answers, done: true });
        said('survey_finished');
      },
      after: () => make('p', { class: 'told' }, word(language, 'bye')),
    });
  }

  choose.addEventListener('change', () => {
    language = choose.value as typeof language;
    if (form) speak();
    else location.search = `?lang=${choose.value}`;
  });
  root.prepend(make('header', {}, name, choose.length > 1 ? choose : ''));
  main.replaceChildren(heading, body, status);
  addEventListener('offline', () => speak());
  addEventListener('online', () => speak());
  said('survey_shown');
  if (kept?.done) {
    const change = make('button', { type: 'button', class: 'go' }, word(language, 'change'));
    change.addEventListener('click', () => {
      fill(true);
      form?.focus();
    });
    body.replaceChildren(make('form', {}, make('p', {}, `${word(language, 'twice')}. ${word(language, 'twice.hint')}`), make('div', { class: 'nav' }, change)));
  } else fill(false);
  speak();
}
