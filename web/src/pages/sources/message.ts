// A message as a person reads it. No DOM.

/** The seconds of a moment, beside its hours and minutes. */
export const seconds = (moment: string): string => moment.slice(17, 19);

/** The text as it came, laid out if it is JSON. */
export function asCame(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}
