import type { App } from '../host.ts';
import type { HostPower } from './electron-api.ts';

/** Locks when the machine sleeps, the screen locks, or (macOS) another person's session comes to the front. */
export function lockWithTheMachine(power: HostPower, app: Pick<App, 'lock'>): void {
  const lock = (): void => void app.lock('suspend');
  power.on('suspend', lock);
  power.on('lock-screen', lock);
  power.on('user-did-resign-active', lock);
}
