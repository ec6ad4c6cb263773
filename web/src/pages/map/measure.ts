// How wide a text is on the screen, asked of the browser; without one (in tests) a fair guess.
import type { Measure } from '../../draw/labels';

let pen: CanvasRenderingContext2D | null | undefined;

/** `fonts` only makes callers ask again once the fonts have come. */
export function measurer(size: number, fonts: number): Measure {
  void fonts;
  pen ??= typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  const context = pen;
  if (!context) return (text) => text.length * size * 0.5;
  const widths = new Map<string, number>();
  return (text) => {
    let width = widths.get(text);
    if (width === undefined) {
      context.font = `500 ${size}px "Source Sans 3 Variable"`;
      widths.set(text, (width = context.measureText(text).width));
    }
    return width;
  };
}
