import { expect, test } from '../fixtures.ts';
import { Habits } from '../pages/habits.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { loopBackup } from '../samples/loop-backup.ts';
import { expectAccessible } from '../support/accessible.ts';

const HABIT = 'Feed the zephyrkettle';

test('a habit is ticked with one click, its seven days stand beside it, and all is there after a restart', async ({
  app,
}) => {
  const today = new Today(app);
  const habits = new Habits(app);
  await openVault(app);
  await habits.create(HABIT);
  await expect(today.tick(HABIT)).toHaveAccessibleName(`${HABIT}: not done yet`);
  await today.tick(HABIT).click();
  await expect(today.tick(HABIT)).toHaveAccessibleName(`${HABIT}: done`);
  await expect(today.week(HABIT)).toHaveAccessibleName(/Sunday done$/);

  // The click that ticks takes the tick away, too.
  await today.tick(HABIT).click();
  await expect(today.tick(HABIT)).toHaveAccessibleName(`${HABIT}: not done yet`);
  await today.tick(HABIT).press('Space');
  await expect(today.tick(HABIT)).toHaveAccessibleName(`${HABIT}: done`);

  await today.previousDay();
  await today.mark(HABIT, 'Skip this day');
  await expect(today.week(HABIT)).toHaveAccessibleName(/Saturday skipped$/);
  await today.previousDay();
  await today.mark(HABIT, 'Mark as missed');
  await expect(today.week(HABIT)).toHaveAccessibleName(/Friday missed$/);

  await app.restart();
  await new Lock(app).unlock();
  await expect(today.tick(HABIT)).toHaveAccessibleName(`${HABIT}: done`);
  await expect(today.week(HABIT)).toHaveAccessibleName(/Friday missed, Saturday skipped, Sunday done$/);
});

test('a habit is changed, put into the archive and taken out again', { tag: '@journey' }, async ({ app }) => {
  const today = new Today(app);
  const habits = new Habits(app);
  await openVault(app);
  await habits.create(HABIT, { howOften: 'A number of times a week', times: 3 });
  await today.go('Habits');
  await expect(habits.active).toHaveCount(1);
  await expect(habits.active).toContainText('3 times a week');

  await habits.choose(HABIT, 'Edit habit');
  await habits.fillIn('Oil the marrowlight');
  await expect(habits.active).toContainText('Oil the marrowlight');
  await expect(habits.more('Oil the marrowlight')).toBeFocused();

  await habits.choose('Oil the marrowlight', 'Archive');
  await habits.showArchived();
  await expect(habits.archived).toContainText('Oil the marrowlight');
  await expect(habits.archived).toContainText('archived since November 22, 2026');
  await expectAccessible(app, 'Habits with an archive');
  await today.go('Today');
  await expect(today.habit('Oil the marrowlight')).toHaveCount(0);
  await today.go('Habits');
  await app.page.getByRole('button', { name: 'Take out of the archive: Oil the marrowlight' }).click();
  await expect(habits.active).toContainText('Oil the marrowlight');
});

test('an amount that a click replaces comes back with Undo, and a later change takes the offer away', async ({
  app,
}) => {
  const today = new Today(app);
  const habits = new Habits(app);
  const dialog = new ImportDialog(app);
  await openVault(app);
  await today.go('Import…');
  await dialog.choose(await loopBackup({ amounts: true }));
  await dialog.run();
  await dialog.done();
  // The import can be undone as well; here it is about the tick.
  await app.page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Dismiss' }).click();
  await today.previousDay();
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 25 of 40 pages');

  await today.tick('Read').click();
  await expect(today.tick('Read')).toHaveAccessibleName('Read: done');
  await expect(habits.undo).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 25 of 40 pages');
  await expect(today.tick('Read')).toBeFocused();

  await today.tick('Read').click();
  await today.tick('Read').click();
  await expect(today.tick('Read')).toHaveAccessibleName('Read: nothing logged');
  // One offer, for what was done last.
  await expect(habits.undo).toHaveCount(1);
  await expect(app.page.getByText('Read: cleared')).toBeVisible();
  await habits.undo.click();
  await expect(today.habit('Read')).toContainText('40 of 40 pages');

  await today.mark('Read', 'Skip this day');
  await expect(app.page.getByText('Read: skipped')).toBeVisible();
  await habits.undo.click();
  await expect(today.habit('Read')).toContainText('40 of 40 pages');
  await expect(habits.undo).toHaveCount(0);
});

test('the menu shows the present mark, and clears only what is there', async ({ app }) => {
  const today = new Today(app);
  const habits = new Habits(app);
  await openVault(app);
  await habits.create(HABIT);
  await today.openMenu(HABIT);
  await expect(today.menuItem('Mark as done')).toHaveAttribute('aria-checked', 'false');
  await expect(today.menuItem('Clear the mark')).toHaveCount(0);
  await today.menuItem('Mark as done').click();
  await today.openMenu(HABIT);
  await expect(today.menuItem('Mark as done')).toHaveAttribute('aria-checked', 'true');
  await expect(today.menuItem('Clear the mark')).toBeVisible();

  // A dialog that a menu opened goes back to the menu's button.
  await today.menuItem('Edit habit').click();
  await expect(habits.dialog).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(today.habit(HABIT).getByRole('button', { name: /^More for/ })).toBeFocused();
});

test('the focus is never lost', async ({ app }) => {
  const today = new Today(app);
  const habits = new Habits(app);
  await openVault(app);
  await today.go('Habits');
  // The button that opened the dialog is gone with the empty page.
  await habits.create('Sweep');
  await expect(today.heading).toBeFocused();
  await habits.create('Weed');
  await expect(app.page.getByRole('button', { name: 'New habit' })).toBeFocused();

  await app.page.keyboard.press('ControlOrMeta+k');
  await app.page.getByRole('combobox', { name: 'Command' }).fill('new habit');
  await app.page.keyboard.press('Enter');
  await expect(habits.dialog).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('button', { name: 'New habit' })).toBeFocused();

  await habits.choose('Sweep', 'Archive');
  await expect(habits.more('Weed')).toBeFocused();
  await habits.choose('Weed', 'Archive');
  await expect(today.heading).toBeFocused();

  // By its own button, not by the offer to undo: the offer is over.
  await expect(app.page.getByText('Weed is archived.')).toBeVisible();
  await habits.showArchived();
  await app.page.getByRole('button', { name: 'Take out of the archive: Weed' }).click();
  await expect(app.page.getByText('Weed is archived.')).toBeHidden();
  await expect(app.page.getByText('Sweep is archived.')).toBeVisible();
  const takeOut = app.page.getByRole('button', { name: 'Take out of the archive: Sweep' });
  await expect(takeOut).toBeFocused();
  await habits.undo.click();
  await expect(habits.more('Sweep')).toBeVisible();
  await expect(today.heading).toBeFocused();
});

test('every state of a day has a look of its own, also in forced colours', async ({ app }) => {
  const today = new Today(app);
  const habits = new Habits(app);
  const dialog = new ImportDialog(app);
  await openVault(app);
  await today.go('Import…');
  await dialog.choose(await loopBackup({ amounts: true }));
  await dialog.run();
  await dialog.done();
  await habits.create('Piano', { howOften: 'On chosen weekdays' });
  for (const choice of ['Skip this day', 'Mark as missed'] as const) {
    await today.previousDay();
    await today.mark('Zephyrkettle stretching', choice);
    await expect(habits.undo.first()).toBeVisible();
  }
  await today.backToToday();
  // Until then the cells are those of another week.
  await expect(today.week('Zephyrkettle stretching')).toHaveAccessibleName(/Friday missed, Saturday skipped, Sunday/);
  for (const media of [
    { forcedColors: 'none', colorScheme: 'light' },
    { forcedColors: 'none', colorScheme: 'dark' },
    { forcedColors: 'active', colorScheme: 'light' },
    { forcedColors: 'active', colorScheme: 'dark' },
  ] as const) {
    await app.page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    const looks = new Map<string, string>();
    for (const state of ['done', 'partly', 'missed', 'skipped', 'open', 'not-due']) {
      // Not today's, which has a ring besides.
      const cell = today.habits.locator(`[role=img] [data-state=${state}]:not([data-today])`).first();
      looks.set(state, (await cell.screenshot()).toString('base64'));
    }
    expect(new Set(looks.values()).size, JSON.stringify(media)).toBe(looks.size);
  }
});

test('a schedule that cannot be is refused at its field', async ({ app }) => {
  const habits = new Habits(app);
  await openVault(app);
  await app.page.getByRole('button', { name: 'New habit' }).first().click();
  const { dialog } = habits;
  const begin = dialog.getByRole('button', { name: 'Begin habit' });
  const howOften = dialog.getByLabel('How often');
  const times = dialog.getByLabel('How many times');
  await dialog.getByLabel('Name').fill(HABIT);
  await expect(habits.sentence('Every day.')).toBeVisible();

  await howOften.selectOption('A number of times a week');
  for (const number of ['0', '9', '2.5', '']) {
    await times.fill(number);
    await begin.click();
    await expect(times).toBeFocused();
    await expect(times).toHaveAccessibleDescription('A whole number from 1 to 7');
  }

  await howOften.selectOption('A number of times in any … days');
  await times.fill('9');
  await dialog.getByLabel('In how many days').fill('3');
  await begin.click();
  await expect(times).toBeFocused();
  await expect(times).toHaveAccessibleDescription('A whole number from 1 to 3');

  await howOften.selectOption('On chosen weekdays');
  for (const day of await dialog.getByRole('checkbox').all()) await day.uncheck();
  await begin.click();
  await expect(dialog.getByRole('alert')).toHaveText('Choose at least one day');
  // Weeks begin on Sunday here.
  await expect(dialog.getByRole('checkbox', { name: 'Sunday' })).toBeFocused();

  await dialog.getByRole('checkbox', { name: 'Monday' }).check();
  await begin.click();
  await expect(dialog).toBeHidden();
});

test('in a small window the palette scrolls with its choice, and a dialog keeps its buttons in sight', async ({
  app,
}) => {
  const habits = new Habits(app);
  await openVault(app);
  // 900 by 600 at 200 per cent.
  await app.page.setViewportSize({ width: 450, height: 300 });
  await app.page.keyboard.press('ControlOrMeta+k');
  await expect(app.page.getByRole('combobox', { name: 'Command' })).toBeFocused();
  const chosen = app.page.getByRole('option', { selected: true });
  for (let step = 0; step < 9; step += 1) {
    await app.page.keyboard.press('ArrowDown');
    await expect(chosen).toBeInViewport({ ratio: 1 });
  }
  await app.page.keyboard.press('Escape');

  await app.page.keyboard.press('ControlOrMeta+k');
  await app.page.getByRole('combobox', { name: 'Command' }).fill('new habit');
  await app.page.keyboard.press('Enter');
  await habits.dialog.getByLabel('How often').selectOption('A number of times in any … days');
  await expect(habits.dialog.getByRole('button', { name: 'Begin habit' })).toBeInViewport({ ratio: 1 });
  // It scrolls down, and nowhere else.
  expect(await habits.dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});
