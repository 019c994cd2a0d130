import type { EventOf } from '../../src-shared/contract/index.ts';
import type { App } from '../host.ts';

/** Calls the listener for each new state of the vault. A vault is never unlocked before the first of these events. */
export function onVaultState(app: Pick<App, 'onEvent'>, listener: (state: EventOf<'vault.state'>) => void): void {
  app.onEvent((event, payload) => {
    // The two parameters do not narrow each other.
    if (event === 'vault.state') listener(payload as EventOf<'vault.state'>);
  });
}
