import { expect, it } from 'vitest';
import { sample } from '../fixture';
import { barriersOf, led, notesOf, slideAt, slidesOf, worst } from './slides';

const view = sample();

it('has a cover, a slide for each stage, and an end', () => {
  const slides = slidesOf(view);
  expect(slides.map((slide) => slide.kind)).toEqual(['cover', ...view.stages.map(() => 'stage'), 'end']);
});

it('follows keys within its ends, and the address within what there is', () => {
  expect([led('ArrowRight', 0, 3), led('PageUp', 0, 3), led('End', 0, 3), led('Home', 2, 3), led(' ', 2, 3), led('x', 1, 3)]).toEqual([1, 0, 2, 0, 2, null]);
  expect([slideAt('9', 3), slideAt('-1', 3), slideAt('x', 3), slideAt('1', 3)]).toEqual([2, 0, 0, 1]);
});

it('gathers what was noted, and puts barriers with evidence first', () => {
  const stage = view.stages[0]!;
  const stop = { ...stage.touchpoints[0]!, details: [{ field: 'notes', texts: ['ask Jana'] }], barriers: [{ id: 'a', text: 'A', evidence: 'assumed' as const, sources: [], fixes: [] }, { id: 'b', text: 'B', evidence: 'measured' as const, sources: [], fixes: [] }] };
  const with_ = { ...stage, details: [], touchpoints: [stop] };
  expect(notesOf(with_)).toEqual([{ name: stop.name, texts: ['ask Jana'] }]);
  expect(barriersOf(with_).map((one) => one.id)).toEqual(['b', 'a']);
  expect(worst({ ...view, stages: [] })).toBeNull();
});
