import { describe, expect, it } from 'vitest';
import { DESKTOP_FEATURES } from '../../src-shared/contract/desktop.ts';
import type { StartAtLogin } from '../host.ts';
import { desktopHandlers } from './desktop-handlers.ts';

describe('what the page asks about the desktop', () => {
  it('is none of everything where the host says nothing', async () => {
    const handlers = desktopHandlers({});
    const result = await handlers['desktop.abilities']({});
    expect(result.ok && Object.entries(result.value)).toEqual(DESKTOP_FEATURES.map((name) => [name, 'host-has-none']));
    expect(await handlers['desktop.start-at-login']({})).toMatchObject({ error: { code: 'not-found' } });
    expect(await handlers['desktop.set-start-at-login']({ isOn: true })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('is what the host says, each time anew', async () => {
    let tray: 'available' | 'system-has-none' = 'system-has-none';
    const { 'desktop.abilities': ask } = desktopHandlers({ abilities: () => ({ tray }) });
    expect(await ask({})).toMatchObject({ value: { tray: 'system-has-none', badge: 'host-has-none' } });
    tray = 'available';
    expect(await ask({})).toMatchObject({ value: { tray: 'available' } });
  });

  it.each<[string, (wanted: boolean) => boolean, boolean]>([
    ['takes it', (wanted) => wanted, true],
    ['keeps what it had', () => false, false],
    [
      'throws',
      () => {
        throw new Error('EROFS');
      },
      false,
    ],
  ])('a start at login is as the system has it: it %s', async (_what, take, isTaken) => {
    let isOn = false;
    const system: StartAtLogin = {
      isOn: async () => isOn,
      set: async (wanted) => {
        isOn = take(wanted);
      },
    };
    const handlers = desktopHandlers({ startAtLogin: system });
    const changed = await handlers['desktop.set-start-at-login']({ isOn: true });
    expect(changed).toMatchObject(isTaken ? { value: { isOn: true } } : { error: { code: 'start-at-login-refused' } });
    expect(await handlers['desktop.start-at-login']({})).toMatchObject({ value: { isOn: isTaken } });
  });
});
