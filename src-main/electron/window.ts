import type { BrowserWindowConstructorOptions } from 'electron';
import type { HostTheme, HostWindow, WindowConstructor } from './electron-api.ts';
import { PARTITION } from './session-security.ts';
import { HARDENED_PAGE } from './hardened-page.ts';
import type { Placement } from './window-state.ts';

export const TITLE = 'Daygrove';

/** `--paper` of the renderer's tokens in each theme: what a person sees before, and behind, the page. */
export const PAPER = { light: '#faf8f3', dark: '#16191a' } as const;

export function paperColor(theme: Pick<HostTheme, 'shouldUseDarkColors'>): string {
  return theme.shouldUseDarkColors ? PAPER.dark : PAPER.light;
}

export interface WindowOptions {
  /** Full path of the built preload. */
  readonly preload: string;
  readonly devTools: boolean;
  readonly backgroundColor: string;
  readonly placement: Placement;
  /** How it comes up. `tray`: not before somebody asks for it. */
  readonly show: 'window' | 'minimised' | 'tray';
}

export function windowOptions(options: WindowOptions): BrowserWindowConstructorOptions {
  const { at, size, least } = options.placement;
  return {
    title: TITLE,
    ...at,
    ...size,
    minWidth: least.width,
    minHeight: least.height,
    // Shown when there is something to see; the colour is there for the moments when the page is not.
    show: false,
    backgroundColor: options.backgroundColor,
    webPreferences: {
      preload: options.preload,
      partition: PARTITION,
      ...HARDENED_PAGE,
      devTools: options.devTools,
    },
  };
}

export function createWindow(BrowserWindow: WindowConstructor, options: WindowOptions): HostWindow {
  const window = new BrowserWindow(windowOptions(options));
  // The page's title must never reach the task bar: one day it would name an entry.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('show', () => {
    if (options.placement.mode === 'maximised') window.maximize();
    if (options.placement.mode === 'full-screen') window.setFullScreen(true);
  });
  window.once('ready-to-show', () => {
    if (options.show === 'window') window.show();
    if (options.show === 'minimised') window.minimize();
  });
  return window;
}

export function focusWindow(window: HostWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
