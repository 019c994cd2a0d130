import type { Settings } from '../../src-shared/contract/app.ts';

export type Theme = Settings['theme'];

/**
 * Keeps `data-theme` on the root equal to the person's choice, and to the system's while the choice is `system`.
 * Returns the function that changes the choice.
 */
export function followTheme(root: HTMLElement, systemDark: MediaQueryList): (theme: Theme) => void {
  let chosen: Theme = 'system';
  const apply = (): void => {
    const theme = chosen === 'system' ? (systemDark.matches ? 'dark' : 'light') : chosen;
    if (root.dataset['theme'] === theme) return;
    // All of it at once: what has a transition would come after the paper it stands on.
    root.dataset['themeChanging'] = '';
    root.dataset['theme'] = theme;
    requestAnimationFrame(() => requestAnimationFrame(() => delete root.dataset['themeChanging']));
  };
  systemDark.addEventListener('change', apply);
  return (theme) => {
    chosen = theme;
    apply();
  };
}
