// What a filling-in says, as events: it was shown, a question was answered, it was finished, or sent away.
import type { Answer, Question, Survey } from './told';

export type Say = (event: string, properties: Record<string, unknown>) => void;

export interface Around {
  response: string;
  language: string;
  channel: string;
  place?: string | undefined;
}

/** What every event of one filling-in says. */
export const around = (survey: Survey, { response, language, channel, place }: Around): Record<string, unknown> => ({
  survey: survey.id,
  version: survey.version,
  response,
  language,
  channel,
  ...(survey.touchpoint ? { touchpoint: survey.touchpoint } : {}),
  ...(place ? { place } : {}),
});

/** The property that holds an answer: scores have names of their own, so that no two scales are mixed. */
export const propertyOf = ({ ask }: Question): string => (ask === 'one' || ask === 'several' ? 'choice' : ask);

export const answered = (question: Question, answer: Answer): Record<string, unknown> => ({
  question: question.id,
  ask: question.ask,
  [propertyOf(question)]: answer,
});
