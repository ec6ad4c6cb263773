// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest';
import { language } from '../../state/language.svelte';
import { fieldName, fieldValue } from './details';

beforeAll(() => language.choose('en'));

it('names every field in words', () => {
  expect(['needs', 'raci.responsible', 'targets.nps', 'links', 'benchmark', 'feelings'].map(fieldName)).toEqual(['Needs', 'Responsible', 'nps', 'Links', 'Competitors', 'Mood']);
  expect([fieldValue('feelings', 'joy'), fieldValue('needs', 'speed'), fieldValue('focus', 'true')]).toEqual(['joy', 'speed', 'yes']);
});
