// Which question comes when. The server reads conditions by the same rules: surveys/logic.py.
import type { Answer, Answers, Question, Survey, Wanted } from './told';

export const isGiven = (answer: Answer | undefined): answer is Answer => answer !== undefined && answer !== '' && !(Array.isArray(answer) && !answer.length);

export function isMet(wanted: Wanted | undefined, answers: Answers): boolean {
  if (!wanted) return true;
  const answer = answers[wanted.question];
  if (!isGiven(answer)) return false;
  if (wanted.is?.length) {
    const chosen = Array.isArray(answer) ? answer : [answer];
    return wanted.is.some((one) => chosen.includes(one));
  }
  if (typeof answer !== 'number') return true;
  return answer >= (wanted.at_least ?? -Infinity) && answer <= (wanted.at_most ?? Infinity);
}

/** The questions that come, by what was answered so far; one that waits for a question that does not come does not. */
export function asked(survey: Pick<Survey, 'questions'>, answers: Answers): Question[] {
  const come: Question[] = [];
  for (const question of survey.questions) {
    const wanted = question.show_if;
    const before = !wanted || come.some((one) => one.id === wanted.question);
    if (before && isMet(wanted, answers)) come.push(question);
  }
  return come;
}

/** Of answers that were kept, those that today's questions still ask for. */
export function stillAsked(survey: Pick<Survey, 'questions'>, kept: Answers): Answers {
  const fits = ({ ask, scale, choices }: Question, answer: Answer): boolean => {
    if (scale) return typeof answer === 'number' && answer >= scale[0] && answer <= scale[1];
    const known = (one: unknown): boolean => !!choices?.some((choice) => choice.id === one);
    if (ask === 'several') return Array.isArray(answer) && answer.every(known);
    return ask === 'one' ? known(answer) : typeof answer === 'string';
  };
  const found: Answers = {};
  for (const question of survey.questions) {
    const answer = kept[question.id];
    if (answer !== undefined && fits(question, answer)) found[question.id] = answer;
  }
  return found;
}
