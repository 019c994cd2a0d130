import { expect, test } from '../fixtures.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

test('a second start on the same profile says that Daygrove is open, and leaves the first alone', async ({
  app,
  host,
}) => {
  const today = new Today(app);
  await openVault(app);
  await today.write(MARKER);

  const second = await app.startSecond();
  expect(second.output).toContain('Daygrove is already open');
  expect(second.output.trimEnd().split('\n')).toHaveLength(1);
  // Electron hands over to the first window, which is a good end; the browser host has no way to do that.
  expect(second.exitCode).toBe(host === 'browser' ? 2 : 0);

  await today.write(`${MARKER} And after it.`);
  await new Lock(app).lockNow();
  await new Lock(app).unlock();
  await expect(today.text()).toHaveText(`${MARKER} And after it.`);
});

test('after the plug was pulled, the next start opens the profile', async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  await today.write(MARKER);
  await app.pullPlug();
  await app.start();
  await new Lock(app).unlock();
  await expect(today.text()).toHaveText(MARKER);
});

test('@browser a second tab takes over: the first writes down its last words, and says where Daygrove is', async ({
  app,
}) => {
  const today = new Today(app);
  await openVault(app);
  await today.text().fill(MARKER);
  // As a person duplicates a tab; a new page of Playwright's would not be of the incognito session.
  const opened = app.page.context().waitForEvent('page');
  await app.page.evaluate(() => void window.open('/', '_blank', 'noopener'));
  const second = await opened;
  await expect(app.page.getByText('Daygrove is open in another tab. You can close this one.')).toBeVisible();
  await expect(new Today({ page: second }).text()).toHaveText(MARKER);
  await new Today({ page: second }).write(`${MARKER} In the second tab.`);
  await second.close();
});
