import { expect, test } from '../fixtures.ts';
import { Habits } from '../pages/habits.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import { Insights } from '../pages/insights.ts';
import { Lock } from '../pages/lock.ts';
import { createVault, Onboarding } from '../pages/onboarding.ts';
import { Search } from '../pages/search.ts';
import { SyncPage } from '../pages/sync.ts';
import { Today } from '../pages/today.ts';
import { Trash } from '../pages/trash.ts';
import { dayOneExport } from '../samples/day-one.ts';
import { accessBreaches, expectAccessible } from '../support/accessible.ts';
import { PASSPHRASE } from '../support/marker.ts';

// From the very first screen on.
test.use({ vault: 'none' });

test('every screen holds WCAG 2.2 AA in both themes, as far as a machine can tell', async ({ app }) => {
  test.setTimeout(180_000);
  const onboarding = new Onboarding(app);
  const today = new Today(app);
  const habits = new Habits(app);
  const dialog = new ImportDialog(app);
  const lock = new Lock(app);

  await onboarding.passphrase.fill('password');
  await expect(onboarding.strength).toContainText('Very weak');
  await onboarding.continue.click();
  await expectAccessible(app, 'passphrase');
  await onboarding.choosePassphrase(PASSPHRASE);
  const key = await onboarding.shownKey();
  await expectAccessible(app, 'recovery key');
  await onboarding.confirmKey(key);
  await expect(onboarding.readyHeading).toBeVisible();
  await expectAccessible(app, 'beginning');
  await onboarding.beginWith('Write a first entry');
  await expectAccessible(app, 'Today, empty');

  await today.write('A line of today');
  await habits.create('Water the ferns');
  await today.tick('Water the ferns').click();
  await habits.create('Run', { howOften: 'A number of times a week', times: 3 });
  await expectAccessible(app, 'Today');
  await app.page.getByRole('button', { name: 'New habit' }).first().click();
  await expectAccessible(app, 'habit dialog');
  await habits.dialog.getByRole('button', { name: 'Cancel' }).click();

  await today.go('Import…');
  await expectAccessible(app, 'import, choosing');
  await dialog.choose(dayOneExport());
  await dialog.figures();
  await expectAccessible(app, 'import, preview');
  await dialog.run();
  await expect(dialog.headline).toContainText('Added');
  await expectAccessible(app, 'import, done');
  await dialog.done();

  await today.go('Journal');
  await expectAccessible(app, 'Journal');
  await app.page.getByRole('button', { name: 'Trash', exact: true }).click();
  await expect(new Trash(app).heading).toBeVisible();
  await expectAccessible(app, 'Trash');
  await today.go('Calendar');
  await expect(app.page.getByText('1 day with entries.')).toBeVisible();
  await expectAccessible(app, 'Calendar, month');
  await app.page.getByRole('button', { name: 'Year', exact: true }).click();
  await expect(app.page.getByRole('grid')).toHaveCount(12);
  await expectAccessible(app, 'Calendar, year');
  await today.go('Insights');
  const insights = new Insights(app);
  await expect(insights.chart('Writing over time')).toBeVisible();
  await insights.openTable('Writing over time');
  await expectAccessible(app, 'Insights');
  await today.go('Habits');
  await expectAccessible(app, 'Habits');
  await today.go('Search');
  await expectAccessible(app, 'Search, empty');
  await new Search(app).field.fill('line');
  await expect(new Search(app).hits).toHaveCount(1);
  await expectAccessible(app, 'Search');
  await today.go('Settings');
  await expectAccessible(app, 'Settings');
  await app.page.keyboard.press('ControlOrMeta+k');
  await expect(app.page.getByRole('combobox', { name: 'Command' })).toBeFocused();
  await expectAccessible(app, 'all commands');
  await app.page.keyboard.press('Escape');

  await lock.lockNow();
  await lock.unlock('not the passphrase');
  await expect(lock.problem).toBeVisible();
  await expectAccessible(app, 'lock screen');
});

test('the screens of sync hold it too', async ({ app, sync }) => {
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
  await app.page.getByRole('button', { name: 'Change passphrase…' }).click();
  await expectAccessible(app, 'changing the passphrase');
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('button', { name: 'Renew the vault’s key…' }).click();
  await expectAccessible(app, 'renewing the key');

  // Whoever looks for breaches finds them, those of one theme too.
  await app.page.evaluate(() => {
    const image = document.createElement('img');
    image.id = 'nameless';
    const text = document.createElement('p');
    text.id = 'pale';
    text.textContent = 'Pale';
    text.style.color = 'light-dark(black, #333)';
    text.style.backgroundColor = 'light-dark(white, black)';
    document.querySelector('[role=dialog]')!.append(image, text);
  });
  expect(await accessBreaches(app)).toEqual(['light, image-alt: #nameless', 'dark, color-contrast: #pale']);
});
