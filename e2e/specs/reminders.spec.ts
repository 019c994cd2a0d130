import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Reminders } from '../pages/reminders.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';

const HABIT = 'Feed the zephyrkettle';
const OTHER = 'Oil the marrowlight';

// 19:30 in Vienna.
test.use({ clock: '2026-11-22T18:30:00Z' });

/** A moment before the reminders for eight in the evening. What comes while it is still locked rings at the unlock, however long that takes. */
const BEFORE_EIGHT = '2026-11-22T18:59:58Z';
const EIGHT = Date.parse('2026-11-22T19:00:00Z');
/** The machine may be busy. */
const SOON = { timeout: 20_000 };

async function startBeforeEight(app: AppUnderTest, ...names: string[]): Promise<Reminders> {
  const reminders = new Reminders(app);
  await openVault(app);
  for (const name of names) await reminders.create(name, '20:00');
  await app.quit();
  await app.start(BEFORE_EIGHT);
  await new Lock(app).unlock();
  return reminders;
}

test('a reminder comes up at its time without taking the focus; Done is a check-in, and the card goes', async ({
  app,
}) => {
  const today = new Today(app);
  const reminders = await startBeforeEight(app, HABIT);
  await expect(today.heading).toBeVisible();
  const before = await app.page.evaluate(() => document.activeElement?.tagName);
  await expect(reminders.card(HABIT)).toBeVisible(SOON);
  expect(await app.page.evaluate(() => document.activeElement?.tagName)).toBe(before);
  await expect(app.page.locator('[aria-live=polite]').filter({ hasText: `Reminder: ${HABIT}` })).toHaveCount(1);
  await expectAccessible(app, 'Today with a reminder');

  await reminders.answer(HABIT, 'Done').press('Enter');
  await expect(reminders.cards).toHaveCount(0);
  await expect(today.tick(HABIT)).toHaveAccessibleName(`${HABIT}: done`);
  await expect(app.page.locator('body')).not.toBeFocused();
});

test('Skip skips the day, and the name leads to the day', async ({ app }) => {
  const today = new Today(app);
  const reminders = await startBeforeEight(app, HABIT);
  await today.go('Settings');
  await expect(reminders.card(HABIT)).toBeVisible(SOON);
  await reminders.card(HABIT).getByRole('button', { name: HABIT, exact: true }).click();
  await expect(today.tick(HABIT)).toHaveAccessibleName(`${HABIT}: not done yet`);
  await reminders.answer(HABIT, 'Skip today').click();
  await expect(reminders.cards).toHaveCount(0);
  await expect(today.week(HABIT)).toHaveAccessibleName(/Sunday skipped$/);
});

test('a card goes when its habit is ticked on the page', async ({ app }) => {
  const today = new Today(app);
  const reminders = await startBeforeEight(app, HABIT, OTHER);
  await expect(reminders.cards).toHaveCount(2, SOON);
  await today.tick(HABIT).click();
  await expect(reminders.cards).toHaveCount(1);
  await expect(reminders.card(OTHER)).toBeVisible();
  await reminders.answer(OTHER, 'Put the reminder away').click();
  await expect(reminders.cards).toHaveCount(0);
  await expect(today.tick(OTHER)).toHaveAccessibleName(`${OTHER}: not done yet`);
});

test('a snooze comes again in a quarter of an hour, over a restart', async ({ app }) => {
  const reminders = await startBeforeEight(app, HABIT);
  await expect(reminders.card(HABIT)).toBeVisible(SOON);
  const snoozedAt = await reminders.now();
  await reminders.answer(HABIT, 'In 15 minutes').click();
  await expect(reminders.cards).toHaveCount(0);
  await app.quit();
  await app.start(new Date(snoozedAt + 15 * 60_000 - 1000).toISOString());
  await new Lock(app).unlock();
  await expect(reminders.card(HABIT)).toBeVisible(SOON);
});

test('an amount is not claimed by a click', async ({ app }) => {
  const reminders = new Reminders(app);
  await openVault(app);
  await reminders.create(HABIT, '20:00', { type: 'amount', unit: 'litres', target: 2, direction: 'at-least' });
  await app.quit();
  await app.start(BEFORE_EIGHT);
  await new Lock(app).unlock();
  await expect(reminders.card(HABIT)).toBeVisible(SOON);
  await expect(reminders.answer(HABIT, 'Done')).toHaveCount(0);
  await expect(reminders.answer(HABIT, 'Skip today')).toBeVisible();
});

test('while locked a reminder tells no name, can be put off, and has its name again at the unlock', async ({ app }) => {
  const lock = new Lock(app);
  const reminders = await startBeforeEight(app, HABIT);
  await lock.unlocked();
  await lock.lockNow();
  await expect(reminders.cards).toHaveText(/A habit is waiting/, SOON);
  expect(await app.page.content()).not.toContain(HABIT);
  await expect(lock.passphrase).toBeFocused();
  await expect(reminders.cards.getByRole('button')).toHaveText(['', 'In 15 minutes', 'In an hour']);
  await expectAccessible(app, 'the lock screen with a reminder');
  await lock.unlock();
  await expect(reminders.card(HABIT)).toBeVisible();
});

test('the settings say whether it reminds, and whether while locked', async ({ app }) => {
  const lock = new Lock(app);
  const today = new Today(app);
  const reminders = new Reminders(app);
  await openVault(app);
  await reminders.create(HABIT, '20:00');
  await today.go('Settings');
  await expect(reminders.setting('Remind of habits')).toBeChecked();
  await expect(reminders.setting('Name the habit in notifications')).not.toBeChecked();
  await expect(reminders.setting('Remind while Daygrove is locked')).toBeChecked();
  await expect(app.page.getByText(/^Reminders come up in this window/)).toBeVisible();
  await expectAccessible(app, 'the settings of reminders');
  await reminders.setting('Remind while Daygrove is locked').uncheck();
  await app.quit();
  await app.start(BEFORE_EIGHT);
  await lock.unlock();
  await lock.unlocked();
  await lock.lockNow();
  await expect.poll(() => reminders.now(), SOON).toBeGreaterThan(EIGHT + 2000);
  await expect(reminders.cards).toHaveCount(0);
  await lock.unlock();
  await expect(reminders.card(HABIT)).toBeVisible();

  await today.go('Settings');
  await reminders.setting('Remind of habits').uncheck();
  await expect(reminders.cards).toHaveCount(0);
  await expect(reminders.setting('Remind while Daygrove is locked')).toBeDisabled();
  await app.quit();
  await app.start(BEFORE_EIGHT);
  await lock.unlock();
  await expect.poll(() => reminders.now(), SOON).toBeGreaterThan(EIGHT + 2000);
  await expect(reminders.cards).toHaveCount(0);
});
