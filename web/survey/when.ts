// When a page shows a survey: where it is, what the visitor did, and whether the visitor is leaving or stuck.
import type { Survey } from './told';

/** Whether a path is one of these; * stands for anything, and no pattern at all for every path. */
export function isHere(patterns: readonly string[], path: string): boolean {
  const fits = (pattern: string): boolean =>
    new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`).test(path);
  return !patterns.length || patterns.some(fits);
}

/** Always the same number from 0 to 1 for the same visitor and survey. */
export function lot(visitor: string, survey: string): number {
  let hash = 2166136261;
  for (const letter of `${survey}:${visitor}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  // Mixed once more: the last letters alone would hardly move the first digits.
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

const TOP = 0;
const NEAR = 30;
const QUICK = 1500;

/** Calls once the mouse leaves for the bar on top, or a finger pulls the page quickly back up. */
export function onExit(window: Window, call: () => void): void {
  const { document } = window;
  document.addEventListener('mouseout', (event) => {
    if (!event.relatedTarget && event.clientY <= TOP) call();
  });
  let last = { y: window.scrollY, at: 0 };
  window.addEventListener('scroll', () => {
    const now = { y: window.scrollY, at: Date.now() };
    // Twice a screen a second, upwards.
    const way = last.y - now.y;
    if (way > 120 && now.at - last.at < 200 && way / (now.at - last.at) > (2 * window.innerHeight) / 1000) call();
    if (now.at - last.at > 50) last = now;
  }, { passive: true });
}

/** Calls once nothing was done for so many seconds, or one place was clicked three times in vain. */
export function onStuck(window: Window, seconds: number, call: () => void): void {
  const { document } = window;
  let timer = setTimeout(call, seconds * 1000);
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(call, seconds * 1000);
  };
  for (const name of ['keydown', 'scroll', 'pointerdown']) window.addEventListener(name, alive, { passive: true });
  let clicks: { x: number; y: number; at: number; href: string }[] = [];
  document.addEventListener('click', ({ clientX: x, clientY: y }) => {
    const at = Date.now();
    const { href } = window.location;
    clicks = [...clicks, { x, y, at, href }].filter((one) => at - one.at < QUICK && one.href === href);
    if (clicks.filter((one) => Math.hypot(one.x - x, one.y - y) < NEAR).length === 3) call();
  });
}

/** The survey that may be shown now, of those that ask for nothing but the place and an event. */
export function ready(surveys: readonly Survey[], path: string, did: ReadonlySet<string>, visitor: string): Survey[] {
  return surveys.filter(
    ({ id, page }) => isHere(page.paths, path) && (!page.after || did.has(page.after)) && lot(visitor, id) < page.share,
  );
}
