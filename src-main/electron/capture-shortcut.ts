import type { CaptureShortcutState } from '../../src-shared/contract/capture.ts';
import { isAccelerator } from '../../src-shared/domain/accelerator.ts';
import type { App } from '../host.ts';
import type { ElectronApi, HostApplication } from './electron-api.ts';

export interface CaptureShortcutOptions {
  readonly globalShortcut: ElectronApi['globalShortcut'];
  readonly electronApp: Pick<HostApplication, 'on'>;
  readonly app: Pick<App, 'captureShortcut' | 'onEvent'>;
  /** On Wayland the desktop's portal hands shortcuts out, asks the person itself, and tells no program what became of it. */
  readonly isWayland: boolean;
  readonly onPressed: () => void;
  /** Whether there is one that may be pressed. */
  readonly onListening: (isListening: boolean) => void;
}

export function isWaylandSession(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  if (platform === 'win32' || platform === 'darwin') return false;
  return environment['XDG_SESSION_TYPE'] === 'wayland' || (environment['WAYLAND_DISPLAY'] ?? '') !== '';
}

/** Must run before Electron is ready: without it Chromium does not speak to the portal, and no shortcut comes through on Wayland. */
export function askPortalForShortcuts(commandLine: HostApplication['commandLine']): void {
  commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal');
}

/** Keeps the system's shortcut that of the person's settings, until the app quits. Returns the function that says how it is. */
export function followCaptureShortcut(options: CaptureShortcutOptions): () => CaptureShortcutState {
  const { globalShortcut, electronApp, app, isWayland, onPressed, onListening } = options;
  let registered: string | null = null;
  let wanted: string | null = null;
  let state: CaptureShortcutState = 'off';

  function register(accelerator: string): CaptureShortcutState {
    if (!isAccelerator(accelerator)) return 'unreadable';
    try {
      if (!globalShortcut.register(accelerator, onPressed)) return 'taken';
    } catch {
      return 'unreadable';
    }
    registered = accelerator;
    return isWayland ? 'desktop-decides' : 'active';
  }

  function follow(): void {
    const { captureShortcut } = app;
    // One that another program held may be free by now: every change of the settings tries again.
    if (captureShortcut === wanted && state !== 'taken') return;
    wanted = captureShortcut;
    if (registered !== null) globalShortcut.unregister(registered);
    registered = null;
    state = captureShortcut === null ? 'off' : register(captureShortcut);
    onListening(registered !== null);
  }

  app.onEvent((event) => {
    if (event === 'settings.changed') follow();
  });
  electronApp.on('will-quit', () => globalShortcut.unregisterAll());
  follow();
  return () => state;
}
