// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { ask, type Handed } from './asking';
import { SURVEY } from './fixture';
import type { Survey } from './told';

let said: [string | null, string, Record<string, unknown>][];
let kept: Map<string, string>;
let listen: (event: string) => void;

const handed = (surveys: Survey[]): Handed => ({
  surveys,
  visitor: 'v',
  disk: { get: (name) => kept.get(name), set: (name, text) => void kept.set(name, text ?? '') },
  say: (nobody) => (event, properties) => void said.push([nobody, event, properties]),
  heard: (listener) => (listen = listener),
});
const panel = (): ShadowRoot | null | undefined => document.querySelector('cesta-survey')?.shadowRoot;

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  kept = new Map();
  document.body.innerHTML = '<button id="own">Own</button>';
});

it('comes after its event without taking the focus, once', () => {
  const after = { ...SURVEY, page: { ...SURVEY.page, after: 'purchase', wait: 2 } };
  document.getElementById('own')!.focus();
  ask(window, handed([after, { ...after, id: 'other' }]));
  vi.advanceTimersByTime(5000);
  expect(panel()).toBeUndefined();
  listen('purchase');
  vi.advanceTimersByTime(2000);
  expect(panel()!.querySelector('[role=dialog]')!.getAttribute('aria-label')).toBe('After buying');
  expect(document.querySelectorAll('cesta-survey').length).toBe(1);
  expect(document.activeElement!.id).toBe('own');
  expect(said.map(([nobody, event]) => [nobody, event])).toEqual([[null, 'survey_shown']]);
  expect(Number(kept.get('asked'))).toBeGreaterThan(0);
});

it('goes with Escape and says so; nothing is shown to who saw one lately', () => {
  ask(window, handed([SURVEY]));
  vi.advanceTimersByTime(10);
  panel()!.querySelector('[role=dialog]')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect(panel()).toBeUndefined();
  expect(said.map(([, event]) => event)).toEqual(['survey_shown', 'survey_dismissed']);
  ask(window, handed([SURVEY]));
  vi.advanceTimersByTime(10);
  expect(panel()).toBeUndefined();
});

it('names nobody where it is anonymous', () => {
  ask(window, handed([{ ...SURVEY, anonymous: true }]));
  vi.advanceTimersByTime(10);
  const [nobody, , properties] = said[0]!;
  expect(nobody).toBe(properties['response']);
});
