// What this browser remembers of surveys: answers of one that is not finished, which are done, when one was last shown.
import type { Answers } from './told';

export interface Disk {
  get(name: string): string | undefined;
  set(name: string, text: string | undefined): void;
}

export interface Kept {
  response: string;
  answers: Answers;
  done: boolean;
}

const SHOWN = 'asked';

export function recall(disk: Disk, survey: string): Kept | undefined {
  try {
    const found = JSON.parse(disk.get(`survey.${survey}`) ?? '') as Partial<Kept>;
    if (typeof found.response !== 'string' || typeof found.answers !== 'object' || !found.answers) return undefined;
    return { response: found.response, answers: found.answers, done: found.done === true };
  } catch {
    return undefined;
  }
}

export const keep = (disk: Disk, survey: string, kept: Kept): void => disk.set(`survey.${survey}`, JSON.stringify(kept));

export const noteShown = (disk: Disk, now: number): void => disk.set(SHOWN, String(now));

/** Whether so many seconds have passed since any survey was shown here. */
export function mayAsk(disk: Disk, quiet: number, now: number): boolean {
  const last = Number(disk.get(SHOWN) ?? NaN);
  return !(now - last < quiet * 1000);
}
