// A survey to fill in: one question after the other, back and forth, by pointer or keyboard; the last page says thanks.
import { fieldsOf } from './fields';
import { asked, isGiven } from './flow';
import { make } from './make';
import { word } from './spoken';
import { told, type Answer, type Answers, type Question, type Survey } from './told';

export interface Ways {
  /** An answer was given, or another one in its place. */
  answered(question: Question, answer: Answer, all: Answers): void;
  finished(all: Answers): void;
  /** At the end; what stands below the thanks. */
  after?: () => Node | null;
}

/** Milliseconds in which a picked answer is seen before the next question comes. */
const SEEN = 220;

export class Form {
  private readonly answers: Answers;
  private place = 0;
  private thanked = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly survey: Pick<Survey, 'questions' | 'intro' | 'thanks'>,
    private language: string,
    begun: Answers,
    private readonly ways: Ways,
  ) {
    this.answers = { ...begun };
    const open = this.come.findIndex((question) => !isGiven(this.answers[question.id]));
    this.place = Math.max(0, open);
    this.show(false);
  }

  speak(language: string): void {
    this.language = language;
    if (this.thanked) this.thank();
    else this.show(false);
  }

  focus(): void {
    this.root.querySelector<HTMLElement>('input:checked, input, textarea, [role="status"]')?.focus();
  }

  private get come(): Question[] {
    return asked(this.survey, this.answers);
  }

  private show(moved = true): void {
    const { come, language } = this;
    const question = come[this.place];
    if (!question) return this.finish();
    const fields = fieldsOf(question, this.answers[question.id], language, () => void setTimeout(() => form.requestSubmit(), SEEN));
    const wrong = make('p', { class: 'wrong', role: 'alert', id: 'wrong' });
    const isLast = (): boolean => {
      const answer = fields.read();
      const would = asked(this.survey, answer === undefined ? without(this.answers, question.id) : { ...this.answers, [question.id]: answer });
      return would.at(-1)?.id === question.id;
    };
    const next = make('button', { type: 'submit', class: 'go' });
    const name = (): void => void (next.textContent = word(language, isLast() ? 'send' : 'next'));
    name();
    const back = this.place > 0 && make('button', { type: 'button', class: 'back' }, word(language, 'back'));
    if (back) back.addEventListener('click', () => this.go(-1));
    const first = this.place === 0 && told(this.survey.intro, language);
    const many = come.length > 1 && make('p', { class: 'count' }, word(language, 'progress', { n: this.place + 1, of: come.length }));
    const form = make(
      'form',
      { novalidate: true },
      first ? make('p', { class: 'intro' }, first) : null,
      many,
      make('fieldset', { 'aria-describedby': 'wrong' }, make('legend', {}, told(question.text, language)), fields.element),
      wrong,
      make('div', { class: 'nav' }, back || null, next),
    );
    form.addEventListener('input', name);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const answer = fields.read();
      if (answer === undefined && question.required) {
        wrong.textContent = word(language, 'required');
        return fields.focus();
      }
      this.take(question, answer);
    });
    this.root.replaceChildren(form);
    if (moved) fields.focus();
  }

  private take(question: Question, answer: Answer | undefined): void {
    const before = this.answers[question.id];
    if (answer === undefined) delete this.answers[question.id];
    else this.answers[question.id] = answer;
    if (answer !== undefined && JSON.stringify(answer) !== JSON.stringify(before)) this.ways.answered(question, answer, this.answers);
    this.go(1);
  }

  private go(steps: number): void {
    this.place += steps;
    this.show();
  }

  private finish(): void {
    this.ways.finished(this.answers);
    this.thanked = true;
    this.thank();
    this.focus();
  }

  private thank(): void {
    const thanks = told(this.survey.thanks, this.language) || word(this.language, 'done');
    this.root.replaceChildren(make('div', { role: 'status', tabindex: -1, class: 'thanks' }, make('p', {}, thanks), this.ways.after?.() ?? null));
  }
}

function without(answers: Answers, id: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => name !== id));
}
