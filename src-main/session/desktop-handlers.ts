import {
  DESKTOP_FEATURES,
  type Ability,
  type DesktopAbilities,
  type PlaceWait,
  type desktopContract,
} from '../../src-shared/contract/desktop.ts';
import type { Handlers } from '../../src-shared/contract/index.ts';
import { err, ok } from '../../src-shared/result.ts';
import type { StartAtLogin } from '../host.ts';

interface DesktopOptions {
  /** What is not named, this host has not. */
  readonly abilities?: () => Partial<DesktopAbilities>;
  readonly startAtLogin?: StartAtLogin;
  /** Of what a link leads to while the vault is locked. */
  readonly placeWait?: () => PlaceWait;
  /** Of the system's keychain; asked each time. */
  readonly keychain?: () => Promise<Ability>;
}

/** What the page asks about the desktop around it. */
export function desktopHandlers({
  abilities,
  startAtLogin,
  placeWait = () => ({ msLeft: null }),
  keychain = () => Promise.resolve('host-has-none'),
}: DesktopOptions): Handlers<keyof typeof desktopContract> {
  const none = Object.fromEntries(DESKTOP_FEATURES.map((name) => [name, 'host-has-none'])) as DesktopAbilities;
  return {
    'desktop.abilities': async () => ok({ ...none, ...abilities?.(), keychain: await keychain() }),
    'desktop.place-wait': async () => ok(placeWait()),
    'desktop.start-at-login': async () =>
      startAtLogin === undefined ? err('not-found') : ok({ isOn: await startAtLogin.isOn() }),
    'desktop.set-start-at-login': async ({ isOn: wanted }) => {
      if (startAtLogin === undefined) return err('not-found');
      try {
        await startAtLogin.set(wanted);
      } catch {
        return err('start-at-login-refused');
      }
      const isOn = await startAtLogin.isOn();
      return isOn === wanted ? ok({ isOn }) : err('start-at-login-refused');
    },
  };
}
