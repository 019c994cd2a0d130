import type { App } from '../host.ts';
import type { HostTheme, HostWindow } from './electron-api.ts';
import { paperColor } from './window.ts';

/** Makes the native parts follow the person's theme, from now on. Call before the window is made: its colour depends on it. */
export function followChosenTheme(nativeTheme: HostTheme, app: Pick<App, 'theme' | 'onEvent'>): void {
  nativeTheme.themeSource = app.theme;
  app.onEvent((event) => {
    if (event === 'settings.changed') nativeTheme.themeSource = app.theme;
  });
}

/** Keeps the colour behind the page that of the theme, whoever changed it. */
export function paintWindow(
  nativeTheme: HostTheme,
  window: Pick<HostWindow, 'isDestroyed' | 'setBackgroundColor'>,
): void {
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(paperColor(nativeTheme));
  });
}
