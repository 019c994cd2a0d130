import { expect, test } from '../fixtures.ts';
import { createVault } from '../pages/onboarding.ts';
import { SyncPage } from '../pages/sync.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';
import { PASSPHRASE } from '../support/marker.ts';

// From the very first screen on.
test.use({ vault: 'none' });

test('the screens of sync hold WCAG 2.2 AA', async ({ app, sync }) => {
  test.setTimeout(180_000);
  const page = new SyncPage(app);
  await app.page.getByRole('button', { name: 'I already have a vault' }).click();
  await page.join(sync, PASSPHRASE);
  await expect(app.page.getByRole('alert')).toContainText('There is no Daygrove vault at that address');
  await expectAccessible(app, 'joining, with a problem');
  await app.page.getByRole('button', { name: 'Make a new vault instead' }).click();
  await createVault(app);
  await new Today(app).write('A line of today');
  await page.line.click();
  await page.look(sync.url, sync.token);
  await expect(page.found).toBeVisible();
  await expectAccessible(app, 'sync, before connecting');
  await page.button('Connect').click();
  await expect(page.section.getByRole('list', { name: 'Devices' })).toBeVisible();
  await expectAccessible(app, 'sync, connected');
  sync.server.changeToken('another');
  await page.button('Sync now').click();
  await expect(page.line).toHaveText('Sync needs you');
  await expectAccessible(app, 'sync, needs a token');
  await page.button('Disconnect').click();
  await expectAccessible(app, 'before disconnecting');
});
