import { randomUUID } from 'node:crypto';
import type { CallInputOf, OutputOf } from '../../src-shared/contract/index.ts';
import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { ask } from '../pages/habit-page.ts';
import { Habits } from '../pages/habits.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { Trash } from '../pages/trash.ts';
import { loopBackup } from '../samples/loop-backup.ts';
import { expectAccessible } from '../support/accessible.ts';
import { callAll } from '../support/page-calls.ts';
import { PASSPHRASE } from '../support/marker.ts';
import { seedPlan } from '../support/seed/plan.ts';
import { writeSeed } from '../support/seed/write-seed.ts';

type HabitList = OutputOf<'habits.overview'>;
type Words = Partial<CallInputOf<'habits.create'>> & { readonly name: string };

/** Habits that were there before the spec began to look. */
async function begin(app: AppUnderTest, ...habits: readonly Words[]): Promise<Habits> {
  const page = new Habits(app);
  await openVault(app);
  await callAll(
    app.page,
    habits.map((words) => ({
      channel: 'habits.create',
      input: { id: randomUUID(), question: '', schedule: { type: 'daily' }, startDay: '2016-03-01', ...words },
    })),
  );
  await new Today(app).go('Habits');
  await expect(page.grid).toBeVisible();
  return page;
}

const READ: Words = { name: 'Read', kind: { type: 'amount', unit: 'pages', target: 40, direction: 'at-least' } };

test('the days of all habits are walked by keys, and each says what it is', { tag: '@journey' }, async ({ app }) => {
  const habits = await begin(app, { name: 'Stretch' }, READ);
  const { keyboard } = app.page;
  await expect(habits.cell('Stretch', 'Sunday November 22')).toHaveAccessibleName(
    'Stretch, Sunday November 22, not done yet',
  );
  await expect(app.page.getByRole('columnheader', { name: 'Sunday November 22, today' })).toHaveCount(1);

  // One stop of the Tab key: the present day of the first row.
  await app.page.getByRole('combobox', { name: 'Order' }).focus();
  await keyboard.press('Tab');
  await expect(habits.cell('Stretch', 'Sunday November 22')).toBeFocused();
  await keyboard.press('Tab');
  await expect(habits.grid.locator(':focus')).toHaveCount(0);
  await keyboard.press('Shift+Tab');
  await expect(habits.cell('Stretch', 'Sunday November 22')).toBeFocused();

  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowDown');
  await expect(habits.cell('Read', 'Saturday November 21')).toBeFocused();
  await keyboard.press('ControlOrMeta+ArrowLeft');
  await expect(habits.name('Read')).toBeFocused();
  await expect(habits.name('Read')).toHaveAccessibleName(/^Read, At least 40 pages a day, strength 0\s%$/);
  await keyboard.press('ArrowRight');
  await expect(habits.more('Read')).toBeFocused();

  // Ten years back and again to the present day.
  await keyboard.press('Home');
  await expect(habits.cell('Read', 'Tuesday March 1, 2016')).toBeFocused();
  await expect(app.page.getByRole('columnheader', { name: 'Tuesday March 1, 2016' })).toBeVisible();
  await keyboard.press('ArrowLeft');
  await expect(habits.more('Read')).toBeFocused();
  await keyboard.press('ControlOrMeta+Home');
  await expect(habits.name('Stretch')).toBeFocused();
  await keyboard.press('ControlOrMeta+End');
  await expect(habits.cell('Read', 'Sunday November 22')).toBeFocused();

  // A page, a year; the cell stays in its place.
  const count = await app.page.getByRole('columnheader', { name: /\w+day / }).count();
  await keyboard.press('PageUp');
  const page = new Date(Date.UTC(2026, 10, 22 - count)).getUTCDate();
  await expect(habits.grid.locator(':focus')).toHaveAccessibleName(new RegExp(`^Read, \\w+day \\w+ ${String(page)}, `));
  await keyboard.press('PageDown');
  await keyboard.press('Shift+PageUp');
  await expect(habits.cell('Read', 'Saturday November 22, 2025')).toBeFocused();

  // The name opens the habit's page.
  await keyboard.press('ControlOrMeta+ArrowLeft');
  await keyboard.press('Enter');
  await expect(app.page.getByRole('heading', { level: 1, name: 'Read' })).toBeVisible();
});

test('a click or Space ticks a day, and what a click cannot say is asked for', async ({ app }) => {
  const habits = await begin(app, { name: 'Stretch' }, READ, { name: 'No sugar', kind: { type: 'quit' } });
  const { keyboard } = app.page;
  const stretch = habits.cell('Stretch', 'Thursday November 19');
  await stretch.click();
  await expect(stretch).toHaveAccessibleName('Stretch, Thursday November 19, done');
  await keyboard.press('Space');
  await expect(stretch).toHaveAccessibleName('Stretch, Thursday November 19, nothing logged');
  await habits.undo.click();
  await expect(stretch).toHaveAccessibleName('Stretch, Thursday November 19, done');

  // Enter, and a click with the other button, offer all that can be said.
  await stretch.focus();
  await keyboard.press('Enter');
  const choices = app.page.getByRole('dialog', { name: /^Stretch/ });
  await choices.getByRole('button', { name: 'Skip' }).click();
  await expect(app.page.locator('[data-state=skipped]').first()).toBeAttached();
  await keyboard.press('Escape');
  await expect(stretch).toBeFocused();
  await expect(stretch).toHaveAccessibleName('Stretch, Thursday November 19, skipped');
  await stretch.click({ button: 'right' });
  await expect(choices).toBeVisible();
  await keyboard.press('Escape');

  const read = habits.cell('Read', 'Thursday November 19');
  await read.click();
  const amounts = app.page.getByRole('dialog', { name: /^Read/ });
  const field = amounts.getByRole('textbox', { name: 'Read, amount on this day' });
  await field.fill('25');
  await field.press('Enter');
  await expect(read).toHaveAccessibleName('Read, Thursday November 19, partly done, 25 of 40 pages');
  await expectAccessible(app, 'a day of the grid');
  await amounts.getByRole('textbox', { name: 'Note' }).fill('on the train');
  await keyboard.press('Escape');
  await expect(read).toHaveAccessibleName('Read, Thursday November 19, partly done, 25 of 40 pages, with a note');
  await expect(read).toHaveAttribute('data-amount', '25');

  const sugar = habits.cell('No sugar', 'Thursday November 19');
  await expect(sugar).toHaveAccessibleName(/, kept$/);
  // Pressed twice, it opens the day and nothing more.
  await sugar.press('Space');
  const day = app.page.getByRole('dialog', { name: /^No sugar/ });
  await expect(day.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await keyboard.press('Space');
  await expect(day.getByRole('button', { name: /slip/i })).toHaveAttribute('aria-pressed', 'false');
  const slip = async (): Promise<void> => {
    await day.getByRole('button', { name: /slip/i }).click();
    await keyboard.press('Escape');
    await expect(sugar).toHaveAccessibleName(/, slipped$/);
  };
  await slip();
  // The grid shows it at once, the notice when it is kept: until then the last offer is another's.
  const told = app.page.getByRole('region', { name: 'Notices' }).getByRole('listitem').filter({ hasText: 'No sugar' });
  await told.last().getByRole('button', { name: 'Undo' }).click();
  await expect(sugar).toHaveAccessibleName(/, kept$/);
  await sugar.press('Space');
  await slip();

  await new Lock(app).reopen();
  await new Today(app).go('Habits');
  await expect(habits.cell('Read', 'Thursday November 19')).toHaveAccessibleName(/25 of 40 pages, with a note$/);
  await expect(habits.cell('Stretch', 'Thursday November 19')).toHaveAccessibleName(/skipped$/);
});

test('other days come by buttons and by date', async ({ app }) => {
  const habits = await begin(app, { name: 'Stretch' });
  const { page } = app;
  const later = page.getByRole('button', { name: 'Later days' });
  await expect(later).toHaveAttribute('aria-disabled', 'true');
  const top = (await habits.grid.boundingBox())!.y;
  await page.getByRole('button', { name: 'Earlier days' }).click();
  await expect(habits.cell('Stretch', 'Sunday November 22')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Back to today' })).toBeVisible();
  expect((await habits.grid.boundingBox())!.y).toBe(top);
  await later.click();
  await expect(habits.cell('Stretch', 'Sunday November 22')).toBeVisible();

  await page.getByLabel('Go to').fill('2019-02-28');
  await expect(habits.cell('Stretch', 'Thursday February 28, 2019')).toBeVisible();
  await habits.cell('Stretch', 'Thursday February 28, 2019').click();
  await expect(habits.cell('Stretch', 'Thursday February 28, 2019')).toHaveAccessibleName(/done$/);
  await page.getByRole('button', { name: 'Back to today' }).click();
  await expect(habits.cell('Stretch', 'Sunday November 22')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Earlier days' })).toBeFocused();

  // A day that has not come: the nearest that has, and a word about it.
  await page.getByLabel('Go to').fill('2019-02-28');
  await expect(habits.cell('Stretch', 'Thursday February 28, 2019')).toBeVisible();
  await page.getByLabel('Go to').fill('2030-01-01');
  await page.keyboard.press('Enter');
  await expect(habits.cell('Stretch', 'Sunday November 22')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Notices' }).getByText('This day is still to come.')).toBeVisible();
});

test(
  'other days come by the wheel, and tell themselves under the pointer',
  { tag: '@mouse', annotation: { type: 'by keys', description: 'other days come by buttons and by date' } },
  async ({ app }) => {
    const habits = await begin(app, { name: 'Stretch' });
    const { page } = app;
    const present = habits.cell('Stretch', 'Sunday November 22');
    await present.hover();
    await expect(present).toHaveAttribute('title', 'Stretch, Sunday November 22, not done yet');
    // With the focus on a day that goes out of sight: it stays in the grid, on the nearest.
    await present.focus();
    for (let turn = 0; turn < 5; turn += 1) await page.mouse.wheel(-300, 0);
    await expect(habits.cell('Stretch', 'Sunday November 22')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Back to today' })).toBeVisible();
    await expect(habits.grid.locator(':focus')).toHaveAttribute('data-column', /^2026-/);
    for (let turn = 0; turn < 8; turn += 1) await page.mouse.wheel(300, 0);
    await expect(habits.cell('Stretch', 'Sunday November 22')).toBeVisible();
  },
);

test('two habits of one name are told apart, and the form says that there is one already', async ({ app }) => {
  const habits = await begin(app, { name: 'Stretch', group: 'Body' }, { name: 'Stretch' }, { name: 'Run' });
  const { page } = app;
  await expect(habits.more('Stretch, Body')).toBeVisible();
  await expect(habits.more('Stretch, Every day')).toBeVisible();
  await expect(habits.more('Run')).toBeVisible();
  await expect(habits.cell('Stretch, Body', 'Sunday November 22')).toHaveCount(1);
  await habits.more('Stretch, Body').click();
  await habits.menu.getByRole('menuitem', { name: 'Pause…' }).click();
  await expect(page.getByLabel('What to pause').getByRole('option')).toHaveText([
    'All habits',
    'Stretch, Body',
    'Stretch, Every day',
    'Run',
  ]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New habit' }).click();
  const name = habits.dialog.getByLabel('Name', { exact: true });
  await name.fill('stretch');
  await expect(name).toHaveAccessibleDescription('You have a habit of this name.');
  await name.fill('stretches');
  await expect(name).toHaveAccessibleDescription('');
  await habits.dialog.getByText('Question, group, time of day').click();
  await expect(habits.dialog.getByRole('button', { name: 'All groups', exact: true })).toBeVisible();
});

/** The habits in the order that is on the disk. */
async function orderOf(app: AppUnderTest): Promise<string[]> {
  const { habits } = await ask<HabitList>(app, 'habits.overview', { day: '2026-11-22' });
  return habits.map(({ habit }) => habit.name);
}

/** Four habits in two groups, and what looks at their order. */
async function beginInGroups(app: AppUnderTest) {
  const habits = await begin(
    app,
    { name: 'Stretch', group: 'Body' },
    { name: 'Run', group: 'Body' },
    { name: 'Read', group: 'Mind' },
    { name: 'Piano', group: 'Mind' },
  );
  // Asked for anew: a restart is another page.
  const order = (...names: readonly string[]): Promise<void> =>
    expect(habits.grid.getByRole('rowheader')).toHaveText(names.map((name) => new RegExp(`^${name}`)));
  return { habits, order };
}

test('the order is changed by keys, over groups too, and stays', async ({ app }) => {
  const { habits, order } = await beginInGroups(app);
  const { page } = app;
  await order('Body', 'Stretch', 'Run', 'Mind', 'Read', 'Piano');

  await habits.name('Stretch').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await order('Body', 'Run', 'Stretch', 'Mind', 'Read', 'Piano');
  await expect(page.getByText('Stretch, 2 of 4', { exact: true })).toBeVisible();
  await expect(habits.name('Stretch')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await order('Body', 'Run', 'Mind', 'Read', 'Stretch', 'Piano');
  // One undo for all steps of one habit.
  await habits.undo.click();
  await order('Body', 'Stretch', 'Run', 'Mind', 'Read', 'Piano');
  await expect(habits.undo).toHaveCount(0);

  // The menu does it too, for whoever can neither drag nor hold two keys.
  await habits.choose('Stretch', 'Move down');
  await order('Body', 'Run', 'Stretch', 'Mind', 'Read', 'Piano');
  await expect(habits.more('Stretch')).toBeFocused();
  // The page shows an order before it is on the disk.
  await expect.poll(() => orderOf(app)).toEqual(['Run', 'Stretch', 'Read', 'Piano']);
  await app.restart();
  await new Lock(app).unlock();
  const today = new Today(app);
  await expect(today.habits.getByRole('listitem')).toHaveText([/Run/, /Stretch/, /Read/, /Piano/]);
  await today.go('Habits');
  await order('Body', 'Run', 'Stretch', 'Mind', 'Read', 'Piano');
});

test(
  'the order is changed by dragging, and Escape lets it be',
  {
    tag: '@mouse',
    annotation: { type: 'by keys', description: 'the order is changed by keys, over groups too, and stays' },
  },
  async ({ app }) => {
    const { habits, order } = await beginInGroups(app);
    const { page } = app;
    await order('Body', 'Stretch', 'Run', 'Mind', 'Read', 'Piano');

    const middleOf = async (locator: ReturnType<typeof habits.name>) => {
      const box = (await locator.boundingBox())!;
      return { x: box.x + 7, y: box.y + box.height / 2 };
    };
    await habits.name('Piano').hover();
    const from = await middleOf(habits.name('Piano'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    const to = await middleOf(habits.name('Run'));
    await page.mouse.move(to.x, to.y - 18, { steps: 4 });
    await page.mouse.up();
    await order('Body', 'Stretch', 'Piano', 'Run', 'Mind', 'Read');
    // Escape lets it be.
    await page.mouse.move(to.x, to.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y, { steps: 4 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await order('Body', 'Stretch', 'Piano', 'Run', 'Mind', 'Read');

    await expect.poll(() => orderOf(app)).toEqual(['Stretch', 'Piano', 'Run', 'Read']);
  },
);

test('groups are folded up, other orders are looked at, and a lock forgets both', async ({ app }) => {
  const habits = await begin(
    app,
    { name: 'Stretch', group: 'Body' },
    { name: 'Arrange', group: 'Body', timeOfDay: 'evening' },
    { name: 'Read', group: 'Mind' },
  );
  const { page } = app;
  const group = page.getByRole('button', { name: /^Body/ });
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await group.press('Enter');
  await expect(habits.active).toHaveCount(1);
  await group.press('Space');
  await expect(habits.active).toHaveCount(3);
  await group.click();
  await expect(habits.active).toHaveCount(1);

  await page.getByRole('combobox', { name: 'Order' }).selectOption('By name');
  await group.click();
  await expect(habits.active.first()).toContainText('Arrange');
  await habits.name('Stretch').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByText('Choose “By hand” to move them.')).toBeAttached();
  await group.click();
  // It is still there behind a look at another room; it is gone behind a lock.
  const today = new Today(app);
  await today.go('Today');
  await today.go('Habits');
  await expect(habits.active).toHaveCount(1);
  const lock = new Lock(app);
  await lock.lockNow();
  await lock.unlock();
  await today.go('Habits');
  await expect(habits.active).toHaveCount(3);
  await expect(page.getByRole('combobox', { name: 'Order' })).toHaveValue('hand');
});

test('a removed habit comes back with Undo, or from the trash, with all its days', async ({ app }) => {
  const habits = await begin(app, { name: 'Stretch' }, { name: 'Run' });
  const today = new Today(app);
  const stretch = habits.cell('Stretch', 'Saturday November 21');
  await stretch.click();
  await expect(stretch).toHaveAccessibleName(/done$/);
  await habits.choose('Stretch', 'Remove');
  await expect(habits.active).toHaveCount(1);
  await expect(habits.more('Run')).toBeFocused();
  await habits.undo.click();
  await expect(stretch).toHaveAccessibleName(/done$/);

  await habits.choose('Stretch', 'Remove');
  await expect(habits.active).toHaveCount(1);
  await new Lock(app).reopen();
  await today.go('Journal');
  await app.page.getByRole('button', { name: 'Trash', exact: true }).click();
  await expect(new Trash(app).heading).toBeVisible();
  const removed = app.page.getByRole('list', { name: 'Habits in the trash' }).getByRole('listitem');
  await expect(removed).toContainText('Stretch');
  await expect(app.page.getByText('until you restore them')).toBeVisible();
  await expectAccessible(app, 'Trash with a habit');
  await app.page.getByRole('button', { name: 'Restore Stretch' }).click();
  await expect(removed).toHaveCount(0);
  await expect(new Trash(app).heading).toBeFocused();
  await today.go('Habits');
  await expect(habits.cell('Stretch', 'Saturday November 21')).toHaveAccessibleName(/done$/);
});

test('in a low window the room that one is in is seen whole among the rooms', async ({ app }) => {
  await begin(app, { name: 'Stretch' });
  const { page } = app;
  await page.setViewportSize({ width: 900, height: 300 });
  const rooms = page.getByRole('navigation', { name: 'Main' });
  for (const [keys, name] of [
    ['ControlOrMeta+,', 'Settings'],
    ['ControlOrMeta+3', 'Habits'],
    ['ControlOrMeta+1', 'Today'],
  ] as const) {
    await page.keyboard.press(keys);
    const room = rooms.getByRole('button', { name, exact: true });
    await expect(room).toHaveAttribute('aria-current', 'page');
    // Neither cut off nor below what stands over it.
    await expect(async () => {
      const isSeen = await room.evaluate((button) => {
        const { left, top, bottom } = button.getBoundingClientRect();
        return [top + 2, bottom - 2].every((y) => button.contains(document.elementFromPoint(left + 20, y)));
      });
      expect(isSeen).toBe(true);
    }).toPass();
  }
});

test('an import shows in the grid at once', async ({ app }) => {
  const habits = await begin(app, { name: 'Stretch' });
  const today = new Today(app);
  const dialog = new ImportDialog(app);
  await today.go('Import…');
  await dialog.choose(await loopBackup({ amounts: true }));
  await dialog.run();
  await dialog.done();
  await expect(habits.cell('Read', 'Saturday November 21')).toHaveAccessibleName(/partly done, 25 of 40 pages$/);
});

test.describe('with sixty habits', () => {
  test.use({ vault: 'none' });

  test('all are reached, few are drawn, and nothing is cut off', async ({ app }) => {
    test.setTimeout(180_000);
    await app.quit();
    await writeSeed(
      app.profile,
      PASSPHRASE,
      seedPlan({ seed: 3, lastDay: '2026-11-22', days: 60, entries: 10, habits: 60 }),
    );
    await app.start();
    const lock = new Lock(app);
    await lock.unlock();
    await lock.unlocked();
    const habits = new Habits(app);
    const { page } = app;
    const longName = `Practise ${'verylongwords '.repeat(13)}`.slice(0, 200).trim();
    await callAll(page, [
      {
        channel: 'habits.create',
        input: {
          id: randomUUID(),
          name: longName,
          question: '',
          schedule: { type: 'daily' },
          startDay: '2026-11-01',
          group: 'A group with a rather long name that has no end to it',
        },
      },
    ]);
    await new Today(app).go('Habits');
    await expect(habits.active.first()).toBeVisible();
    // Sixty and one more without the archived ones, the headings of their groups, and the row of days.
    await expect(habits.grid).toHaveAttribute('aria-rowcount', /^6\d$/);
    expect(await habits.active.count()).toBeLessThan(40);
    await expectAccessible(app, 'Habits, sixty of them');

    await habits.more('Stretch').click();
    await expect(habits.menu).toBeVisible();
    await expectAccessible(app, 'the menu of a habit');
    await page.keyboard.press('Escape');
    await expect(habits.more('Stretch')).toBeFocused();

    await page.keyboard.press('ControlOrMeta+End');
    await expect(habits.grid.locator(':focus')).toBeInViewport({ ratio: 1 });
    await expect(habits.grid.locator(':focus')).toHaveAccessibleName(/^Practise verylongwords.* Sunday November 22, /);
    for (const size of [
      { width: 1440, height: 900 },
      { width: 900, height: 600 },
      // The same at 200 per cent.
      { width: 450, height: 300 },
    ]) {
      await page.setViewportSize(size);
      // The days that fit are counted anew a frame after the window has changed.
      const overflow = (): Promise<number> =>
        page.evaluate(() => {
          const main = document.querySelector('main')!;
          return main.scrollWidth - main.clientWidth;
        });
      await expect.poll(overflow, `${String(size.width)} wide`).toBe(0);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowDown');
      await expect(habits.grid.locator(':focus')).toBeInViewport({ ratio: 1 });
    }
    await page.keyboard.press('ControlOrMeta+Home');
    await expect(habits.grid.locator(':focus')).toBeInViewport({ ratio: 1 });
  });
});

test('every state of a day has a look of its own in the grid, also in forced colours', async ({ app }) => {
  const habits = await begin(app, { name: 'Stretch' }, READ, {
    name: 'Piano',
    schedule: { type: 'weekdays', days: [1] },
    startDay: '2026-11-01',
  });
  const { page } = app;
  await callAll(
    page,
    await page.evaluate(async () => {
      const { daygrove } = window as unknown as {
        daygrove: { invoke(channel: string, input: unknown): Promise<{ value: { habits: { id: string }[] } }> };
      };
      const { habits: all } = (await daygrove.invoke('habits.list', {})).value;
      const mark = (index: number, day: string, given: object) => ({
        channel: 'habits.check-in' as const,
        input: { habitId: all[index]!.id, day, mark: given as { type: 'skipped' } },
      });
      return [
        mark(0, '2026-11-20', { type: 'done' }),
        mark(0, '2026-11-19', { type: 'skipped' }),
        mark(0, '2026-11-18', { type: 'missed' }),
        mark(1, '2026-11-20', { type: 'done', amount: 10 }),
        {
          channel: 'habits.write-pause' as const,
          input: {
            id: '20000000-0000-4000-8000-000000000001',
            habitId: all[0]!.id,
            from: '2026-11-16',
            to: '2026-11-17',
            reason: '',
          },
        },
      ];
    }),
  );
  await expect(habits.cell('Stretch', 'Tuesday November 17')).toHaveAccessibleName(/paused$/);
  for (const forcedColors of ['none', 'active'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ forcedColors, colorScheme, reducedMotion: 'reduce' });
      const looks = new Map<string, string>();
      for (const state of ['done', 'partly', 'missed', 'skipped', 'paused', 'open', 'not-due']) {
        const mark = habits.grid.locator(`[data-state=${state}]:not([data-today])`).first();
        looks.set(state, (await mark.screenshot()).toString('base64'));
      }
      expect(new Set(looks.values()).size, `${forcedColors}, ${colorScheme}`).toBe(looks.size);
    }
  }
});
