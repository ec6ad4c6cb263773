// A map's river, small enough for a line of a list: heights from people alone. No DOM.
export interface Mini {
  path: string;
  /** The place where most are lost, as a quarter circle falling away; empty when nothing is lost. */
  loss: string;
}

/** A stream thicker than this would look like a pie; the step of the river says how much it really is. */
const THICKEST = 12;

/** `people` at the start of each stage; the width is shared evenly, the height is the first stage's. */
export function mini(people: readonly number[], width: number, height: number): Mini {
  const most = people[0] ?? 0;
  if (!most || people.length < 2) return { path: '', loss: '' };
  const k = height / most;
  const pitch = width / people.length;
  const y = (n: number): number => r(2 + n * k);
  let path = `M0 2H${r(width)}V${y(people.at(-1) ?? 0)}`;
  for (let i = people.length - 1; i > 0; i--) path += `H${r(pitch * i - 5)}V${y(people[i - 1] ?? 0)}`;
  return { path: `${path}H0Z`, loss: fall(people, pitch, k) };
}

function fall(people: readonly number[], pitch: number, k: number): string {
  let at = 0;
  for (let i = 1; i < people.length; i++) if (lost(people, i) > lost(people, at)) at = i;
  const t = Math.min(THICKEST, Math.max(1.5, lost(people, at) * k));
  if (!at || lost(people, at) <= 0) return '';
  const [x, y, inner] = [pitch * at - 5, 2 + (people[at - 1] ?? 0) * k, 3];
  const outer = inner + t;
  return `M${r(x)} ${r(y - t)}A${r(outer)} ${r(outer)} 0 0 1 ${r(x + outer)} ${r(y + inner)}v5h${r(-t)}v-5A${inner} ${inner} 0 0 0 ${r(x)} ${r(y)}Z`;
}

const lost = (people: readonly number[], i: number): number => (i ? (people[i - 1] ?? 0) - (people[i] ?? 0) : 0);
const r = (value: number): number => Math.round(value * 10) / 10;
