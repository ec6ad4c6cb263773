// A rule's document as a sentence in the reader's words. No DOM.
import { count, share } from '../../state/format';
import { readable } from '../../state/names';
import { t } from '../../words';

type Document = Record<string, unknown>;

const AMOUNTS = ['sum', 'average', 'smallest', 'largest', 'different'] as const;
const SIGNS = { at_least: '≥', at_most: '≤', above: '>', below: '<', is: '=', is_not: '≠' } as const;

const isDocument = (value: unknown): value is Document => typeof value === 'object' && value !== null && !Array.isArray(value);
const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const joined = (parts: (string | null)[], between = ' '): string => parts.filter(Boolean).join(between);

/** What a rule says. */
export function sentence(rule: unknown): string {
  if (!isDocument(rule)) return String(rule);
  if ('all' in rule) return listed(rule.all).map(inside).join(` ${t('segments.say.and')} `);
  if ('any' in rule) return listed(rule.any).map(inside).join(` ${t('segments.say.or')} `);
  if ('not' in rule) return t('segments.say.not', { what: inside(rule.not) });
  if ('segment' in rule) return t('segments.say.segment', { name: String(rule.segment) });
  if ('customers' in rule) return t('segments.say.listed', { n: listed(rule.customers).length });
  return joined([seen(rule), windowOf(rule)]);
}

function inside(rule: unknown): string {
  const several = isDocument(rule) && ('all' in rule || 'any' in rule);
  return several ? `(${sentence(rule)})` : sentence(rule);
}

function seen(rule: Document): string {
  const amount = AMOUNTS.find((kind) => kind in rule);
  if (amount) return amountOf(amount, rule);
  if ('did' in rule) return joined([t('segments.say.did', { what: event(rule.did) }), bound('least', rule.at_least), bound('most', rule.at_most)]);
  if ('trait' in rule) return t('segments.say.trait', { where: String(rule.trait) });
  if ('first' in rule) return t('segments.say.first', { what: event(rule.first) });
  if ('latest' in rule) return t('segments.say.latest', { what: event(rule.latest) });
  if ('sequence' in rule) return listed(rule.sequence).map(step).join(`, ${t('segments.say.then')} `);
  const part = isDocument(rule.share) ? rule.share : {};
  return t('segments.say.share', { share: share(Number(part.at_least), 0), of: event(part.of), what: event(part.did) });
}

function amountOf(kind: (typeof AMOUNTS)[number], rule: Document): string {
  const sign = (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).find((name) => name in rule) ?? 'is';
  const name = t(`segments.say.${kind}`, { name: readable(String(rule[kind])) });
  const over = 'of' in rule ? t('segments.say.over', { what: event(rule.of) }) : null;
  return joined([name, over, `${SIGNS[sign]} ${count(Number(rule[sign]))}`]);
}

function step(given: unknown): string {
  if (!isDocument(given)) return event(given);
  const what = 'not' in given ? t('segments.say.none', { what: event(given.not) }) : event(given.did);
  const times = typeof given.times === 'number' ? t('segments.say.times', { n: given.times }) : null;
  const within = given.within ? t('segments.say.within', { length: length(String(given.within)) }) : null;
  return joined([what, times, within]);
}

/** Events that meet a condition: their name, and what they say. */
function event(given: unknown): string {
  if (!isDocument(given)) return readable(String(given));
  const name = typeof given.event === 'string' ? readable(given.event) : null;
  const choices = listed(given.any).map(event).join(` ${t('segments.say.or')} `);
  const where = given.where ? `(${String(given.where)})` : null;
  return joined([name ?? (choices || t('segments.say.anything')), name && choices ? choices : null, where, given.date ? String(given.date) : null]);
}

function bound(which: 'least' | 'most', value: unknown): string | null {
  return typeof value === 'number' ? t(`segments.say.${which}`, { n: value }) : null;
}

function windowOf(rule: Document): string {
  return joined([
    rule.in_last ? t('segments.say.in_last', { length: length(String(rule.in_last)) }) : null,
    rule.ago ? t('segments.say.ago', { length: length(String(rule.ago)) }) : null,
    rule.from ? t('segments.say.from', { day: String(rule.from) }) : null,
    rule.to ? t('segments.say.to', { day: String(rule.to) }) : null,
  ]);
}

/** "30d" in words. */
function length(text: string): string {
  const found = /^(\d+)([smhd])$/.exec(text);
  return found ? t(`segments.say.${found[2] ?? 'd'}`, { n: Number(found[1]) }) : text;
}
