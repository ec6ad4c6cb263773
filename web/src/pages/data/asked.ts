// What only a person can say, in her own words, with what each answer changes. No DOM.
import type { Answers, Guess, GuessQuestion } from '../../api/types';
import { day } from '../../state/format';
import { t } from '../../words';
import { pointed } from './answers';

export interface Choice {
  value: string;
  label: string;
}

export interface Asked {
  key: string;
  text: string;
  hint?: string;
  choices: Choice[];
  answered: (answers: Answers, value: string) => Answers;
}

const EACH_ROW = 'each-row';
const SLASHED = /(\d{1,2})([./-])(\d{1,2})\2(\d{2,4})/;

/** A date of the column that means another day when day and month change places. */
function example(guess: Guess, question: GuessQuestion): RegExpExecArray | null {
  const table = guess.tables.find(({ name }) => name === question.table);
  const place = table?.columns.findIndex(({ name }) => question.columns.includes(name)) ?? -1;
  const found = (table?.first_rows ?? []).map((row) => SLASHED.exec(row[place] ?? '')).filter((one) => one !== null);
  return found.find((one) => one[1] !== one[3]) ?? found[0] ?? SLASHED.exec(question.text);
}

function dates(guess: Guess, question: GuessQuestion): Asked {
  const seen = example(guess, question);
  const [, one = '3', , other = '4', years = '2024'] = seen ?? [];
  const year = Number(years.length === 2 ? `20${years}` : years);
  const said = (month: string, of: string): string => day(new Date(Date.UTC(year, Number(month) - 1, Number(of))));
  return {
    key: `${question.code} ${question.table}`,
    text: t('data.ask.dates', { example: seen?.[0] ?? '3/4/2024' }),
    hint: t('data.ask.dates.hint', { column: question.columns.join(', ') }),
    choices: [
      { value: 'dmy', label: said(other, one) },
      { value: 'mdy', label: said(one, other) },
    ],
    answered: (answers, value) => ({ ...answers, dates: value === 'mdy' ? 'mdy' : 'dmy' }),
  };
}

function column(guess: Guess, question: GuessQuestion, role: 'who' | 'when'): Asked {
  const several = guess.tables.length > 1;
  return {
    key: `${question.code} ${question.table}`,
    text: several ? t(`data.ask.${role}.of`, { table: question.table }) : t(`data.ask.${role}`),
    hint: t(`data.ask.${role}.hint`),
    choices: question.choices.map((value) => ({ value, label: value === EACH_ROW ? t('data.ask.each_row') : value })),
    answered: (answers, value) =>
      value === EACH_ROW ? { ...answers, who: [...(answers.who ?? []), EACH_ROW] } : pointed(answers, question.table, value, role),
  };
}

export const asked = (guess: Guess): Asked[] =>
  guess.questions.map((question) => {
    if (question.code === 'date_order') return dates(guess, question);
    return column(guess, question, question.code === 'when_column' ? 'when' : 'who');
  });
