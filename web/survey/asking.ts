// On a page of a site: waits for the moment of each survey, shows the first whose moment comes, and no other.
import { mayAsk, type Disk } from './kept';
import type { Say } from './said';
import type { Survey } from './told';
import { onExit, onStuck, ready } from './when';
import { showPanel } from './widget';

/** What cesta.js hands over. heard: takes a listener to every event that the page says, those before it first. */
export interface Handed {
  surveys: readonly Survey[];
  visitor: string;
  disk: Disk;
  say(response: string | null): Say;
  heard(listener: (event: string) => void): void;
}

export function ask(window: Window, { surveys, visitor, disk, say, heard }: Handed): void {
  const did = new Set<string>();
  const open = surveys.filter(({ quiet }) => mayAsk(disk, quiet, Date.now()));
  let shown = false;

  function show(survey: Survey): void {
    const { document, location, navigator } = window;
    if (shown || !ready([survey], location.pathname, did, visitor).length) return;
    shown = true;
    const speak = (response: string): Say => say(survey.anonymous ? response : null);
    showPanel(survey, { disk, say: speak, wanted: [document.documentElement.lang, ...navigator.languages] });
  }

  const later = (survey: Survey): void => void setTimeout(() => show(survey), (survey.page.wait ?? 0) * 1000);
  const waits = ({ page }: Survey): boolean => page.exit || !!page.stuck;
  /** Those that need no more than to be here, and to have done something. */
  const look = (): void => ready(open, window.location.pathname, did, visitor).filter((one) => !waits(one)).forEach(later);

  for (const survey of open) {
    const begun = Date.now();
    const go = (): void => {
      if (Date.now() - begun >= (survey.page.wait ?? 0) * 1000) show(survey);
    };
    if (survey.page.exit) onExit(window, go);
    if (survey.page.stuck) onStuck(window, survey.page.stuck, go);
  }
  heard((event) => {
    did.add(event);
    look();
  });
  look();
}
