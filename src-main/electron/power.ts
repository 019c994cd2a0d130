import type { App } from '../host.ts';
import type { HostPower } from './electron-api.ts';
import { onVaultState } from './vault-state.ts';

/** Milliseconds between two looks at the screen, where nobody tells of its lock. */
export const SCREEN_LOOK_MS = 5000;

/**
 * Locks when the machine sleeps, the screen locks, or (macOS) another person's session comes to the front.
 * @param watch calls `look` every so many milliseconds until the function that it returns is called
 */
export function lockWithTheMachine(
  power: HostPower,
  app: Pick<App, 'lock' | 'onEvent'>,
  platform: NodeJS.Platform,
  watch: (look: () => void, milliseconds: number) => () => void = every,
): void {
  const lockForScreen = (): void => void app.lock('screen-lock');
  power.on('suspend', () => void app.lock('suspend'));
  power.on('lock-screen', lockForScreen);
  power.on('user-did-resign-active', lockForScreen);
  // Electron has no event for it on Linux. Chromium can be asked whether the screen is locked; desktops that do not tell Chromium leave it to the idle lock.
  if (platform !== 'linux') return;
  let endWatch: (() => void) | null = null;
  onVaultState(app, ({ state, reason }) => {
    endWatch?.();
    endWatch = null;
    // Behind a storage process that stopped, the page still remembers what was open.
    if (state !== 'unlocked' && state !== 'damaged' && reason !== 'storage-stopped') return;
    endWatch = watch(() => {
      if (power.getSystemIdleState(1) === 'locked') lockForScreen();
    }, SCREEN_LOOK_MS);
  });
}

function every(look: () => void, milliseconds: number): () => void {
  const timer = setInterval(look, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
