import type { BrowserWindowConstructorOptions } from 'electron';
import type { PageKind } from '../host.ts';
import type { MainWords } from '../words.ts';
import { CAPTURE_ORIGIN } from './addresses.ts';
import { noActions } from './actions-view.ts';
import { offerContextMenu } from './context-menu.ts';
import type { ElectronApi, HostWindow } from './electron-api.ts';
import { HARDENED_PAGE } from './hardened-page.ts';
import { PARTITION } from './session-security.ts';
import { paperColor, TITLE } from './window.ts';

export const CAPTURE_URL = `${CAPTURE_ORIGIN}/capture.html`;

/** In density-independent pixels: a few lines of text and a row of buttons. */
const SIZE = { width: 480, height: 260 };
const LEAST_SIZE = { width: 360, height: 220 };
/** Of what is left of the screen above and below it: nearer to the eyes than the middle. */
const SHARE_ABOVE = 1 / 3;

type Electron = Pick<ElectronApi, 'app' | 'BrowserWindow' | 'Menu' | 'clipboard' | 'dialog' | 'nativeTheme' | 'screen'>;

export interface CaptureWindowOptions {
  readonly electron: Electron;
  readonly preload: string;
  readonly devTools: boolean;
  readonly platform: NodeJS.Platform;
  readonly words: () => MainWords;
  /** Who may call, by the ids of web contents; it is kept up to date here. */
  readonly pages: Map<number, PageKind>;
}

export interface CaptureWindow {
  /** Brings the small window to the front, on the screen where the pointer is; with what is being typed in it, where it is open already. */
  open(): void;
  /** Whether an empty one is to wait out of sight, so that the next is there at once. It costs the memory of a page. */
  keepReady(isReady: boolean): void;
  /**
   * Before the app ends: a window that somebody writes in is closed first, and asked about where it has something, so that whoever goes back has the whole app still.
   * @returns whether there is one: then the end waits, and is asked for again when it is closed
   */
  holdsQuit(): boolean;
  /** Ends the one that waits. One that somebody writes in stays. */
  dropReady(): void;
}

export function captureWindowOptions({
  electron,
  preload,
  devTools,
  platform,
}: CaptureWindowOptions): BrowserWindowConstructorOptions {
  return {
    title: TITLE,
    ...SIZE,
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    frame: false,
    alwaysOnTop: true,
    skipTaskbar: true,
    fullscreenable: false,
    maximizable: false,
    minimizable: false,
    // Over another app's full screen too, which only a panel may be.
    ...(platform === 'darwin' ? { type: 'panel' } : {}),
    show: false,
    backgroundColor: paperColor(electron.nativeTheme),
    webPreferences: { preload, partition: PARTITION, ...HARDENED_PAGE, devTools },
  };
}

/** Where the window goes: on the screen of the pointer. Wayland puts windows where it wants. */
export function capturePlace(screen: ElectronApi['screen']): { x: number; y: number; width: number; height: number } {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const width = Math.min(SIZE.width, workArea.width);
  const height = Math.min(SIZE.height, workArea.height);
  return {
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) * SHARE_ABOVE),
    width,
    height,
  };
}

interface Waiting {
  readonly window: HostWindow;
  isPainted: boolean;
  /** The person asked for it before it was painted. */
  isWanted: boolean;
  isAsked: boolean;
  /** The app is to end behind it. */
  isEnd: boolean;
}

/**
 * Each window is used once: closed, it is destroyed with its renderer, and nothing of what was typed stays in a memory. It is not closed by a lock: what it holds is what
 * somebody is typing, and nothing that was there before.
 */
export function createCaptureWindow(options: CaptureWindowOptions): CaptureWindow {
  const { electron, pages, words } = options;
  let current: Waiting | null = null;
  let keepsReady = false;

  function show(waiting: Waiting): void {
    const { window } = waiting;
    window.setBackgroundColor(paperColor(electron.nativeTheme));
    if (!window.isVisible()) window.setBounds(capturePlace(electron.screen));
    window.show();
    window.focus();
  }

  async function askAbout(waiting: Waiting): Promise<void> {
    if (waiting.isAsked) return;
    waiting.isAsked = true;
    const { say } = words();
    const { response } = await electron.dialog
      .showMessageBox(waiting.window, {
        type: 'warning',
        message: say('captureWindow.message'),
        buttons: [say('captureWindow.back'), say('captureWindow.discard')],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      .catch(() => ({ response: 0 }));
    waiting.isAsked = false;
    if (waiting.window.isDestroyed()) return;
    if (response === 1) waiting.window.destroy();
    else waiting.isEnd = false;
  }

  function make(isWanted: boolean): Waiting {
    const window = new electron.BrowserWindow(captureWindowOptions(options));
    const { webContents: contents } = window;
    const { id } = contents;
    const waiting: Waiting = { window, isPainted: false, isWanted, isAsked: false, isEnd: false };
    current = waiting;
    pages.set(id, 'capture');
    window.on('page-title-updated', (event) => event.preventDefault());
    offerContextMenu(contents, {
      menu: electron.Menu,
      clipboard: electron.clipboard,
      view: noActions,
      words: () => words().actions,
      perform: () => {},
    });
    window.once('ready-to-show', () => {
      waiting.isPainted = true;
      if (waiting.isWanted && !window.isDestroyed()) show(waiting);
    });
    window.on('closed', () => {
      pages.delete(id);
      if (current === waiting) current = null;
      if (waiting.isEnd) {
        keepsReady = false;
        electron.app.quit();
      }
      // Not behind one that nobody had asked for: it may have been the end of the app that closed it.
      if (keepsReady && waiting.isWanted && current === null) make(false);
    });
    // It stays while it is asked, and main goes on meanwhile: a box that is waited for would hold up the locks of idleness, sleep and screen.
    contents.on('will-prevent-unload', () => void askAbout(waiting));
    const fail = (): void => {
      if (window.isDestroyed()) return;
      const wasWanted = waiting.isWanted;
      // Another try would end the same way: the next one is the person's.
      waiting.isWanted = false;
      window.destroy();
      if (!wasWanted) return;
      const { say } = words();
      electron.dialog.showErrorBox(say('captureWindow.failed'), say('captureWindow.failedDetail'));
    };
    contents.on('render-process-gone', fail);
    contents.loadURL(CAPTURE_URL).catch(fail);
    return waiting;
  }

  return {
    open() {
      const waiting = current ?? make(true);
      waiting.isWanted = true;
      if (waiting.isPainted) show(waiting);
    },
    keepReady(isReady) {
      keepsReady = isReady;
      if (isReady && current === null) make(false);
      if (!isReady) this.dropReady();
    },
    holdsQuit() {
      if (current === null || !current.isWanted) return false;
      current.isEnd = true;
      // Whoever is asked for the second time sees what they are asked.
      if (current.isAsked) current.window.focus();
      else current.window.close();
      return true;
    },
    dropReady() {
      if (current !== null && !current.isWanted) current.window.destroy();
    },
  };
}
