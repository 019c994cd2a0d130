import { expect, test } from '../fixtures.ts';
import { Habits } from '../pages/habits.ts';
import { Lock } from '../pages/lock.ts';
import { createVault } from '../pages/onboarding.ts';
import { Today } from '../pages/today.ts';

const HABIT = 'Feed the zephyrkettle';

test('a habit is ticked with one click, its seven days stand beside it, and all is there after a restart', async ({
  app,
}) => {
  const today = new Today(app);
  const habits = new Habits(app);
  await createVault(app);
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

test('a habit is changed, put into the archive and taken out again', async ({ app }) => {
  const today = new Today(app);
  const habits = new Habits(app);
  await createVault(app);
  await habits.create(HABIT, { howOften: 'Some times a week', times: 3 });
  await today.go('Habits');
  await expect(habits.active).toHaveCount(1);
  await expect(habits.active).toContainText('3 times a week');

  await app.page.getByRole('button', { name: `Edit ${HABIT}` }).click();
  await habits.fillIn('Oil the marrowlight');
  await expect(habits.active).toContainText('Oil the marrowlight');

  await app.page.getByRole('button', { name: 'Archive Oil the marrowlight' }).click();
  await expect(habits.archived).toContainText('Oil the marrowlight');
  await today.go('Today');
  await expect(today.habit('Oil the marrowlight')).toHaveCount(0);
  await today.go('Habits');
  await app.page.getByRole('button', { name: 'Take Oil the marrowlight out of the archive' }).click();
  await expect(habits.active).toContainText('Oil the marrowlight');
});
