import { randomUUID } from 'node:crypto';
import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { Habits } from '../pages/habits.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Pauses } from '../pages/pauses.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';
import { callAll } from '../support/page-calls.ts';

const STRETCH = randomUUID();
const RUN = randomUUID();

/** Two habits; the first was done on all days but three. */
async function begin(app: AppUnderTest): Promise<{ habits: Habits; pauses: Pauses; today: Today }> {
  await openVault(app);
  const done = ['2026-11-15', '2026-11-16', '2026-11-17', '2026-11-21'];
  await callAll(app.page, [
    ...[
      { id: STRETCH, name: 'Stretch' },
      { id: RUN, name: 'Run' },
    ].map((words) => ({
      channel: 'habits.create' as const,
      input: { ...words, question: '', schedule: { type: 'daily' as const }, startDay: '2026-11-15' },
    })),
    ...done.map((day) => ({
      channel: 'habits.check-in' as const,
      input: { habitId: STRETCH, day, mark: { type: 'done' as const } },
    })),
  ]);
  const today = new Today(app);
  await today.go('Habits');
  return { habits: new Habits(app), pauses: new Pauses(app), today };
}

test('after the fact, a pause of one habit says what it excuses, and its streak goes on', async ({ app }) => {
  const { habits, pauses, today } = await begin(app);
  await expect(habits.cell('Stretch', 'Wednesday November 18')).toHaveAccessibleName(/nothing logged$/);
  await habits.choose('Stretch', 'Pause…');
  await expect(pauses.dialog.getByLabel('What to pause')).toHaveValue(STRETCH);
  await pauses.fillIn({ from: '2026-11-18', to: '2026-11-20', reason: 'Flu' });
  await expect(pauses.dialog).toContainText('3 days with nothing logged will not count.');
  await expectAccessible(app, 'pause dialog');
  await pauses.make();
  await expect(habits.more('Stretch')).toBeFocused();
  for (const day of ['Wednesday November 18', 'Thursday November 19', 'Friday November 20']) {
    await expect(habits.cell('Stretch', day)).toHaveAccessibleName(/paused$/);
  }
  await expect(habits.cell('Run', 'Thursday November 19')).toHaveAccessibleName(/nothing logged$/);
  // Three days before and one behind it: it was not broken, and is no longer for the days between.
  await today.go('Today');
  await expect(today.habit('Stretch')).toContainText('4 days');

  await habits.undo.click();
  await expect(today.habit('Stretch')).not.toContainText('4 days');
  await today.go('Habits');
  await expect(habits.cell('Stretch', 'Thursday November 19')).toHaveAccessibleName(/nothing logged$/);
});

test('a pause of all quietens Today until it is ended', { tag: '@journey' }, async ({ app }) => {
  const { pauses, today, habits } = await begin(app);
  await app.page.keyboard.press('ControlOrMeta+k');
  await app.page.getByRole('combobox', { name: 'Command' }).fill('pause habits');
  await app.page.keyboard.press('Enter');
  await expect(pauses.dialog.getByLabel('What to pause')).toHaveValue('');
  await pauses.fillIn({ from: '2026-11-20', to: null });
  await pauses.make();
  await expect(habits.cell('Run', 'Sunday November 22')).toHaveAccessibleName(/paused$/);

  await today.go('Today');
  await expect(today.habits.getByText('Paused until you end it: nothing is due.')).toBeVisible();
  await expectAccessible(app, 'Today, paused');
  await today.previousDay();
  await expect(today.habits.getByText('Paused until you end it')).toBeVisible();
  await expect(today.habits.getByRole('button', { name: 'End pause' })).toHaveCount(0);
  await today.backToToday();

  // It is the vault's, not the window's.
  await new Lock(app).reopen();
  await today.habits.getByRole('button', { name: 'End pause' }).click();
  await expect(today.habits.getByText('Paused until')).toHaveCount(0);
  await today.go('Habits');
  await expect(habits.cell('Run', 'Sunday November 22')).toHaveAccessibleName(/not done yet$/);
  await expect(habits.cell('Run', 'Saturday November 21')).toHaveAccessibleName(/paused$/);
  await habits.undo.click();
  await expect(habits.cell('Run', 'Sunday November 22')).toHaveAccessibleName(/paused$/);
});

test(
  'pauses are listed as they run, are planned and are past, and are changed, ended and removed there',
  { tag: '@journey' },
  async ({ app }) => {
    const { pauses, habits } = await begin(app);
    await pauses.open();
    await expect(pauses.list).toContainText('There is none yet.');
    await expectAccessible(app, 'no pauses');
    await pauses.begin();
    await pauses.fillIn({ from: '2026-12-20', to: '2027-01-06', reason: 'Christmas at home' });
    await expect(pauses.dialog).toContainText('Begins in 28 days. Nothing is due then.');
    await pauses.make();
    // Closed, the dialog goes back to where it was opened from.
    await expect(pauses.of('Planned')).toContainText('Christmas at home');
    await expect(pauses.list.getByRole('button', { name: 'New pause' })).toBeFocused();

    await pauses.begin();
    await pauses.fillIn({ habit: 'Run', from: '2027-01-07', to: '2027-01-08' });
    // What overlaps, or joins on, is told as one.
    await expect(pauses.dialog).toContainText('With what is paused already: Dec 20, 2026 – Jan 8, 2027.');
    await pauses.make();
    await expect(pauses.of('Planned')).toHaveCount(2);

    await pauses.begin();
    await pauses.fillIn({ from: '2026-11-23', to: '2026-11-01' });
    await pauses.press('Pause');
    await expect(pauses.dialog.getByLabel('To', { exact: true })).toBeFocused();
    await expect(pauses.dialog.getByRole('alert')).toHaveText('Choose the first day or a later one.');
    await pauses.fillIn({ from: '2026-11-21', to: '2026-11-30' });
    await pauses.make();
    await expect(pauses.of('Running')).toHaveCount(1);
    await expectAccessible(app, 'pauses');

    await pauses.of('Running').getByRole('button', { name: 'Edit' }).click();
    await expect(pauses.dialog.getByLabel('From')).toHaveValue('2026-11-21');
    await pauses.fillIn({ from: '2026-11-20', to: '2026-11-30', reason: 'Flu' });
    await pauses.press('Save');
    await expect(pauses.of('Running')).toContainText('Nov 20 – 30, 2026');

    await pauses.of('Running').getByRole('button', { name: 'End pause' }).click();
    await expect(pauses.of('Running')).toHaveCount(0);
    await expect(pauses.of('Past')).toContainText('Nov 20 – 21, 2026');
    // The offer stands over the dialog, where the Tab key does not lead.
    await expect(habits.undo).toBeVisible();
    await app.page.keyboard.press('ControlOrMeta+z');
    await expect(pauses.of('Running')).toContainText('Nov 20 – 30, 2026');

    await pauses.of('Running').getByRole('button', { name: 'Remove' }).click();
    await expect(pauses.of('Running')).toHaveCount(0);
    await expect(habits.undo).toBeVisible();
    await app.page.keyboard.press('ControlOrMeta+z');
    await expect(pauses.of('Running')).toHaveCount(1);

    // At 200 per cent in the smallest window the dialog keeps its buttons in sight.
    await app.page.setViewportSize({ width: 450, height: 300 });
    await expect(pauses.list.getByRole('button', { name: 'Done' })).toBeInViewport({ ratio: 1 });
    expect(await pauses.list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await pauses.list.getByRole('button', { name: 'Done' }).click();
    await expect(app.page.getByRole('button', { name: 'Pauses…' })).toBeFocused();
  },
);
