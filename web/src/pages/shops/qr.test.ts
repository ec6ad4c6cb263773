import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import { codeOf, EDGE, fileOf, type Code } from './qr';

const SCALE = 4;

/** The path drawn as a phone's camera would see it, and read by another library than the one that wrote it. */
function read({ size, path }: Code): string | undefined {
  const side = size * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const found of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    const [x, y, width] = found.slice(1).map(Number) as [number, number, number];
    for (let row = y * SCALE; row < (y + 1) * SCALE; row += 1)
      for (let column = x * SCALE; column < (x + width) * SCALE; column += 1) pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
  }
  return jsQR(pixels, side, side)?.data;
}

it.each([
  'https://events.shop.example/check-in#key=0123456789abcdef0123456789abcdef&at=Brno',
  'http://192.168.1.20:9000/w/sklep/tally#key=0123456789abcdef0123456789abcdef&at=Krak%C3%B3w+Rynek+G%C5%82%C3%B3wny+12',
  'a',
  'x'.repeat(700),
])('is read back: %s', (text) => expect(read(codeOf(text))).toBe(text));

it('leaves the edge clear', () => {
  const { size, path } = codeOf('https://shop.example');
  for (const found of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    const [x, y, width] = found.slice(1).map(Number) as [number, number, number];
    expect(Math.min(x, y) >= EDGE && x + width <= size - EDGE && y < size - EDGE).toBe(true);
  }
});

it('is a file that stands alone', () => expect(fileOf(codeOf('a'))).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 29 29".*<\/svg>\n$/));
