import { describe, expect, it } from 'vitest';
import { sample } from './fixture';
import { stageSentence, summary } from './summary';

describe('summary', () => {
  it('has a sentence for the map, for each stage and for what stands out', () => {
    expect(summary(sample())).toHaveLength(1 + 5 + 1);
    expect(summary(sample({ insight: null }))).toHaveLength(1 + 5);
  });

  it('says no way on from the last stage', () => {
    const view = sample();
    const last = view.stages.at(-1);
    expect(last && stageSentence(view, last, 4)).not.toContain('go_on');
  });
});
