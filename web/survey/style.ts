// How a survey looks: quiet, large enough for a thumb, light or dark as the reader has it.
const COLOURS = `
  color-scheme: light dark;
  --ground: #fbfaf7; --raised: #fff; --ink: #1f2933; --ink2: #52606d; --edge: #69727c; --hair: #e4e1da;
  --on: #1e6e8c; --onink: #fff; --wrong: #9c3a18; --focus: #1d3f9a; --star: #8a8377;
`;
const DARK = `
  --ground: #14181d; --raised: #1b2027; --ink: #e8e6e1; --ink2: #a9b2bb; --edge: #8c959e; --hair: #2a3038;
  --on: #5fb3d1; --onink: #14181d; --wrong: #ee9670; --focus: #7e9bf0; --star: #a59e90;
`;

export const FORM = `
.survey { ${COLOURS} color: var(--ink); font: 16px/22px 'Source Sans 3 Variable', system-ui, sans-serif; text-align: start; }
@media (prefers-color-scheme: dark) { .survey:not([data-theme=light]) { ${DARK} } }
.survey[data-theme=light] { color-scheme: light; }
.survey[data-theme=dark] { color-scheme: dark; ${DARK} }
.survey *, .survey { box-sizing: border-box; }
.survey p { margin: 0; }
.survey form { display: grid; gap: 14px; }
.survey fieldset { display: grid; gap: 12px; min-width: 0; margin: 0; padding: 0; border: 0; }
.survey legend { margin-bottom: 12px; padding: 0; font-size: 18px; line-height: 24px; font-weight: 600; overflow-wrap: anywhere; }
.survey .intro, .survey .hint, .survey .count { color: var(--ink2); }
.survey .count, .survey .hint { font-size: 14px; line-height: 18px; }
.survey .hint { margin-bottom: 8px; }
.survey .scale { display: grid; grid-template-columns: repeat(var(--n), minmax(0, 1fr)); gap: 3px; }
.survey label { position: relative; cursor: pointer; }
.survey .scale label { display: grid; place-items: center; min-height: 46px; border: 1px solid var(--edge); border-radius: 7px; background: var(--raised); font-variant-numeric: tabular-nums; }
.survey .scale input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.survey .scale .on { border-color: var(--on); background: var(--on); color: var(--onink); font-weight: 600; }
.survey .stars { max-width: 300px; }
.survey .stars label, .survey .stars .on { border-color: transparent; background: none; font-size: 34px; line-height: 1; color: var(--star); font-weight: 400; }
.survey .stars span { opacity: .45; }
.survey .stars .on { color: var(--on); }
.survey .stars .on span { opacity: 1; }
.survey label:focus-within, .survey button:focus-visible, .survey textarea:focus-visible, .survey select:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.survey .ends { display: flex; justify-content: space-between; gap: 16px; margin-top: 6px; font-size: 14px; line-height: 18px; color: var(--ink2); }
.survey .ends span:last-child { text-align: end; }
.survey .choices { display: grid; gap: 6px; }
.survey .choices label { display: flex; align-items: center; gap: 12px; min-height: 46px; padding: 8px 12px; border: 1px solid var(--edge); border-radius: 7px; background: var(--raised); overflow-wrap: anywhere; }
.survey .choices input { flex: none; width: 20px; height: 20px; margin: 0; accent-color: var(--on); }
.survey textarea { display: block; width: 100%; min-height: 96px; padding: 10px 12px; border: 1px solid var(--edge); border-radius: 7px; background: var(--raised); color: inherit; font: inherit; resize: vertical; }
.survey .wrong { color: var(--wrong); }
.survey .wrong:empty { display: none; }
.survey .nav { display: flex; justify-content: flex-end; gap: 8px; }
.survey button { font: inherit; color: inherit; cursor: pointer; }
.survey .go, .survey .back { min-height: 46px; padding: 8px 20px; border: 1px solid transparent; border-radius: 7px; background: none; }
.survey .go { background: var(--ink); color: var(--ground); font-weight: 600; }
.survey .back { margin-inline-end: auto; border-color: var(--edge); }
.survey .thanks { display: grid; gap: 12px; font-size: 18px; line-height: 24px; outline: none; }
`;

export const PANEL = `
:host { all: initial; }
.survey { position: fixed; z-index: 2147483000; inset-inline-end: 20px; bottom: 20px; width: min(420px, calc(100vw - 40px)); max-height: calc(100vh - 40px); overflow: auto; padding: 18px 20px 20px; border: 1px solid var(--hair); border-radius: 12px; background: var(--ground); box-shadow: 0 2px 6px rgb(0 0 0 / 10%), 0 18px 48px rgb(0 0 0 / 22%); animation: come .2s ease-out; }
.survey form > p:first-child, .survey legend, .survey .thanks { padding-inline-end: 32px; }
.survey .shut { position: absolute; top: 8px; inset-inline-end: 8px; width: 36px; height: 36px; padding: 0; border: 0; border-radius: 7px; background: var(--ground); font-size: 22px; line-height: 1; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@keyframes come { from { opacity: 0; transform: translateY(12px); } }
@media (max-width: 520px) { .survey { inset-inline: 0; bottom: 0; width: 100%; max-height: 88vh; padding-bottom: max(20px, env(safe-area-inset-bottom)); border-radius: 14px 14px 0 0; border-width: 1px 0 0; } }
@media (prefers-reduced-motion: reduce) { .survey { animation: none; } }
@media print { .survey { display: none; } }
`;

export const PAGE = `
html { background: #fbfaf7; }
@media (prefers-color-scheme: dark) { html { background: #14181d; } }
body { margin: 0; }
.survey { min-height: 100vh; min-height: 100dvh; background: var(--ground); }
.survey header { display: flex; align-items: center; justify-content: space-between; gap: 16px; max-width: 640px; min-height: 56px; margin: 0 auto; padding: 6px 16px; }
.survey header b { min-width: 0; overflow-wrap: anywhere; }
.survey select { min-height: 38px; padding: 4px 8px; border: 1px solid var(--edge); border-radius: 7px; background: var(--raised); color: inherit; font: inherit; }
.survey main { display: grid; gap: 18px; max-width: 640px; margin: 0 auto; padding: 16px 16px 48px; }
.survey h1 { margin: 0; font-size: 26px; line-height: 32px; text-wrap: balance; overflow-wrap: anywhere; }
.survey main legend { font-size: 20px; line-height: 26px; }
.survey .told { color: var(--ink2); }
.survey .told:empty { display: none; }
.survey .nav { margin-top: 6px; }
`;
