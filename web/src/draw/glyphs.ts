/** The small signs of the map: the star of a moment of truth, the dial of a fix, the face of a persona. */

export const STAR = 'M0-6 1.76-2.42 5.7-1.85 2.85.93 3.53 4.85 0 3-3.53 4.85-2.85.93-5.7-1.85-1.76-2.42Z';

/** How full the small dial of a fix is: from an idea to something customers already have. */
export function dial(status: string | null): number {
  const parts: Record<string, number> = { idea: 0, planned: 0.25, testing: 0.5, shipped: 1 };
  return parts[status ?? ''] ?? 0;
}

/** A pie slice of `part` of a circle with radius `r`, beginning at twelve o'clock. */
export function slice(part: number, r: number): string {
  if (part <= 0) return '';
  if (part >= 1) return `M0 ${-r}A${r} ${r} 0 1 1 0 ${r}A${r} ${r} 0 1 1 0 ${-r}Z`;
  const a = part * 2 * Math.PI;
  const large = part > 0.5 ? 1 : 0;
  return `M0 0V${-r}A${r} ${r} 0 ${large} 1 ${(Math.sin(a) * r).toFixed(2)} ${(-Math.cos(a) * r).toFixed(2)}Z`;
}

const HAIR = ['#3A2A22', '#7A4B32', '#2B2B2F', '#A9713A'] as const;
const SKIN = [
  ['#F0C9AC', '#E3B596'],
  ['#E2B48F', '#D09E78'],
  ['#C98F66', '#B57C55'],
  ['#F3D3BC', '#E6BFA3'],
] as const;

export interface Face {
  hair: string;
  skin: string;
  neck: string;
  long: boolean;
}

/** A persona always wears the same drawn face, chosen by her id. */
export function persona(id: string): Face {
  let sum = 7;
  for (const c of id) sum = (sum * 31 + (c.codePointAt(0) ?? 0)) >>> 0;
  const skin = SKIN[(sum >>> 3) % SKIN.length] ?? SKIN[0];
  return { hair: HAIR[sum % HAIR.length] ?? HAIR[0], skin: skin[0], neck: skin[1], long: ((sum >>> 7) & 1) === 0 };
}
