import { describe, expect, it } from 'vitest';
import { sample } from './fixture';
import { hasMood, lanesOf, laneText, statusName } from './lanes';

describe('lanes', () => {
  const view = sample();
  const [, shop, pick, hand] = view.stages;

  it('shows the lanes of the document, in its order', () => {
    expect(lanesOf({ ...view, lanes: ['touchpoints', 'fixes', 'thinks', 'owner'] })).toEqual(['fixes', 'thinks']);
    expect(hasMood(view)).toBe(true);
    expect(hasMood({ ...view, lanes: [] })).toBe(false);
  });

  it('says the loud stop first, and how many more there are', () => {
    expect(shop && laneText('thinks', shop, null)?.text).toBe('I only need milk.');
    expect(pick && laneText('barriers', pick, 'drug')?.stop.id).toBe('drug');
    expect(pick && laneText('fixes', pick, null)?.fix?.status).toBe('idea');
    expect(hand && laneText('thinks', hand, null)?.more).toBe(0);
  });

  it('says nothing where nobody wrote anything', () => {
    expect(hand && laneText('barriers', hand, null)).toBeNull();
  });
});

it('keeps the word of a document for a state of work that we have none for', () => {
  expect(statusName('on the moon')).toBe('on the moon');
  expect(statusName(null)).toBe('');
});
