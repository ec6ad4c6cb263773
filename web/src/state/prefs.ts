// What the reader chose for herself and keeps on this machine: language, theme, hidden lanes.
const PREFIX = 'cesta.';

export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null; // storage may be switched off: the choice then lasts for this page
  }
}

export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    return; // see above
  }
}
