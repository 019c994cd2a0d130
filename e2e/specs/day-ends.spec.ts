import { expect, test } from '../fixtures.ts';
import { Habits } from '../pages/habits.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Settings } from '../pages/settings.ts';
import { Today } from '../pages/today.ts';

const HABIT = 'Feed the zephyrkettle';
const WORDS = 'Still up with the marrowlight';

test.describe('at half past one at night', () => {
  // Sunday the 22nd, in Vienna.
  test.use({ clock: '2026-11-22T00:30:00Z' });

  test(
    'with the day ending at three it is still yesterday, and what is written stays there',
    { tag: '@journey' },
    async ({ app }) => {
      test.setTimeout(120_000);
      const settings = new Settings(app);
      const today = new Today(app);
      const habits = new Habits(app);
      await openVault(app);
      await expect(today.heading).toHaveText(/^Sunday, November 22/);
      await today.go('Settings');
      await settings.dayEndsAt.fill('03:00');
      // The hours that one comes by while typing make no day.
      await expect(app.page.getByText('For you it is now Sunday, November 22.')).toBeVisible();
      await settings.dayEndsAt.press('Enter');
      await expect(app.page.getByText('For you it is now Saturday, November 21.')).toBeVisible();
      await expect(settings.dayEndsAt).toHaveAccessibleDescription(/^Until 3:00.AM it is still the day before\.$/);

      await today.go('Today');
      await expect(today.heading).toHaveText(/^Saturday, November 21/);
      await today.write(WORDS);
      await habits.create(HABIT);
      await today.tick(HABIT).click();
      await expect(today.week(HABIT)).toHaveAccessibleName(/Saturday done$/);

      const isOnSaturday = async (): Promise<void> => {
        await today.previousDay();
        await expect(today.heading).toHaveText(/^Saturday, November 21/);
        await expect(today.text()).toHaveText(WORDS);
        await expect(today.week(HABIT)).toHaveAccessibleName(/Saturday done$/);
      };

      // A minute to three, and three.
      await app.quit();
      await app.start('2026-11-22T01:59:00Z');
      await new Lock(app).unlock();
      await expect(today.heading).toHaveText(/^Saturday, November 21/);
      await app.quit();
      await app.start('2026-11-22T02:00:30Z');
      await new Lock(app).unlock();
      await expect(today.heading).toHaveText(/^Sunday, November 22/);
      await expect(today.tick(HABIT)).toHaveAccessibleName(new RegExp(`^${HABIT}: not done yet`));
      await expect(app.page.getByText(WORDS)).toHaveCount(0);
      await isOnSaturday();

      // On the other side of the world, and at both ends of the calendar.
      for (const [zone, day] of [
        ['Pacific/Kiritimati', /^Sunday, November 22/],
        ['America/Los_Angeles', /^Saturday, November 21/],
      ] as const) {
        await app.quit();
        await app.start('2026-11-22T08:00:00Z', zone);
        await new Lock(app).unlock();
        await expect(today.heading).toHaveText(day);
        if (zone === 'Pacific/Kiritimati') await isOnSaturday();
        else await expect(today.text()).toHaveText(WORDS);
        await expect(today.week(HABIT)).toHaveAccessibleName(/Saturday done/);
      }

      // Back to midnight: what is written stays where it is all the same.
      await app.quit();
      await app.start('2026-11-22T08:00:00Z', 'Europe/Vienna');
      await new Lock(app).unlock();
      await today.go('Settings');
      await settings.dayEndsAt.fill('00:00');
      // By its key to another page, without leaving the field first.
      await app.page.keyboard.press('ControlOrMeta+1');
      await expect(today.heading).toHaveText(/^Sunday, November 22/);
      await isOnSaturday();
      await today.go('Settings');
      await expect(settings.dayEndsAt).toHaveValue('00:00');
    },
  );

  test('the day ends in the morning at the latest', async ({ app }) => {
    const settings = new Settings(app);
    await openVault(app);
    await new Today(app).go('Settings');
    for (const wrong of ['12:00', '23:59']) {
      await settings.dayEndsAt.fill(wrong);
      await settings.dayEndsAt.press('Enter');
      await expect(settings.dayEndsAt).toHaveAccessibleDescription(/^A time from 12:00.AM to 11:59.AM$/);
    }
    await settings.dayEndsAt.fill('11:59');
    await settings.dayEndsAt.blur();
    await expect(app.page.getByText('For you it is now Saturday, November 21.')).toBeVisible();
    await app.restart();
    await new Lock(app).unlock();
    await new Today(app).go('Settings');
    await expect(settings.dayEndsAt).toHaveValue('11:59');
  });
});

test('the day on which weeks start counts the week, and stands first in the calendar', async ({ app }) => {
  const settings = new Settings(app);
  const today = new Today(app);
  const habits = new Habits(app);
  await openVault(app);
  // Sunday the 22nd, and the Saturday before.
  await habits.openNew();
  await habits.say({ name: HABIT, howOften: 'A number of times a week', times: 3 });
  await habits.openMore();
  await habits.field('First day').fill('2026-11-01');
  await habits.begin();
  const isDone = () => expect(today.tick(HABIT)).toHaveAccessibleName(new RegExp(`^${HABIT}: done`));
  await today.tick(HABIT).click();
  await isDone();
  await today.previousDay();
  await expect(today.tick(HABIT)).not.toHaveAccessibleName(new RegExp(`^${HABIT}: done`));
  await today.tick(HABIT).click();
  await isDone();
  await today.backToToday();
  await expect(today.habit(HABIT)).toContainText('1 of 3 this week');

  const columns = () => app.page.getByRole('columnheader');
  await today.go('Calendar');
  await expect(columns().first()).toHaveText(/^Sun/);

  await today.go('Settings');
  await expect(settings.weekStart.getByRole('option').first()).toHaveText('As where you live (Sunday)');
  await settings.weekStart.selectOption('Monday');
  await today.go('Today');
  await expect(today.habit(HABIT)).toContainText('2 of 3 this week');
  await today.go('Calendar');
  await expect(columns().first()).toHaveText(/^Mon/);

  await new Lock(app).reopen();
  await today.go('Today');
  await expect(today.habit(HABIT)).toContainText('2 of 3 this week');
  await today.go('Settings');
  await expect(settings.weekStart).toHaveValue('1');
  await expect(settings.weekStart.getByRole('option').first()).toHaveText('As where you live (Sunday)');
});
