import type { App } from '../host.ts';
import type { HostApplication, HostDialog, HostWindow } from './electron-api.ts';
import type { Staying } from './staying.ts';
import { onVaultState } from './vault-state.ts';

/** Milliseconds that the lock may take before the window closes without it; quitting locks again. */
export const CLOSING_PATIENCE = 3000;

export interface ClosingOptions {
  readonly window: HostWindow;
  readonly app: Pick<App, 'onEvent' | 'lock' | 'words'>;
  readonly dialog: Pick<HostDialog, 'showMessageBoxSync'>;
  readonly electronApp: Pick<HostApplication, 'on'>;
  readonly staying: Staying;
  /** Whether the end has to wait for the small window; see `CaptureWindow`. */
  readonly holdsQuit: () => boolean;
}

/**
 * Closing an unlocked window locks first, because the lock lets the page write what is still being typed, and that takes the page.
 * A page that could not write it vetoes by `beforeunload`, and then the person decides.
 *
 * A window that stays (in the tray, on macOS in the dock) is hidden and not closed, unless the app is quitting: its page writes what is being typed as it goes out of sight.
 * From the tray the vault locks by its rules; in the dock nothing tells that it is open, so there it locks at once.
 */
export function closeGently({ window, app, dialog, electronApp, staying, holdsQuit }: ClosingOptions): void {
  let unlocked = false;
  let closing: 'no' | 'locking' | 'now' = 'no';
  let quitting = false;

  electronApp.on('before-quit', (event) => {
    if (holdsQuit()) event.preventDefault();
    else quitting = true;
  });

  onVaultState(app, ({ state }) => {
    unlocked = state === 'unlocked';
  });

  window.on('close', (event) => {
    const where = quitting || closing !== 'no' ? null : staying.where();
    if (where !== null) {
      event.preventDefault();
      if (where === 'dock' && unlocked) void app.lock('person');
      staying.hide(where);
      return;
    }
    if (closing === 'now' || !unlocked) {
      closing = 'now';
      return;
    }
    event.preventDefault();
    if (closing === 'locking') return;
    closing = 'locking';
    const closeNow = (): void => {
      clearTimeout(patience);
      if (closing !== 'locking') return;
      closing = 'now';
      if (!window.isDestroyed()) window.close();
    };
    const patience = setTimeout(closeNow, CLOSING_PATIENCE);
    app.lock('person').then(closeNow, closeNow);
  });

  window.webContents.on('will-prevent-unload', (event) => {
    // Also asked when the page is renewed behind a lock; there its veto stands.
    if (closing !== 'now') return;
    const { say } = app.words;
    const choice = dialog.showMessageBoxSync({
      type: 'warning',
      message: say('closing.message'),
      detail: say('closing.detail'),
      buttons: [say('closing.back'), say('closing.close')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (choice === 1) event.preventDefault();
    else {
      closing = 'no';
      quitting = false;
    }
  });

  window.on('unresponsive', () => {
    // A page that hangs answers neither the lock nor the close.
    if (closing === 'now' && !window.isDestroyed()) window.destroy();
  });
}
