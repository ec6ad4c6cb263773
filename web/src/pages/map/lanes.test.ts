import { describe, expect, it } from 'vitest';
import { sample } from './fixture';
import { hasMood, laneName, lanesOf, laneText, statusName } from './lanes';

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
    expect(pick && laneText('barriers', pick, 'drug')?.stop?.id).toBe('drug');
    expect(pick && laneText('fixes', pick, null)?.fix?.status).toBe('idea');
    expect(hand && laneText('thinks', hand, null)?.more).toBe(0);
  });

  it('draws lanes of words, of the whole stage or of one of its stops', () => {
    const rows = [
      { id: 'needs', name: null, cells: [{ stage: 'shop', touchpoint: 'big', text: 'Milk' }, { stage: 'shop', touchpoint: null, text: 'Time' }] },
      { id: 'law', name: 'Law', cells: [{ stage: 'hand', touchpoint: null, text: 'Act 7' }] },
    ];
    const drawn = { ...view, lanes: ['law', 'thinks', 'needs', 'gone'], rows };
    expect(lanesOf(drawn)).toEqual(['law', 'thinks', 'needs']);
    expect(laneName('law', drawn)).toBe('Law');
    expect(shop && laneText('needs', shop, null, rows)).toMatchObject({ text: 'Milk', more: 1, stop: { id: 'big' } });
    expect(hand && laneText('law', hand, null, rows)).toMatchObject({ text: 'Act 7', stop: null });
    expect(pick && laneText('law', pick, null, rows)).toBeNull();
  });

  it('says nothing where nobody wrote anything', () => {
    expect(hand && laneText('barriers', hand, null)).toBeNull();
  });
});

it('keeps the word of a document for a state of work that we have none for', () => {
  expect(statusName('on the moon')).toBe('on the moon');
  expect(statusName(null)).toBe('');
});
