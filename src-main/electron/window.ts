import type { BrowserWindowConstructorOptions } from 'electron';
import type { ElectronApi, HostTheme, HostWindow, WindowConstructor } from './electron-api.ts';
import { PARTITION } from './session-security.ts';
import { HARDENED_PAGE } from './hardened-page.ts';

export const TITLE = 'Daygrove';

/** `--paper` of the renderer's tokens in each theme: what a person sees before, and behind, the page. */
export const PAPER = { light: '#faf8f3', dark: '#16191a' } as const;

/** In density-independent pixels. Three panes fit the first, the second is the narrowest the layout is made for. */
const USUAL_SIZE = { width: 1240, height: 820 };
const LEAST_SIZE = { width: 900, height: 600 };

export function paperColor(theme: Pick<HostTheme, 'shouldUseDarkColors'>): string {
  return theme.shouldUseDarkColors ? PAPER.dark : PAPER.light;
}

export interface WindowOptions {
  /** Full path of the built preload. */
  readonly preload: string;
  readonly devTools: boolean;
  readonly backgroundColor: string;
  /** What the screen leaves free for windows, in density-independent pixels. */
  readonly workArea: { readonly width: number; readonly height: number };
}

export function windowOptions(options: WindowOptions): BrowserWindowConstructorOptions {
  const { workArea } = options;
  return {
    title: TITLE,
    width: Math.min(USUAL_SIZE.width, workArea.width),
    height: Math.min(USUAL_SIZE.height, workArea.height),
    minWidth: Math.min(LEAST_SIZE.width, workArea.width),
    minHeight: Math.min(LEAST_SIZE.height, workArea.height),
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
  window.once('ready-to-show', () => window.show());
  return window;
}

export function focusWindow(window: HostWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

export function workAreaOf(screen: ElectronApi['screen']): WindowOptions['workArea'] {
  return screen.getPrimaryDisplay().workAreaSize;
}
