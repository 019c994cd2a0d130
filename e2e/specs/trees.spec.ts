import { expect, test } from '../fixtures.ts';
import { HabitView } from '../pages/habit-page.ts';
import { Lock } from '../pages/lock.ts';
import { Search } from '../pages/search.ts';
import { CLOCK, PASSPHRASE, TODAY, go, openByPalette, unlock } from '../screens/camera.ts';
import { makeSampleVault } from '../support/sample-vault.ts';

test.use({ vault: 'none', clock: CLOCK });

// What a screen reader makes of the main screens, role by role and name by name. Who changes one of them reads the new tree as somebody who hears it, and takes it over:
// npx playwright test e2e/specs/trees.spec.ts --project=browser --update-snapshots
test('the main screens are to a screen reader what they are to the eye', async ({ app }) => {
  test.setTimeout(180_000);
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(app.page.locator('body')).toMatchAriaSnapshot({ name: 'first-run.aria.yml' });
  await app.quit();
  await makeSampleVault(app.profile, PASSPHRASE, TODAY);
  await app.start();
  const { page } = app;
  const main = page.getByRole('main');
  await expect(new Lock(app).heading).toBeVisible();
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'lock.aria.yml' });
  await unlock(page);

  await test.step('Today', async () => {
    await expect(main.getByRole('article').first()).toBeVisible();
    await expect(page.getByRole('complementary').getByText('Stretch')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' })).toMatchAriaSnapshot({ name: 'sidebar.aria.yml' });
    await expect(main).toMatchAriaSnapshot({ name: 'today.aria.yml' });
    await expect(page.getByRole('complementary')).toMatchAriaSnapshot({ name: 'today-habits.aria.yml' });
  });
  await test.step('Habits', async () => {
    await go(page, 'Habits');
    await expect(page.getByRole('grid', { name: 'Habits' }).locator('[data-state]').first()).toBeVisible();
    await expect(main).toMatchAriaSnapshot({ name: 'habits.aria.yml' });
    await new HabitView(app).open('Read');
    await expect(main.getByRole('heading', { name: 'Strength' })).toBeVisible();
    // Of the year's days one week is enough to hear how a day is told.
    await expect(main.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
    for (const [region, name] of [
      ['Strength', 'habit-strength'],
      ['History', 'habit-history'],
    ] as const)
      await expect(main.getByRole('region', { name: region })).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
  });
  await test.step('Calendar', async () => {
    await go(page, 'Calendar');
    await expect(page.getByText(/days with entries/u)).toBeVisible();
    await expect(main).toMatchAriaSnapshot({ name: 'calendar.aria.yml' });
  });
  await test.step('Search', async () => {
    await go(page, 'Search');
    await new Search(app).field.fill('frost');
    await expect(new Search(app).hits.first()).toBeVisible();
    await expect(main).toMatchAriaSnapshot({ name: 'search.aria.yml' });
  });
  await test.step('Settings', async () => {
    await go(page, 'Settings');
    await expect(page.getByRole('radiogroup', { name: 'Theme' })).toBeVisible();
    for (const part of ['Look', 'Writing', 'Days and weeks', 'Reminders'])
      await expect(page.getByRole('region', { name: part, exact: true })).toMatchAriaSnapshot({
        name: `settings-${part.toLowerCase().replaceAll(' ', '-')}.aria.yml`,
      });
  });
  await test.step('a dialog', async () => {
    await openByPalette(page, 'New habit');
    await expect(page.getByRole('dialog')).toMatchAriaSnapshot({ name: 'new-habit.aria.yml' });
  });
});
