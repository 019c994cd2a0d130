import { expect, test } from '../fixtures.ts';
import { Lock } from '../pages/lock.ts';
import { createVault } from '../pages/onboarding.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

test('a second start on the same profile says that Daygrove is open, and leaves the first alone', async ({
  app,
  host,
}) => {
  const today = new Today(app);
  await createVault(app);
  await today.write(MARKER);

  const second = await app.startSecond();
  expect(second.output).toContain('Daygrove is already open');
  expect(second.output.trimEnd().split('\n')).toHaveLength(1);
  // Electron hands over to the first window, which is a good end; the browser host has no way to do that.
  expect(second.exitCode).toBe(host === 'browser' ? 2 : 0);

  await today.write(`${MARKER} And after it.`);
  await new Lock(app).lockNow();
  await new Lock(app).unlock();
  await expect(today.text()).toHaveValue(`${MARKER} And after it.`);
});

test('after the plug was pulled, the next start opens the profile', async ({ app }) => {
  const today = new Today(app);
  await createVault(app);
  await today.write(MARKER);
  await app.pullPlug();
  await app.start();
  await new Lock(app).unlock();
  await expect(today.text()).toHaveValue(MARKER);
});
