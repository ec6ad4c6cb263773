// The dotted shape of a map that is not there yet; it shows no data and says so by its dots. No DOM.
export interface Ghost {
  width: number;
  height: number;
  pitch: number;
  top: number;
  bank: string;
  river: string;
  mood: string;
  stops: number[];
}

const HEIGHTS = [1, 0.66, 0.38, 0.24, 0.13];
const MOOD = [0.2, 0.5, -0.2, 0.4, -0.5, 0.3, 0.1, -1, 0.5, 1, 0.4, -0.3, 0.3, 1.2];

export function ghost(width: number, stages: number): Ghost {
  const [top, deep] = [98, 120];
  const pitch = width / stages;
  const middle = top + deep + 92;
  const at = (k: number): number => r(pitch * (k < 12 ? Math.floor(k / 3) + ((k % 3) + 0.5) / 3 : 4 + (k - 12 + 0.5) / 3));
  const stops = MOOD.map((_, k) => at(k));
  const mood = `M${MOOD.map((value, k) => `${at(k)} ${r(middle - value * 26)}`).join('L')}`;
  return { width, height: middle + 40, pitch, top, bank: `M0 ${top}H${r(width)}`, river: river(pitch, top, deep), mood, stops };
}

function river(pitch: number, top: number, deep: number): string {
  let path = `M0 ${top}V${top + deep}`;
  HEIGHTS.forEach((height, k) => {
    const [x, next] = [pitch * k, HEIGHTS[k + 1] ?? height * 0.85];
    const [a, b] = [r(top + height * deep), r(top + next * deep)];
    path += `H${r(x + pitch * 0.62)}C${r(x + pitch * 0.82)} ${a} ${r(x + pitch * 0.8)} ${b} ${r(x + pitch)} ${b}`;
  });
  return path;
}

const r = (value: number): number => Math.round(value * 10) / 10;
