import { expect, it, vi } from 'vitest';
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
