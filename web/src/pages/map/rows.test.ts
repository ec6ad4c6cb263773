import { describe, expect, it } from 'vitest';
import { sample } from './fixture';
import { stageRows, stopName, stopRows } from './rows';

describe('rows', () => {
  const view = sample();
  const [first] = view.stages;
  const grocery = view.stages[2]?.touchpoints[0];

  it('lists the action only where the map wants one', () => {
    const plain = first?.touchpoints[0];
    expect(plain && stopRows(plain)).toHaveLength(8);
    expect(grocery && stopRows(grocery)).toHaveLength(9);
  });

  it('has no way on from the last stage', () => {
    const last = view.stages.at(-1);
    expect(first && stageRows(first).length).toBe(9);
    expect(last && stageRows(last).length).toBe(8);
  });

  it('names stops, and the ends of a journey', () => {
    expect(stopName(view, 'grocery', 'end')).toBe('Groceries on offer');
    expect(stopName(view, 'gone', 'end')).toBe('gone');
    expect(stopName(view, null, 'end')).not.toBe(stopName(view, null, 'start'));
  });
});
