// Light or dark: the system's, until the reader says otherwise.
import { remember, remembered } from './prefs';

export type Theme = 'system' | 'light' | 'dark';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

class ThemeState {
  value = $state<Theme>('system');

  start(): void {
    const stored = remembered('theme');
    this.choose(THEMES.find((theme) => theme === stored) ?? 'system');
  }

  choose(value: Theme): void {
    this.value = value;
    remember('theme', value === 'system' ? null : value);
    if (value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
  }
}

export const theme = new ThemeState();
