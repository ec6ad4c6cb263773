// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { language } from '../../state/language.svelte';
import { sample } from './fixture';
import { stageSentence, summary } from './summary';

beforeAll(() => language.choose('en'));

describe('summary', () => {
  it('has a sentence for the map, for each stage and for what stands out', () => {
    expect(summary(sample())).toHaveLength(1 + 5 + 1);
    expect(summary(sample({ insight: null }))).toHaveLength(1 + 5);
    expect(summary(sample())[0]).toBe('4,302 journeys of 1,544 people. Goal, coupon handed over: 13.9%.');
  });

  it('says of the last stage who gets there, and no way on', () => {
    const view = sample();
    expect(stageSentence(view, view.stages[4]!, 4)).toBe('Stage 5 of 5, I use another one. 372 reach it (8.6% of all). Half take less than 9 days.');
    expect(stageSentence(view, view.stages[0]!, 0)).toContain('96.4% go on.');
  });

  it('says "at once" where half need no time at all', () => {
    const view = sample();
    const stage = { ...view.stages[1]!, median_seconds: { ...view.stages[1]!.median_seconds, value: 0 } };
    expect(stageSentence(view, stage, 1)).toContain('Half go on at once.');
  });
});
