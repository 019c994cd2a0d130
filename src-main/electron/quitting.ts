import type { App } from '../host.ts';
import type { HostApplication } from './electron-api.ts';

/** Milliseconds that locking and ending the children may take. What was answered as saved is on disk before that. */
export const QUITTING_PATIENCE = 5000;

/**
 * The app ends when its window is gone: an open vault that nobody sees is no service to its owner. (One that stays is hidden and not gone, see closing.ts.) The end
 * waits until the vault is locked and the profile given free.
 */
export function quitWithTheWindow(
  electronApp: Pick<HostApplication, 'on' | 'quit' | 'exit'>,
  app: Pick<App, 'close'>,
): void {
  let quitting = false;
  electronApp.on('window-all-closed', () => electronApp.quit());
  electronApp.on('will-quit', (event) => {
    event.preventDefault();
    if (quitting) return;
    quitting = true;
    const exit = (code: number): void => {
      clearTimeout(patience);
      electronApp.exit(code);
    };
    const patience = setTimeout(() => exit(1), QUITTING_PATIENCE);
    app.close().then(
      () => exit(0),
      () => exit(1),
    );
  });
}
