import { addDays } from '../../src-shared/domain/day.ts';
import { expect, test } from '../fixtures.ts';
import { ask, HabitView, makeHabit } from '../pages/habit-page.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { DONE, every, makeStretch, PAGES, TODAY } from '../samples/habit-days.ts';
import { loopBackup } from '../samples/loop-backup.ts';
import { expectAccessible } from '../support/accessible.ts';
import { MARKER } from '../support/marker.ts';

test('a history from Loop has the numbers it had there, and they follow what is put right', async ({ app }) => {
  const { page } = app;
  const view = new HabitView(app);
  const dialog = new ImportDialog(app);
  await openVault(app);
  await new Today(app).go('Import…');
  await dialog.choose(await loopBackup({ amounts: false, run: 20 }));
  await dialog.run();
  await expect(dialog.headline).toContainText('Added');
  await dialog.done();

  await view.open('Row');
  await expect(view.heading).toBeFocused();
  await expect(view.when).toHaveText('Every day. Since November 3, 2026');
  await expect(view.figures).toHaveText([
    '66\u00a0% strength. It grows with every day that is kept.',
    '20 days in a row, your longest so far',
    '20 of 20 days this year',
    /^– .*mood/u,
  ]);

  // What habit-semantics.md says of skips five, ten and eleven days ago.
  for (const daysAgo of [5, 10, 11]) {
    const day = addDays(TODAY, -daysAgo);
    await view.cell(day).click();
    await view.editor.getByRole('button', { name: /^Skip/ }).click();
    await expect(view.cell(day)).toHaveAccessibleName(/: skipped$/);
    await page.keyboard.press('Escape');
    await expect(view.cell(day)).toBeFocused();
  }
  await expect(view.figures).toHaveText([/^60\u00a0% strength/u, /^17 days in a row/u, /^17 of 17 days/u, /^– /u]);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(view.cell(addDays(TODAY, -11))).toHaveAccessibleName(/: done$/);
  await expect(view.figures.nth(1)).toHaveText(/^18 days in a row/u);
});

test(
  'the year is walked by keys, every day says itself, and any day is edited where it stands',
  { tag: '@journey' },
  async ({ app }) => {
    test.setTimeout(120_000);
    const { page } = app;
    const view = new HabitView(app);
    await openVault(app);
    await makeStretch(app);
    await view.open('Stretch');
    await expect(view.when).toHaveText('Every day, mornings. Since March 3, 2025');
    await expect(view.readout('Days of 2026')).toHaveText('17 of 317 days done in 2026.');

    await view.cell(TODAY).focus();
    await expect(view.focusedCell).toHaveAccessibleName('Sunday, November 22, 2026: not done yet');
    await page.keyboard.press('ArrowUp');
    await expect(view.focusedCell).toHaveAccessibleName('Saturday, November 21, 2026: done');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(view.focusedCell).toHaveAccessibleName(
      `Thursday, November 19, 2026: done, note: by the window, ${MARKER}`,
    );
    await expect(view.readout('Days of 2026')).toHaveText(/^Thursday, November 19, 2026: done/u);
    await page.keyboard.press('ArrowLeft');
    await expect(view.focusedCell).toHaveAccessibleName('Thursday, November 12, 2026: done');
    await page.keyboard.press('PageUp');
    await expect(view.focusedCell).toHaveAccessibleName('Monday, October 12, 2026: nothing logged');
    await page.keyboard.press('Home');
    await expect(view.focusedCell).toHaveAccessibleName('Thursday, January 1, 2026: nothing logged');
    // The day before is another year's.
    await page.keyboard.press('ArrowUp');
    await expect(view.focusedCell).toHaveAccessibleName('Wednesday, December 31, 2025: nothing logged');
    await expect(view.section('Days of 2025')).toBeVisible();
    await page.keyboard.press(']');
    await expect(view.section('Days of 2026')).toBeVisible();
    await page.getByRole('button', { name: 'Previous year' }).click();
    await expect(view.readout('Days of 2025')).toHaveText('10 of 304 days done in 2025.');
    await expect(page.getByRole('button', { name: 'Previous year' })).toHaveAttribute('aria-disabled', 'true');
    await page.getByLabel('Year', { exact: true }).and(page.getByRole('combobox')).selectOption('2026');

    await view.cell('2026-06-03').focus();
    await expect(view.focusedCell).toHaveAccessibleName('Wednesday, June 3, 2026: paused');
    await view.cell(TODAY).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(view.focusedCell).toHaveAccessibleName('Sunday, November 29, 2026: still to come');
    await expect(view.editor).toBeHidden();

    await view.cell('2026-11-17').focus();
    await page.keyboard.press('Enter');
    await expect(view.editor).toBeVisible();
    await view.editor.getByRole('button', { name: 'Done', exact: true }).click();
    await view.editor.getByRole('textbox', { name: 'Note' }).fill('after all');
    await page.keyboard.press('Escape');
    await expect(view.focusedCell).toHaveAccessibleName('Tuesday, November 17, 2026: done, note: after all');
    await expect(view.readout('Days of 2026')).toHaveText(/done, note: after all$/u);
    const notes = view.section('Notes').getByRole('listitem');
    await expect(notes).toHaveText([/^Thu, November 19, 2026/u, /^Tue, November 17, 2026after all$/u]);
    await notes.nth(1).getByRole('button').click();
    await view.editor.getByRole('button', { name: 'Next day' }).click();
    await expect(page.getByRole('dialog', { name: 'Stretch, Wednesday, November 18, 2026' })).toBeVisible();
    await page.keyboard.press('Escape');

    // The same with targets of 24 pixels and more (WCAG 2.2, 2.5.8).
    const more = view.main.getByRole('button', { name: 'More for Stretch' });
    await more.press('Enter');
    await page.getByRole('menuitem', { name: 'Other days…' }).press('Enter');
    const days = page.getByRole('dialog', { name: 'Days of Stretch' });
    await expect(days.locator(':focus')).toHaveAccessibleName(/^Sunday November 22/u);
    const sizes = await days
      .locator('[role=grid] button')
      .evaluateAll((cells) =>
        cells.map((cell) => Math.min(cell.getBoundingClientRect().width, cell.getBoundingClientRect().height)),
      );
    expect(sizes.length).toBeGreaterThan(27);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await days.getByRole('button', { name: 'Skip', exact: true }).press('Enter');
    await expect(view.cell('2026-11-15')).toHaveAccessibleName('Sunday, November 15, 2026: skipped');
    // From the choices of the day to the days, and from there.
    await page.keyboard.press('Escape');
    await expect(days.locator(':focus')).toHaveAccessibleName(/^Sunday November 15, skipped/u);
    await page.keyboard.press('Escape');
    await expect(more).toBeFocused();

    await new Lock(app).reopen();
    await view.open('Stretch');
    await expect(view.cell('2026-11-17')).toHaveAccessibleName('Tuesday, November 17, 2026: done, note: after all');
  },
);

test('today is one press, and the figures follow', async ({ app }) => {
  const { page } = app;
  const view = new HabitView(app);
  await openVault(app);
  await makeHabit(app, { startDay: '2026-11-20' }, every('2026-11-20', '2026-11-21'));
  await view.open('Stretch');
  await expect(view.figures.nth(1)).toHaveText('2 days in a row, your longest so far');
  await page.getByRole('button', { name: 'Done today' }).click();
  await expect(view.figures.nth(1)).toHaveText('3 days in a row, your longest so far');
  await expect(view.cell(TODAY)).toHaveAccessibleName(/: done$/);
  await expect(view.main.getByRole('button', { name: 'Undo' })).toBeFocused();
  await view.main.getByRole('button', { name: 'Undo' }).click();
  await expect(view.figures.nth(1)).toHaveText('2 days in a row, your longest so far');
});

test('strength is held against that of a month and of a year ago', async ({ app }) => {
  const view = new HabitView(app);
  await openVault(app);
  await makeHabit(app, { startDay: '2025-10-01' }, [
    // A year ago 1 − ½^(53/13) = 94 %, a month ago thirteen days' half, and now fourteen days on what seventeen days left of that: 62 %.
    ...every('2025-10-01', '2025-11-22'),
    ...every('2026-10-10', '2026-10-22'),
    ...every('2026-11-09', TODAY),
  ]);
  await view.open('Stretch');
  await expect(view.figures.nth(0)).toHaveText(
    /^62\u00a0% strength, \+12 points on last month, −32 points on last year$/u,
  );
});

test('a new habit says what will be here', async ({ app }) => {
  const view = new HabitView(app);
  await openVault(app);
  await makeHabit(app, { name: 'Piano', startDay: TODAY });
  await view.open('Piano');
  await expect(view.main.getByText(/^It begins here\./u)).toBeVisible();
  await expect(view.figures).toHaveCount(0);
  await expect(view.section('Strength')).toHaveCount(0);
  await app.page.getByRole('button', { name: 'Done today' }).click();
  await expect(view.figures).toHaveCount(4);
  await expect(view.figures.nth(1)).toHaveText('1 day in a row, your longest so far');
});

test('a habit that is still to come says when, and nothing of what was before it', async ({ app }) => {
  const view = new HabitView(app);
  await openVault(app);
  const pause = { id: crypto.randomUUID(), habitId: null, from: '2026-06-01', to: '2026-06-07', reason: 'Lake' };
  await ask(app, 'habits.write-pause', pause);
  await makeHabit(app, { name: 'Advent', startDay: '2026-12-01', endDay: '2026-12-25' });
  await view.open('Advent');
  await expect(view.when).toHaveText('Every day. Begins on December 1, 2026, ends on December 25, 2026');
  await expect(view.main.getByText('It begins on December 1, 2026. Until then nothing is due.')).toBeVisible();
  await expect(view.section('Pauses')).toHaveCount(0);
  await expect(view.cell('2026-12-26')).toHaveAccessibleName(/: after it ended$/u);
  await expect(view.cell('2026-12-26').locator('[data-outside]')).toBeVisible();
  await expectAccessible(app, 'a habit to come');
});

test('a habit that is over is looked at from its end', async ({ app }) => {
  const { page } = app;
  const view = new HabitView(app);
  await openVault(app);
  await makeHabit(
    app,
    { name: 'Sourdough', kind: PAGES, startDay: '2025-03-01', endDay: '2025-05-31' },
    every('2025-03-01', '2025-05-31', { type: 'done', amount: 45 }),
  );
  // Nothing was logged on its last day: it waits for nothing any more, and counts.
  await makeHabit(
    app,
    { name: 'Cold showers', startDay: '2025-05-01', endDay: '2025-05-31' },
    every('2025-05-01', '2025-05-30', { type: 'done' }),
  );
  await view.open('Cold showers');
  await expect(view.readout('Days of 2025')).toHaveText('30 of 31 days done in 2025.');
  await expect(view.figures.nth(2)).toHaveText('30 of 31 days in 2025');
  await view.open('Sourdough');
  await expect(view.section('Days of 2025')).toBeVisible();
  await expect(view.readout('Days of 2025')).toHaveText('92 of 92 days done in 2025.');
  await expect(page.getByRole('button', { name: 'Next year' })).toHaveCount(0);
  await expect(view.cell('2025-06-01')).toHaveAccessibleName(/: after it ended$/u);
  await expect(view.figures.nth(0)).toHaveText(/^\d+\u00a0% strength$/u);
  await expect(view.figures.nth(1)).toHaveText('92 days in a row, your longest');
  await expect(view.figures.nth(2)).toHaveText('92 of 92 days in 2025');
  await expect(view.readout('Strength')).toHaveText(
    /^Between 5 and (\d+)\u00a0% in this time, at the end \1\u00a0%\.$/u,
  );
  await expect(view.chart('History')).toHaveAttribute('aria-valuetext', 'May 2025: 1,395 pages');
  await expect(view.section('Streaks').getByText('now')).toHaveCount(0);
  // Nothing of it is for today.
  await expect(view.section('Target')).toHaveCount(0);
  await expectAccessible(app, 'a habit that is over');
});

test('strength and history are read by keys, by week, month, quarter and year', async ({ app }) => {
  const { page } = app;
  const view = new HabitView(app);
  await openVault(app);
  await makeHabit(app, { name: 'Read', kind: PAGES, startDay: '2024-11-04' }, [
    ...every('2024-11-04', '2024-11-10', { type: 'done', amount: 10 }),
    ...every('2026-11-01', TODAY, { type: 'done', amount: 40 }),
    { day: TODAY, mark: { type: 'done', amount: 25 } },
  ]);
  await view.open('Read');
  const strength = view.chart('Strength');
  await strength.focus();
  await expect(strength).toHaveAttribute('aria-valuetext', /^Sunday, November 22, 2026: \d+\u00a0%$/u);
  const values: number[] = [];
  for (let day = 0; day < 3; day += 1) {
    values.push(Number(/(\d+)\u00a0%$/u.exec((await strength.getAttribute('aria-valuetext')) ?? '')?.[1]));
    await page.keyboard.press('ArrowLeft');
  }
  expect(values.toSorted((a, b) => b - a)).toEqual(values);
  await expect(view.readout('Strength')).toHaveText(/^Thursday, November 19, 2026: /u);
  await page.keyboard.press('Home');
  await expect(strength).toHaveAttribute('aria-valuetext', 'Sunday, November 23, 2025: 0\u00a0%');
  await view.section('Strength').getByRole('radio', { name: '3 months' }).check();
  await expect(strength).toHaveAttribute('aria-valuemax', '92');
  await view.section('Strength').getByRole('radio', { name: 'All' }).check();
  await strength.focus();
  await page.keyboard.press('Home');
  await expect(strength).toHaveAttribute('aria-valuetext', /November \d, 2024: /u);
  await view.section('Strength').getByText('Show as table').click();
  await expect(view.section('Strength').getByRole('row')).toHaveCount(26);

  const history = view.chart('History');
  await history.focus();
  await expect(history).toHaveAttribute('aria-valuetext', 'November 2026 so far: 865 pages');
  await expect(view.section('History')).toContainText('1,200 pages a month is the target.');
  const grouping = (name: string) => view.section('History').getByRole('radio', { name });
  await grouping('Quarter').check();
  await history.focus();
  await expect(history).toHaveAttribute('aria-valuetext', 'Quarter 4 of 2026 so far: 865 pages');
  await grouping('Year').check();
  await history.focus();
  await page.keyboard.press('Home');
  await expect(history).toHaveAttribute('aria-valuetext', '2024: 70 pages');
  await grouping('Week').check();
  await expect(history).toHaveAttribute('aria-valuemax', '52');
  await history.focus();
  await page.keyboard.press('End');
  // A week of the United States begins on Sunday.
  await expect(history).toHaveAttribute('aria-valuetext', /^Nov\s22\s–\s28,\s2026 so far: 25 pages$/u);
  await view.section('History').getByRole('button', { name: 'Earlier' }).click();
  await view.section('History').getByRole('button', { name: 'Earlier' }).click();
  await expect(view.section('History').getByRole('button', { name: 'Earlier' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await history.focus();
  await page.keyboard.press('Home');
  await expect(history).toHaveAttribute('aria-valuetext', /^Nov\s3\s–\s9,\s2024: 60 pages$/u);
});

test('amounts, limits, slips and weeks are said in their own words', async ({ app }) => {
  const { page } = app;
  const view = new HabitView(app);
  await openVault(app);
  await makeHabit(
    app,
    { name: 'Read', kind: PAGES, startDay: '2026-11-16' },
    every('2026-11-16', '2026-11-21', { type: 'done', amount: 45 }),
  );
  await makeHabit(
    app,
    { name: 'Coffee', kind: { ...PAGES, unit: 'cups', target: 3, direction: 'at-most' }, startDay: '2026-11-16' },
    [
      ...every('2026-11-16', '2026-11-20', { type: 'done', amount: 2 }),
      { day: '2026-11-21', mark: { type: 'done', amount: 5 } },
    ],
  );
  await makeHabit(app, { name: 'No cigarettes', kind: { type: 'quit' }, startDay: '2026-11-01' }, [
    { day: '2026-11-10', mark: { type: 'missed' } },
  ]);
  await makeHabit(
    app,
    { name: 'Run', schedule: { type: 'times-a-week', times: 2 }, startDay: '2026-11-01' },
    ['2026-11-02', '2026-11-05', '2026-11-10', '2026-11-11', '2026-11-17', '2026-11-21'].map((day) => ({
      day,
      mark: DONE,
    })),
  );

  await view.open('Read');
  await expect(view.when).toHaveText('At least 40 pages a day. Since November 16, 2026');
  const less = page.getByRole('button', { name: 'Take 1 from Read' });
  await expect(less).toHaveAttribute('aria-disabled', 'true');
  for (let press = 0; press < 25; press += 1) await page.getByRole('button', { name: 'Add 1 to Read' }).click();
  await expect(page.getByRole('button', { name: '25 of 40 pages' })).toBeVisible();
  await expect(view.cell(TODAY)).toHaveAccessibleName('Sunday, November 22, 2026: partly done, 25 of 40 pages');
  const target = view.section('Target').getByRole('listitem');
  await expect(target.nth(0)).toHaveText('Today25 of 40 pages, 15 pages to go');
  await page.getByRole('button', { name: 'Done today' }).click();
  await expect(page.getByRole('button', { name: '40 of 40 pages' })).toBeFocused();
  await expect(target.nth(0)).toHaveText('Today40 of 40 pages, reached');
  await page.getByRole('button', { name: '40 of 40 pages' }).click();
  await view.editor.getByLabel('Read, amount on this day').fill('12.5');
  await page.keyboard.press('Enter');
  await expect(view.cell(TODAY)).toHaveAccessibleName(/partly done, 12\.5 of 40 pages$/u);
  await page.keyboard.press('Escape');

  await view.open('Coffee');
  await expect(view.when).toHaveText('At most 3 cups a day. Since November 16, 2026');
  await expect(view.cell('2026-11-21')).toHaveAccessibleName(
    'Saturday, November 21, 2026: over the limit, 5, at most 3 cups',
  );
  await page.getByRole('button', { name: 'Add 1 to Coffee' }).click();
  await expect(view.section('Limit').getByRole('listitem').nth(0)).toHaveText('Today1, at most 3 cups, 2 cups left');

  await view.open('No cigarettes');
  await expect(view.figures.nth(1)).toHaveText('12 days without a slip, your longest so far');
  await expect(view.figures.nth(2)).toHaveText('21 of 22 days this year kept');
  await expect(view.cell('2026-11-10')).toHaveAccessibleName(/: slipped$/u);
  await page.getByRole('button', { name: 'Record a slip' }).click();
  await expect(view.figures.nth(1)).toHaveText('0 days without a slip, best 11');
  await view.main.getByRole('button', { name: 'Undo' }).click();
  await expect(view.figures.nth(1)).toHaveText('12 days without a slip, your longest so far');

  await view.open('Run');
  await expect(view.when).toHaveText('Twice a week. Since November 1, 2026');
  await expect(view.figures.nth(1)).toHaveText('3 weeks in a row, your longest so far');
  await expect(view.figures.nth(2)).toHaveText('6 times this year');
  await expect(view.section('By weekday').getByRole('listitem').nth(2)).toHaveText(/^Tuesday: 2, done 2 times/u);
  await view.section('History').getByRole('radio', { name: 'Week' }).check();
  await expect(view.section('History')).toContainText('Twice a week is the target.');
});

test('streaks, weekdays and pauses are told with their dates', async ({ app }) => {
  const view = new HabitView(app);
  await openVault(app);
  await makeStretch(app);
  await view.open('Stretch');
  await expect(view.section('Streaks').locator('p').first()).toHaveText(
    /^Your longest: 10 days, Mar\s3\s–\s12,\s2025\.$/u,
  );
  const streaks = view.section('Streaks').getByRole('listitem');
  await expect(streaks.nth(0)).toHaveText(/^10 days/u);
  // Running, and not among the longest of all: a skipped day and a missed one lie before it.
  await expect(streaks.filter({ hasText: 'now' })).toHaveText(/^4 daysnow/u);
  await expect(view.section('Pauses').getByRole('listitem')).toHaveText(/^Jun\s1\s–\s7,\s2026Lake$/u);
  await expect(view.section('By weekday').getByRole('listitem').nth(0)).toHaveText(
    /^Sunday: \d+\u00a0%, \d+ of \d+ days done/u,
  );
});

test('from one habit to the next, into the archive, and back when it is gone', async ({ app }) => {
  const { page } = app;
  const view = new HabitView(app);
  await openVault(app);
  for (const name of ['Stretch', 'Read', 'Run'])
    await makeHabit(app, { name, startDay: '2026-11-20' }, every('2026-11-20', '2026-11-21'));
  await view.open('Stretch');
  await expect(page.getByRole('button', { name: 'Previous habit' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(view.heading).toHaveText('Read');
  await page.getByRole('button', { name: 'Next habit' }).click();
  await expect(view.heading).toHaveText('Run');
  await expect(page.getByRole('button', { name: 'Next habit' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(view.heading).toHaveText('Read');

  await test.step('what was looked at in one habit is nothing of the next, which is read from its name on', async () => {
    await view.cell(TODAY).focus();
    await page.keyboard.press('PageUp');
    await expect(view.focusedCell).toHaveAccessibleName(/October 22, 2026: /u);
    await view.section('Notes').scrollIntoViewIfNeeded();
    await expect.poll(() => view.main.evaluate((main) => main.scrollTop)).toBeGreaterThan(0);
    await page.keyboard.press('Alt+ArrowDown');
    await expect(view.heading).toHaveText('Run');
    await expect(view.heading).toBeFocused();
    expect(await view.main.evaluate((main) => main.scrollTop)).toBe(0);
    await expect(view.readout('Days of 2026')).toHaveText('2 of 2 days done in 2026.');
    await expect(view.grid.locator('[role=gridcell][tabindex="0"]')).toHaveAttribute('data-day', TODAY);
    await page.keyboard.press('Alt+ArrowUp');
    await expect(view.heading).toHaveText('Read');
  });

  await page.getByRole('button', { name: 'More for Read' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(view.when).toContainText('Archived on November 22, 2026. Its days are kept.');
  await expect(page.getByRole('button', { name: 'Done today' })).toHaveCount(0);
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Done today' })).toBeVisible();

  await page.getByRole('button', { name: 'More for Read' }).click();
  await page.getByRole('menuitem', { name: 'Edit habit' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Read slowly');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(view.heading).toHaveText('Read slowly');

  await page.getByRole('button', { name: 'More for Read slowly' }).click();
  await page.getByRole('menuitem', { name: 'Pause…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(view.when).toContainText(/Paused until/u);
  await expect(view.section('Pauses').getByRole('listitem')).toHaveText(/now/u);

  const { habits } = await ask<{ habits: { id: string; name: string }[] }>(app, 'habits.list', {});
  await ask(app, 'habits.remove', { id: habits.find(({ name }) => name === 'Read slowly')?.id });
  await expect(page.getByRole('heading', { level: 1, name: 'Habits' })).toBeVisible();
  await expect(page.getByText('This habit is not among your habits any more.')).toBeVisible();
});

test('the timer is started and stopped with one button, which keeps the focus', async ({ app }) => {
  const { page } = app;
  const view = new HabitView(app);
  await openVault(app);
  await makeHabit(app, {
    name: 'Piano',
    startDay: '2026-11-01',
    schedule: { type: 'daily' },
    kind: { type: 'minutes', target: 30, direction: 'at-least' },
  });
  await view.open('Piano');
  await view.main.getByRole('button', { name: 'Start timer' }).press('Enter');
  const stop = view.main.getByRole('button', { name: 'Stop timer' });
  await expect(stop).toBeFocused();
  await expect(view.main.getByRole('timer')).toHaveText(/^\d+:\d\d$/);
  await page.keyboard.press('Enter');
  await expect(view.main.getByRole('button', { name: 'Start timer' })).toBeFocused();
  await expect(view.main.getByRole('timer')).toHaveCount(0);
});
