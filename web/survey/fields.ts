// The fields of one question: a scale, stars, choices, words; and what was put into them.
import { make } from './make';
import { word } from './spoken';
import { told, type Answer, type Question } from './told';

export const LONGEST = 4000;
const DEFAULT_ENDS = new Set(['nps', 'csat', 'ces']);

export interface Fields {
  element: HTMLElement;
  read(): Answer | undefined;
  focus(): void;
}

/** What stands at an end of a scale: the survey's own words, else ours. */
export const endOf = (question: Question, end: 'low' | 'high', language: string): string =>
  told(question[end], language) || (DEFAULT_ENDS.has(question.ask) ? word(language, `${question.ask}.${end}`) : '');

/** ongiven: called when a pointer picked the one answer there can be. */
export function fieldsOf(question: Question, given: Answer | undefined, language: string, ongiven: () => void): Fields {
  if (question.scale) return scale(question, given, language, ongiven);
  return question.ask === 'text' ? words(question, given, language) : choices(question, given, language, ongiven);
}

function option(question: Question, type: string, value: string, checked: boolean, named?: string): [HTMLLabelElement, HTMLInputElement] {
  const input = make('input', { type, name: `q-${question.id}`, value, checked, 'aria-label': named });
  return [make('label', {}, input), input];
}

/** A pointer's click says where it was; one that the keyboard makes does not. */
const byPointer = (element: HTMLElement, call: () => void): void =>
  element.addEventListener('click', (event) => {
    if (event.target instanceof HTMLInputElement && lastPointer > Date.now() - 1000) call();
  });
let lastPointer = 0;
if (typeof addEventListener === 'function') addEventListener('pointerdown', () => (lastPointer = Date.now()), true);

function scale(question: Question, given: Answer | undefined, language: string, ongiven: () => void): Fields {
  const [low = 0, high = 0] = question.scale ?? [];
  const stars = question.ask === 'stars';
  const inputs: HTMLInputElement[] = [];
  const row = make('div', { class: stars ? 'scale stars' : 'scale' });
  row.style.setProperty('--n', String(high - low + 1));
  const light = (): void => {
    const chosen = inputs.findIndex((input) => input.checked);
    inputs.forEach((input, place) => input.parentElement?.classList.toggle('on', stars ? place <= chosen : place === chosen));
  };
  for (let value = low; value <= high; value += 1) {
    const end = value === low ? endOf(question, 'low', language) : value === high ? endOf(question, 'high', language) : '';
    const named = stars ? word(language, 'star', { n: value, of: high }) : end ? `${value}, ${end}` : undefined;
    const [label, input] = option(question, 'radio', String(value), given === value, named);
    label.append(make('span', { 'aria-hidden': named ? 'true' : undefined }, stars ? '★' : String(value)));
    input.addEventListener('change', light);
    inputs.push(input);
    row.append(label);
  }
  light();
  byPointer(row, ongiven);
  const [from, to] = [endOf(question, 'low', language), endOf(question, 'high', language)];
  const ends = (from || to) && make('div', { class: 'ends', 'aria-hidden': 'true' }, make('span', {}, from), make('span', {}, to));
  return {
    element: make('div', {}, row, ends || null),
    read: () => {
      const chosen = inputs.find((input) => input.checked);
      return chosen && Number(chosen.value);
    },
    focus: () => (inputs.find((input) => input.checked) ?? inputs[0])?.focus(),
  };
}

function choices(question: Question, given: Answer | undefined, language: string, ongiven: () => void): Fields {
  const several = question.ask === 'several';
  const before = Array.isArray(given) ? given : [given];
  const inputs: HTMLInputElement[] = [];
  const list = make('div', { class: 'choices' });
  for (const choice of question.choices ?? []) {
    const [label, input] = option(question, several ? 'checkbox' : 'radio', choice.id, before.includes(choice.id));
    label.append(make('span', {}, told(choice.text, language)));
    inputs.push(input);
    list.append(label);
  }
  if (!several) byPointer(list, ongiven);
  const chosen = (): string[] => inputs.filter((input) => input.checked).map((input) => input.value);
  return {
    element: make('div', {}, several && make('p', { class: 'hint' }, word(language, 'several')), list),
    read: () => (several ? (chosen().length ? chosen() : undefined) : chosen()[0]),
    focus: () => (inputs.find((input) => input.checked) ?? inputs[0])?.focus(),
  };
}

function words(question: Question, given: Answer | undefined, language: string): Fields {
  const area = make('textarea', { rows: 4, maxlength: LONGEST, 'aria-label': told(question.text, language), name: `q-${question.id}` });
  area.value = typeof given === 'string' ? given : '';
  return {
    element: area,
    read: () => area.value.trim() || undefined,
    focus: () => area.focus(),
  };
}
