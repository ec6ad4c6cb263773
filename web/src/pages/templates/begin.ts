// What a template needs to become a map: a free id; and how its stages look as a small river. No DOM.

/** An id that no map has: the wanted one, else with a number. */
export function free(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  let n = 2;
  while (taken.includes(`${wanted}-${n}`)) n++;
  return `${wanted}-${n}`;
}

/** A river that narrows at every stage, 240 wide and 34 high. */
export function river(stages: number): string {
  const wide = 240 / stages;
  let lower = '';
  for (let i = stages - 1; i >= 0; i--) {
    const y = 34 - (26 * i) / Math.max(stages, 2);
    lower += `V${y.toFixed(1)}H${(i * wide).toFixed(1)}`;
  }
  return `M0 0H240${lower}Z`;
}

/** Bytes as text that a document can hold. */
export function base64(buffer: ArrayBuffer): string {
  let text = '';
  const bytes = new Uint8Array(buffer);
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
