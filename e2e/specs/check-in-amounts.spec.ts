import { addDays } from '../../src-shared/domain/day.ts';
import { expect, test } from '../fixtures.ts';
import { CheckIns } from '../pages/check-in.ts';
import { Habits } from '../pages/habits.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { PAGES, TODAY } from '../samples/habit-days.ts';
import { expectAccessible } from '../support/accessible.ts';

const START = '2026-10-01';
const MINUTES = { type: 'minutes', target: 20, direction: 'at-least' } as const;

test('an amount goes by its buttons, by keys and by what is typed, and a burst of presses is one change', async ({
  app,
}) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  const { keyboard } = app.page;
  await openVault(app);
  await checkIns.make('Read', { kind: PAGES, startDay: START });
  await expect(today.habit('Read')).toContainText('0 of 40 pages');

  const add = checkIns.button('Read', 'Add 1 to Read');
  for (let press = 0; press < 5; press += 1) await add.click();
  await today.tick('Read').press('PageUp');
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 15 of 40 pages');
  await checkIns.button('Read', 'Take 1 from Read').click();
  await expect(today.habit('Read')).toContainText('14 of 40 pages');

  // Nothing was there before the first of them, and nothing is there again.
  await today.tick('Read').focus();
  for (const key of ['-', '-', '+', '=', 'PageUp', 'PageDown', 'PageDown']) await keyboard.press(key);
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 4 of 40 pages');
  await keyboard.press('PageDown');
  await expect(today.tick('Read')).toHaveAccessibleName('Read: not done yet');

  // A digit begins what is typed.
  await keyboard.type('12');
  await expect(checkIns.field('Read')).toHaveValue('12');
  await keyboard.press('Escape');
  await expect(today.tick('Read')).toHaveAccessibleName('Read: not done yet');
  await expect(today.tick('Read')).toBeFocused();
  await keyboard.type('12,5');
  await keyboard.press('Enter');
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 12.5 of 40 pages');
  await expect(today.tick('Read')).toBeFocused();

  // Enter opens it with what is there, chosen; what is no number stays until it is one.
  await keyboard.press('Enter');
  await expect(checkIns.field('Read')).toHaveValue('12.5');
  await keyboard.type('many');
  await keyboard.press('Enter');
  await expect(checkIns.field('Read')).toHaveAccessibleDescription('A number, such as 25 or 2.5');
  await expectAccessible(app, 'an amount that is no number');
  await checkIns.field('Read').fill('1000000001');
  await keyboard.press('Enter');
  await expect(checkIns.field('Read')).toHaveAccessibleDescription('At most 1,000,000,000');
  await checkIns.field('Read').fill('30');
  await keyboard.press('Enter');
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 30 of 40 pages');
  await expect(today.tick('Read')).toBeFocused();

  // The focus goes back to what opened the field: on the tick, one more press would clear the number.
  const amount = checkIns.button('Read', '30 of 40 pages, change the amount of Read');
  for (const key of ['Enter', 'Escape']) {
    await amount.click();
    await checkIns.field('Read').press(key);
    await expect(amount).toBeFocused();
    await checkIns.choose('Read', 'Enter an amount…');
    await checkIns.field('Read').press(key);
    await expect(checkIns.button('Read', 'More for Read')).toBeFocused();
  }

  // To go elsewhere keeps what was typed.
  await checkIns.button('Read', '30 of 40 pages, change the amount of Read').click();
  await checkIns.field('Read').fill('31');
  await keyboard.press('Tab');
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 31 of 40 pages');
  // The tick is ahead of the disk; the offer to take it back is not.
  await expect(app.page.getByRole('status').filter({ hasText: 'Read: 31 of 40 pages' })).toBeVisible();
  await new Habits(app).undo.click();
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 30 of 40 pages');

  // The tick fills what is missing.
  await today.tick('Read').click();
  await expect(today.tick('Read')).toHaveAccessibleName('Read: done');
  await expect(today.habit('Read')).toContainText('40 of 40 pages, 1 day');
  await new Lock(app).reopen();
  await expect(today.habit('Read')).toContainText('40 of 40 pages');
});

test('a burst of presses is taken back with one Undo', { tag: '@journey' }, async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  await openVault(app);
  const id = await checkIns.make('Read', { kind: PAGES });
  await checkIns.log(id, TODAY, { type: 'done', amount: 20 });
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 20 of 40 pages');
  const add = checkIns.button('Read', 'Add 1 to Read');
  for (let press = 0; press < 4; press += 1) await add.click();
  await expect(checkIns.notice('Read: 24 of 40 pages')).toBeVisible();
  await new Habits(app).undo.click();
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 20 of 40 pages');
});

test('a row keeps its height when an amount is entered, and a long name is read whole by key', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  await openVault(app);
  const coffee = await checkIns.make('Coffee', {
    kind: { type: 'amount', unit: 'cups of coffee', target: 3, direction: 'at-most' },
    startDay: START,
  });
  await checkIns.log(coffee, addDays(TODAY, -1), { type: 'done', amount: 2 });
  const heightOf = async (name: string): Promise<number> => (await today.habit(name).boundingBox())!.height;
  await expect(today.habit('Coffee')).toContainText('at most 3 cups of coffee');
  const height = await heightOf('Coffee');
  await checkIns.log(coffee, TODAY, { type: 'done', amount: 0 });
  await expect(today.habit('Coffee')).toContainText(/0, at most 3 cups of coffee, \d+ days/);
  expect(await heightOf('Coffee')).toBe(height);

  const long = `Walk ${'in the hills with whoever wants to come along '.repeat(4)}`.trim();
  await checkIns.make(long, { question: 'Did you walk?' });
  await expect(today.habit(long).getByTitle(long)).toHaveAttribute('title', `${long}\nDid you walk?`);
  const cut = (): Promise<number> =>
    today
      .habit(long)
      .getByTitle(long)
      .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  expect(await cut()).toBeGreaterThan(0);
  await today.tick('Coffee').focus();
  await app.page.keyboard.press('ArrowDown');
  await expect(today.tick(long)).toBeFocused();
  expect(await cut()).toBe(0);
});

test('many presses on an empty day are taken back with one Undo, too; one press is not offered back', async ({
  app,
}) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  const habits = new Habits(app);
  await openVault(app);
  await checkIns.make('Read', { kind: PAGES });
  const add = checkIns.button('Read', 'Add 1 to Read');
  await add.click();
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 1 of 40 pages');
  await expect(habits.undo).toHaveCount(0);
  await today.tick('Read').focus();
  for (let press = 0; press < 10; press += 1) await app.page.keyboard.press('+');
  await expect(checkIns.notice('Read: 11 of 40 pages')).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(today.tick('Read')).toHaveAccessibleName(/^Read: (not done yet|1 of 40 pages)$/);
});

test('a limit is kept by nothing, and broken by too much', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  await openVault(app);
  await checkIns.make('Coffee', { kind: { type: 'amount', unit: 'cups', target: 2, direction: 'at-most' } });
  await expect(today.habit('Coffee')).toContainText('at most 2 cups');
  await checkIns.button('Coffee', 'Take 1 from Coffee').click();
  await expect(today.tick('Coffee')).toHaveAccessibleName('Coffee: done, 0, at most 2 cups');
  for (let press = 0; press < 3; press += 1) await checkIns.button('Coffee', 'Add 1 to Coffee').click();
  await expect(today.tick('Coffee')).toHaveAccessibleName('Coffee: over: 3, at most 2 cups');
  await expect(today.week('Coffee')).toHaveAccessibleName(/Sunday over$/);
});

test('a timer runs on through a lock, a quit and a night, and its minutes come to the day', async ({ app }) => {
  // Four starts of the app, and four unlocks.
  test.setTimeout(120_000);
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  const habits = new Habits(app);
  const lock = new Lock(app);
  // Of the present start.
  const timer = () => today.habit('Meditate').getByRole('timer');
  const stop = () => checkIns.button('Meditate', 'Stop the timer of Meditate');
  await openVault(app);
  await checkIns.make('Meditate', { kind: MINUTES, startDay: START });
  const start = checkIns.button('Meditate', 'Start the timer of Meditate');
  // By key, the focus stays on the button, which stops it again.
  await start.press('Enter');
  await expect(stop()).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(start).toBeFocused();
  await expect(timer()).toHaveCount(0);
  // On another day there is nothing to start it with.
  await start.press('Enter');
  await today.previousDay();
  await expect(today.tick('Meditate')).toHaveAccessibleName('Meditate: nothing logged');
  await stop().press('Enter');
  await expect(today.tick('Meditate')).toBeFocused();
  await today.backToToday();

  await start.click();
  await expect(timer()).toHaveText(/^0:0\d$/);
  // It counts.
  const first = await timer().textContent();
  await expect(timer()).not.toHaveText(first ?? '');

  await lock.lockNow();
  await lock.unlock();
  await expect(timer()).toBeVisible();

  await app.quit();
  await app.start('2026-11-22T08:29:30Z');
  await lock.unlock();
  await expect(timer()).toHaveText(/^1[45]:\d\d$/);
  await stop().click();
  await expect(checkIns.notice(/^Meditate: 15(\.\d)? min added$/)).toBeVisible();
  await expect(today.tick('Meditate')).toHaveAccessibleName(/^Meditate: 15(\.\d)? of 20 min$/);
  await expect(timer()).toHaveCount(0);
  await habits.undo.click();
  await expect(today.tick('Meditate')).toHaveAccessibleName('Meditate: not done yet');

  // Thrown away, and taken back.
  await checkIns.button('Meditate', 'Start the timer of Meditate').click();
  await expect(timer()).toBeVisible();
  await app.quit();
  await app.start('2026-11-22T08:40:00Z');
  await lock.unlock();
  await checkIns.choose('Meditate', 'Throw the timer away');
  await expect(timer()).toHaveCount(0);
  await habits.undo.click();
  await expect(today.tick('Meditate')).toHaveAccessibleName(/^Meditate: (9|10)(\.\d)? of 20 min$/);

  // Over night nobody meditates; the minutes are those of the day it was begun on.
  await checkIns.choose('Meditate', 'Start the timer');
  await expect(timer()).toBeVisible();
  await app.quit();
  await app.start('2026-11-23T06:40:00Z');
  await lock.unlock();
  await expect(timer()).toHaveText(/^2[12]:\d\d:\d\d$/);
  await stop().click();
  const dialog = checkIns.dialog('How long was it?');
  await expect(dialog).toContainText(/The timer of Meditate ran for 2[12] h \d+ min/);
  await app.page.keyboard.press('Escape');
  await expect(timer()).toBeVisible();
  await stop().click();
  await expectAccessible(app, 'a long timer');
  await dialog.getByLabel('Minutes that count').fill('0:12');
  await dialog.getByRole('button', { name: 'Keep the minutes' }).click();
  await expect(checkIns.notice('Meditate: 12 min added to Sunday, November 22')).toBeVisible();
  await expect(timer()).toHaveCount(0);
  await expect(today.tick('Meditate')).toHaveAccessibleName('Meditate: not done yet');
  await expect(today.week('Meditate')).toHaveAccessibleName(/Sunday done, Monday not done yet$/);
});
