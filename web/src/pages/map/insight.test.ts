import { describe, expect, it } from 'vitest';
import { sample } from './fixture';
import { rough, sentence, tall } from './insight';

describe('insight', () => {
  it('rounds a forecast to tens, a small one not', () => {
    expect([335, 96, -244].map(rough)).toEqual([340, 96, -240]);
  });

  it('says nothing when there is nothing to say', () => {
    expect(sentence(sample({ insight: null }))).toBeNull();
  });

  it('says what the segments differ by, and what it would mean', () => {
    expect(sentence(sample())?.body).toHaveLength(2);
    const found = sample().insight;
    expect(found && sentence(sample({ insight: { ...found, split: null, gain: null } }))?.body).toEqual([]);
  });

  it('grows with every line it needs', () => {
    const said = { head: 'four words of head', body: ['and some words of a body'], button: '' };
    const em = (text: string): number => text.length * 0.5;
    expect(tall(said, 1000, em)).toBe(24 + 5 + 18 + 40);
    expect(tall(said, 100, em)).toBeGreaterThan(tall(said, 200, em));
    expect(tall({ ...said, body: [] }, 1000, em)).toBe(64);
  });
});
