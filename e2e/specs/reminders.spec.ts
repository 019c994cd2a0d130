import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Reminders } from '../pages/reminders.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';
import { walkFocus } from '../support/focus-walk.ts';

const HABIT = 'Feed the zephyrkettle';

// 19:30 in Vienna.
test.use({ clock: '2026-11-22T18:30:00Z' });

/**
 * A moment before the reminders for eight in the evening. What comes while it is still locked rings at the unlock, however long that takes; and a spec that locks
 * again must end in the same whether eight came before the lock or behind it.
 */
const BEFORE_EIGHT = '2026-11-22T18:59:58Z';
const EIGHT = Date.parse('2026-11-22T19:00:00Z');
/** The machine may be busy. */
const SOON = { timeout: 20_000 };

async function startBeforeEight(app: AppUnderTest, make: (reminders: Reminders) => Promise<void>): Promise<Reminders> {
  // Two starts, and half a minute of the clock.
  test.setTimeout(120_000);
  const reminders = new Reminders(app);
  await openVault(app);
  await make(reminders);
  await app.quit();
  await app.start(BEFORE_EIGHT);
  await new Lock(app).unlock();
  return reminders;
}

const makeOne = (reminders: Reminders): Promise<void> => reminders.create(HABIT, '20:00');

test(
  'reminders come up at their time and take no focus; each answer does what it says',
  { tag: '@journey' },
  async ({ app }) => {
    const today = new Today(app);
    const reminders = await startBeforeEight(app, async (made) => {
      for (const name of [HABIT, 'Oil the marrowlight', 'Sweep', 'Weed']) await made.create(name, '20:00');
      await made.create('Drink', '20:00', { type: 'amount', unit: 'litres', target: 2, direction: 'at-least' });
    });
    await expect(reminders.cards).toHaveCount(5, SOON);
    await expect(today.text()).toBeFocused();
    await expectAccessible(app, 'Today with reminders');
    // They lie over no control that Tab comes to, in a window where they have no room beside them.
    await app.page.setViewportSize({ width: 900, height: 600 });
    const { stops, faults } = await walkFocus(app.page);
    expect(faults).toEqual([]);
    expect(stops.length).toBeGreaterThan(20);
    await app.page.setViewportSize({ width: 1280, height: 800 });
    await today.text().focus();

    // By key; the focus goes back to where it came from.
    await reminders.answer(HABIT, 'Done').press('Enter');
    await expect(reminders.cards).toHaveCount(4);
    await expect(today.tick(HABIT)).toHaveAccessibleName(`${HABIT}: done`);
    await expect(app.page.locator('body')).not.toBeFocused();

    // The name leads to the day.
    await today.go('Settings');
    await reminders.card('Oil').getByRole('button', { name: 'Oil the marrowlight', exact: true }).click();
    await reminders.answer('Oil', 'Skip today').click();
    await expect(reminders.cards).toHaveCount(3);
    await expect(today.week('Oil the marrowlight')).toHaveAccessibleName(/Sunday skipped$/);

    // Done on the page.
    await today.tick('Sweep').click();
    await expect(reminders.cards).toHaveCount(2);

    // One click would claim what nobody measured.
    await expect(reminders.answer('Weed', 'Done')).toBeVisible();
    await expect(reminders.answer('Drink', 'Done')).toHaveCount(0);
    await expect(reminders.answer('Drink', 'Skip today')).toBeVisible();

    await reminders.answer('Drink', 'Put the reminder away').click();
    await reminders.answer('Weed', 'Put the reminder away').click();
    await expect(reminders.cards).toHaveCount(0);
    await expect(today.tick('Weed')).toHaveAccessibleName('Weed: not done yet');
  },
);

test('a snooze comes again in a quarter of an hour, over a restart', async ({ app }) => {
  const reminders = await startBeforeEight(app, makeOne);
  await expect(reminders.card(HABIT)).toBeVisible(SOON);
  const snoozedAt = await reminders.now();
  await reminders.answer(HABIT, 'In 15 minutes').click();
  await expect(reminders.cards).toHaveCount(0);
  await app.quit();
  await app.start(new Date(snoozedAt + 15 * 60_000 - 1000).toISOString());
  await new Lock(app).unlock();
  await expect(reminders.card(HABIT)).toBeVisible(SOON);
});

test('while locked a reminder tells no name, can be put off, and has its name again at the unlock', async ({ app }) => {
  const lock = new Lock(app);
  const reminders = await startBeforeEight(app, makeOne);
  await lock.unlocked();
  await lock.lockNow();
  await expect(reminders.cards).toHaveText(/A habit is waiting/, SOON);
  expect(await app.page.content()).not.toContain(HABIT);
  await expect(lock.passphrase).toBeFocused();
  await expect(reminders.cards.getByRole('button')).toHaveText(['', 'In 15 minutes', 'In an hour']);
  await expectAccessible(app, 'the lock screen with a reminder');
  await lock.unlock();
  await expect(reminders.card(HABIT)).toBeVisible();

  // One that is on show with its name when the vault locks stays, and loses it.
  await lock.lockNow();
  await expect(reminders.cards).toHaveText(/A habit is waiting/);
  expect(await app.page.content()).not.toContain(HABIT);
});

test('the settings say whether it reminds, and whether while locked', async ({ app }) => {
  test.setTimeout(120_000);
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
