// Which of several workspaces this page shows: one server may hold many, each below an address of its own, /w/<id>.

/** The part of a path that names the workspace: "/w/shop", or "" for the only or first one. */
export const baseOf = (path: string): string => /^\/w\/[^/]+/.exec(path)?.[0] ?? '';

const HERE = baseOf(globalThis.location?.pathname ?? '');

/** An address inside this page's workspace; one that is inside already stays as it is. */
export const inside = (path: string, base = HERE): string => `${base}${outside(path, base)}`;

/** The same address as if there were no other workspace. */
export function outside(path: string, base = HERE): string {
  if (!base || !path.startsWith(base)) return path;
  const rest = path.slice(base.length);
  if (rest === '') return '/';
  return /^[/?]/.test(rest) ? rest : path;
}
