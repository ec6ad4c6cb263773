// Shows surveys: on a page of a site, when cesta.js hands them over; or as the page of a link.
import { ask, type Handed } from './asking';
import { open } from './page';

const script = document.currentScript;
if (script instanceof HTMLScriptElement && 'page' in script.dataset) void open();
else {
  const handed = (window as { cestaSurveys?: Handed }).cestaSurveys;
  if (handed) ask(window, handed);
}
