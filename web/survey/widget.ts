// A survey in a corner of the page: it comes without taking the focus, and goes with Escape or its cross.
import { newId } from '../snippet/message';
import { Form } from './form';
import { noteShown, type Disk } from './kept';
import { dress, make } from './make';
import { answered, around, type Say } from './said';
import { spoken, word } from './spoken';
import { FORM, PANEL } from './style';
import { told, type Survey } from './told';

export interface Around {
  disk: Disk;
  /** Says an event of this filling-in; by nobody's id where the survey is anonymous. */
  say(response: string): Say;
  wanted: readonly string[];
}

/** Shows it; gives what takes it away. */
export function showPanel(survey: Survey, { disk, say, wanted }: Around): () => void {
  const language = spoken(survey, wanted);
  const response = newId();
  const tell = say(response);
  const all = around(survey, { response, language, channel: 'web' });
  let finished = false;

  const host = make('cesta-survey' as 'div', { lang: language });
  const shadow = host.attachShadow({ mode: 'open' });
  dress(shadow, FORM + PANEL);
  const heard = make('p', { class: 'heard', role: 'status' });
  const body = make('div');
  const shut = make('button', { type: 'button', class: 'shut', 'aria-label': word(language, 'close') }, '×');
  const panel = make('section', { class: 'survey', role: 'dialog', 'aria-label': told(survey.name, language) }, shut, body);
  shadow.append(heard, panel);
  const before = document.activeElement;

  function close(): void {
    const inside = document.activeElement === host;
    host.remove();
    if (!finished) tell('survey_dismissed', all);
    if (inside && before instanceof HTMLElement) before.focus();
  }

  shut.addEventListener('click', close);
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    event.stopPropagation(); // the site's own keys are not meant
  });
  // First in the page: one step with the Tab key from its top.
  document.body.prepend(host);
  new Form(body, survey, language, {}, {
    // Each answer goes at once: of a survey that is left half-way, what was said is kept.
    answered: (question, answer) => tell('survey_answered', { ...all, ...answered(question, answer) }),
    finished: () => {
      finished = true;
      tell('survey_finished', all);
    },
  });
  setTimeout(() => (heard.textContent = `${word(language, 'here')}: ${told(survey.questions[0]?.text, language)}`), 100);
  noteShown(disk, Date.now());
  tell('survey_shown', all);
  return close;
}
