// Durations as questions write them: "42d" is a number and a unit.
const SIZES: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 };

/** Seconds in "42d"; null for what is no duration. */
export function seconds(text: string): number | null {
  const found = /^(\d+)([smhdw])$/.exec(text);
  return found ? Number(found[1]) * (SIZES[found[2] ?? ''] ?? 0) : null;
}
