// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { SURVEY } from './fixture';
import { Form } from './form';
import type { Answers } from './told';

let root: HTMLElement;
const ways = { answered: vi.fn(), finished: vi.fn() };
const pick = (value: string): void => {
  const input = root.querySelector<HTMLInputElement>(`input[value="${value}"]`)!;
  input.checked = true;
  input.dispatchEvent(new Event('input', { bubbles: true }));
};
const submit = (): void => void root.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
const legend = (): string => root.querySelector('legend')?.textContent ?? '';
const open = (begun: Answers = {}, language = 'en'): Form => new Form(root, SURVEY, language, begun, ways);

beforeEach(() => {
  vi.clearAllMocks();
  root = document.createElement('div');
  document.body.replaceChildren(root);
});

it('goes from question to question and says each answer at once', () => {
  open({}, 'pl');
  expect(legend()).toBe('Czy polecisz?');
  pick('3');
  submit();
  expect(ways.answered).toHaveBeenCalledWith(SURVEY.questions[0], 3, expect.anything());
  expect(legend()).toBe('Dlaczego?');
  root.querySelector('textarea')!.value = ' za wolno ';
  submit();
  expect(ways.answered).toHaveBeenLastCalledWith(SURVEY.questions[1], 'za wolno', expect.anything());
  pick('shop');
  pick('friend');
  expect(root.querySelector('.go')!.textContent).toBe('Wyślij');
  submit();
  expect(ways.finished).toHaveBeenCalledWith({ recommend: 3, why: 'za wolno', how: ['shop', 'friend'] });
  expect(root.textContent).toContain('Dziękujemy pięknie');
});

it('asks for what is required, and lets the rest be left out', () => {
  open();
  submit();
  expect(root.querySelector('[role=alert]')!.textContent).toBe('Please answer this one.');
  pick('10');
  submit();
  submit();
  expect(ways.answered).toHaveBeenCalledTimes(1);
  expect(ways.finished).toHaveBeenCalledWith({ recommend: 10 });
});

it('goes back to what was answered, and says another answer again', () => {
  open();
  pick('10');
  submit();
  root.querySelector<HTMLElement>('.back')!.click();
  expect(root.querySelector<HTMLInputElement>('input:checked')!.value).toBe('10');
  pick('9');
  submit();
  expect(ways.answered).toHaveBeenCalledTimes(2);
});

it('goes on where it was left, in another language', () => {
  const form = open({ recommend: 9 });
  expect(legend()).toBe('How?');
  form.speak('pl');
  expect(legend()).toBe('Jak?');
});

it('says at the ends of a scale what they mean', () => {
  open();
  expect(root.querySelector('.ends')!.textContent).toBe('Not at all likelyVery likely');
  expect(root.querySelector('input[value="0"]')!.getAttribute('aria-label')).toBe('0, Not at all likely');
});
