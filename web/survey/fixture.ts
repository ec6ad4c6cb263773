// A survey that the tests here fill in.
import type { Survey } from './told';

export const SURVEY: Survey = {
  id: 'after',
  version: 2,
  name: { en: 'After buying', pl: 'Po zakupie' },
  intro: null,
  thanks: { en: 'Thank you, dear', pl: 'Dziękujemy pięknie' },
  touchpoint: 'bought',
  anonymous: false,
  quiet: 60,
  page: { paths: [], after: null, exit: false, stuck: null, wait: null, share: 1 },
  questions: [
    { id: 'recommend', ask: 'nps', scale: [0, 10], text: { en: 'Would you?', pl: 'Czy polecisz?' }, required: true },
    { id: 'why', ask: 'text', text: { en: 'Why?', pl: 'Dlaczego?' }, show_if: { question: 'recommend', at_most: 6 } },
    { id: 'how', ask: 'several', text: { en: 'How?', pl: 'Jak?' }, choices: [{ id: 'shop', text: 'Shop' }, { id: 'friend', text: 'Friend' }] },
  ],
};
