import { expect, it, vi } from 'vitest';
import type { Settings } from '../../src-shared/contract/app.ts';
import { err, ok } from '../../src-shared/result.ts';
import { createClient } from '../bridge/client.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import { createSession } from './session.ts';

it('shows another end of the day at once, and takes it back when it was not written', async () => {
  const bridge = createFakeBridge({ vault: 'unlocked' });
  const session = createSession(createClient(bridge));
  await session.loadPreferences();
  const shown = () => session.store.getState().preferences;
  expect(shown()).toMatchObject({ dayEndsAt: 0, weekStart: null, firstWeekday: 1 });

  const first = session.changePreferences({ dayEndsAt: 180 });
  expect(shown()?.dayEndsAt).toBe(180);
  expect(await first).toBeNull();
  const second = session.changePreferences({ weekStart: 7 });
  expect(shown()).toMatchObject({ dayEndsAt: 180, weekStart: 7, firstWeekday: 7 });
  expect(await second).toBeNull();
  // What day it is now is asked again.
  await vi.waitFor(() => expect(session.store.getState().today).not.toBeNull());

  bridge.fail('preferences.change', { code: 'disk-full' });
  const third = session.changePreferences({ weekStart: null });
  expect(shown()).toMatchObject({ weekStart: null, firstWeekday: 1 });
  expect(await third).toMatchObject({ code: 'disk-full' });
  expect(shown()).toMatchObject({ dayEndsAt: 180, weekStart: 7, firstWeekday: 7 });
});

it('goes from step to step where changes are made faster than they are written down', async () => {
  const answers: ((isWritten: boolean) => void)[] = [];
  let written = { theme: 'system', idleLockMinutes: 5 } as object;
  const session = createSession({
    invoke: (_channel: string, change: object) =>
      new Promise((resolve) => {
        answers.push((isWritten) => {
          if (isWritten) written = { ...written, ...change };
          resolve(isWritten ? ok(written) : err('disk-full'));
        });
      }),
    on: () => () => {},
  } as never);
  session.store.setState({ settings: written as never });
  const shown = () => session.store.getState().settings;
  const minutes = (idleLockMinutes: Settings['idleLockMinutes']) => session.changeSettings({ idleLockMinutes });

  const [first, second] = [minutes(15), minutes(30)];
  answers[0]?.(true);
  expect(await first).toBeNull();
  // The answer to the first does not take back the second.
  expect(shown()?.idleLockMinutes).toBe(30);
  const third = session.changeSettings({ theme: 'dark' });
  answers[1]?.(true);
  expect(await second).toBeNull();
  answers[2]?.(false);
  expect(await third).toMatchObject({ code: 'disk-full' });
  expect(shown()).toEqual({ theme: 'system', idleLockMinutes: 30 });
});
