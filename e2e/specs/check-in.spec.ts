import type { Schedule } from '../../src-shared/contract/habits.ts';
import { addDays } from '../../src-shared/domain/day.ts';
import { expect, test } from '../fixtures.ts';
import { CheckIns } from '../pages/check-in.ts';
import { Habits } from '../pages/habits.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { callAll } from '../support/page-calls.ts';
import { expectAccessible } from '../support/accessible.ts';

const TODAY = '2026-11-22';
const START = '2026-10-01';
const PAGES = { type: 'amount', unit: 'pages', target: 40, direction: 'at-least' } as const;
const MINUTES = { type: 'minutes', target: 20, direction: 'at-least' } as const;

/** WCAG 2.2 A and AA, as far as a machine can tell, of what is on the screen now, in both themes. */

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
  await add.click({ modifiers: ['Shift'] });
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
  await expect(checkIns.field('Read')).toHaveAccessibleDescription('A number, as 25 or 2.5');
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

  // By hand; to go elsewhere keeps what was typed.
  await checkIns.button('Read', '30 of 40 pages, change the amount of Read').click();
  await checkIns.field('Read').fill('31');
  await today.heading.click();
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 31 of 40 pages');
  await new Habits(app).undo.click();
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 30 of 40 pages');

  // The tick fills what is missing.
  await today.tick('Read').click();
  await expect(today.tick('Read')).toHaveAccessibleName('Read: done');
  await expect(today.habit('Read')).toContainText('40 of 40 pages, 1 day');
  await app.restart();
  await new Lock(app).unlock();
  await expect(today.habit('Read')).toContainText('40 of 40 pages');
});

test('a burst of presses is taken back with one Undo', async ({ app }) => {
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

test('to end a pause of all leaves the focus in the habits, and while it lasts nothing is counted', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  const count = today.habits.getByText(/^\d+ of \d+$/);
  const end = today.habits.getByRole('button', { name: 'End pause' });
  const heading = today.habits.getByRole('heading', { level: 2 });
  await openVault(app);
  const stretch = await checkIns.make('Stretch');
  const run = await checkIns.make('Run', { schedule: { type: 'times-a-week', times: 1 }, startDay: START });
  await checkIns.log(stretch, TODAY, { type: 'done' });
  await checkIns.log(run, TODAY, { type: 'missed' });
  await expect(count).toHaveText('1 of 2');
  const weightOf = (name: string): Promise<string> =>
    today
      .habit(name)
      .getByText(name, { exact: true })
      .evaluate((element) => getComputedStyle(element).fontWeight);
  const loud = await weightOf('Run');
  await callAll(app.page, [
    {
      channel: 'habits.write-pause',
      input: { id: crypto.randomUUID(), habitId: null, from: TODAY, to: null, reason: '' },
    },
  ]);
  await expect(end).toBeVisible();
  await expect(count).toHaveCount(0);
  expect(Number(await weightOf('Run'))).toBeLessThan(Number(loud));
  await end.press('Enter');
  await expect(end).toHaveCount(0);
  await expect(heading).toBeFocused();
  await expect(count).toHaveText('1 of 2');
});

test('a habit that begins later is said to, and stands nowhere as if it had begun', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  const habits = new Habits(app);
  await openVault(app);
  await checkIns.make('Stretch');
  await habits.openNew();
  await habits.say({ name: 'Christmas letters' });
  await habits.openMore();
  await habits.field('First day').fill('2026-12-01');
  await habits.begin();
  await expect(checkIns.notice('Christmas letters begins on December 1, 2026.')).toBeVisible();
  await expect(today.habit('Christmas letters')).toContainText('Begins on December 1');
  await expect(today.tick('Christmas letters')).toHaveCount(0);
  await expect(today.habits.getByRole('heading', { level: 3 })).toHaveText(['Later']);
  await expectAccessible(app, 'Today with a habit that begins later');

  await today.go('Habits');
  await expect(habits.row('Christmas letters')).toContainText('–');
  await expect(habits.row('Christmas letters')).not.toContainText('%');
  await expect(habits.cell('Christmas letters', 'Sunday November 22')).toHaveAccessibleName(/before it begins$/);
  await today.go('Today');
  await checkIns.button('Christmas letters', 'Christmas letters').click();
  await expect(today.heading).toContainText('Christmas letters');
});

test('a notice covers no button of a dialog', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  const habits = new Habits(app);
  const { page } = app;
  await openVault(app);
  await checkIns.make('Stretch');
  const long = 'Walk in the hills with whoever wants to come along and has the time for all of it'.repeat(2);
  await checkIns.make(long);
  for (const size of [
    { width: 1280, height: 800 },
    { width: 900, height: 600 },
    { width: 450, height: 300 },
  ]) {
    await page.setViewportSize(size);
    await today.mark(long, 'Skip this day');
    await today.mark(long, 'Mark as missed');
    await expect(habits.undo).toBeVisible();
    await habits.edit('Stretch');
    await expect(habits.undo).toBeInViewport({ ratio: 1 });
    // A trial click finds out what lies over a button.
    for (const name of ['Close', 'Cancel', 'Save']) {
      await habits.dialog.getByRole('button', { name, exact: true }).click({ trial: true });
    }
    await page.keyboard.press('Escape');
    await expect(habits.dialog).toBeHidden();
    await habits.undo.click();
    await expect(habits.undo).toHaveCount(0);
  }
});

test('a habit to quit is kept until a slip is recorded, which no stray click does', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  const habits = new Habits(app);
  const name = 'No phone before ten';
  await openVault(app);
  await checkIns.make(name, { kind: { type: 'quit' }, startDay: '2026-11-11' });
  await expect(today.tick(name)).toHaveAccessibleName(`${name}: kept so far`);
  await expect(today.habit(name)).toContainText('12 days kept');

  await today.tick(name).click();
  const panel = checkIns.dialog(name);
  await expect(panel.getByRole('button', { name: 'Record a slip' })).toBeFocused();
  await expect(today.tick(name)).toHaveAttribute('data-state', 'done');
  await expectAccessible(app, 'a slip, before it is recorded');
  await app.page.keyboard.press('Escape');
  await expect(today.tick(name)).toBeFocused();
  await expect(today.tick(name)).toHaveAccessibleName(`${name}: kept so far`);

  await today.tick(name).press('Enter');
  await app.page.keyboard.press('Enter');
  await expect(today.tick(name)).toHaveAccessibleName(`${name}: slipped`);
  await expect(today.habit(name)).toContainText('slipped today');
  await habits.undo.click();
  await expect(today.tick(name)).toHaveAccessibleName(`${name}: kept so far`);

  await checkIns.button(name, `I slipped: ${name}`).click();
  await expect(checkIns.notice(`${name}: slipped`)).toBeVisible();
  // Pressed again, it is taken back.
  await today.tick(name).click();
  await expect(today.tick(name)).toHaveAccessibleName(`${name}: kept so far`);
  await checkIns.choose(name, 'Record a slip');
  await expect(today.tick(name)).toHaveAccessibleName(`${name}: slipped`);
  await checkIns.choose(name, 'Take the slip back');
  await expect(today.tick(name)).toHaveAccessibleName(`${name}: kept so far`);
});

test('a note is kept as it is written, whichever way one leaves it', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  const habits = new Habits(app);
  const lock = new Lock(app);
  const note = app.page.getByRole('textbox', { name: 'Note on Stretch' });
  const line = today.habit('Stretch').getByRole('button', { name: /^Note on Stretch: / });
  await openVault(app);
  await checkIns.make('Stretch');
  await checkIns.choose('Stretch', 'Note…');
  await expect(note).toBeFocused();
  await expectAccessible(app, 'a note');
  await app.page.keyboard.type('On the zephyrkettle mat');
  // By Escape, before the pause that writes it.
  await app.page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await expect(line).toHaveText('On the zephyrkettle mat');
  await expect(checkIns.button('Stretch', 'More for Stretch')).toBeFocused();

  // From its line, ended by key; what it was comes back.
  await line.click();
  await note.fill('In the park');
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(line).toHaveText('In the park');
  await habits.undo.click();
  await expect(line).toHaveText('On the zephyrkettle mat');

  // By a click beside it.
  await line.click();
  await note.fill('At home');
  await app.page.mouse.click(300, 500);
  await expect(note).toHaveCount(0);
  await expect(line).toHaveText('At home');

  // By the lock, in the middle of a word. Nothing of it stands on the lock screen.
  await line.click();
  await note.fill('At the marrowlight');
  await app.page.keyboard.press('ControlOrMeta+l');
  await expect(lock.heading).toBeVisible();
  await expect(app.page.getByText('Stretch')).toHaveCount(0);
  await lock.unlock();
  await expect(line).toHaveText('At the marrowlight');

  // With the skip it explains, in one line.
  await today.mark('Stretch', 'Skip this day');
  await expect(today.habit('Stretch')).toContainText('skipped, At the marrowlight');
  await expect(line).toHaveCount(0);

  await checkIns.choose('Stretch', 'Note…');
  await note.fill('');
  await app.page.keyboard.press('Escape');
  await expect(checkIns.notice('Stretch: note removed')).toBeVisible();
  await expect(today.habit('Stretch')).not.toContainText('marrowlight');
});

test('past days are put right in a month, by hand and by key alone', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  const { keyboard } = app.page;
  await openVault(app);
  const id = await checkIns.make('Read', { kind: PAGES, startDay: START });
  await checkIns.log(id, '2026-11-19', { type: 'done', amount: 25 }, 'on the train');
  await expect(today.week('Read')).toHaveAccessibleName(/Thursday partly done/);
  await checkIns.choose('Read', 'Other days…');
  await expect(checkIns.dialog('Days of Read')).toBeVisible();
  await expect(checkIns.day('Sunday November 22, not done yet')).toBeFocused();
  await expect(checkIns.day('Thursday November 19, 25 of 40 pages, note')).toBeVisible();
  await expectAccessible(app, 'a month of a habit');

  await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  const choices = app.page.getByRole('group', { name: 'What happened on Saturday, November 21' });
  await expect(choices.getByRole('button', { name: 'Done' })).toBeFocused();
  await keyboard.press('Space');
  await expect(checkIns.day('Saturday November 21, done')).toBeVisible();
  await expect(choices.getByRole('button', { name: 'Done' })).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(app, 'a day of a habit');
  const amount = choices.getByRole('textbox', { name: 'Read, amount on this day' });
  await amount.fill('45');
  await amount.press('Enter');
  await expect(checkIns.day('Saturday November 21, done, 45 of 40 pages')).toBeVisible();
  const note = choices.getByRole('textbox', { name: 'Note' });
  await note.fill('at the lake');
  // Back to the month, which stays.
  await keyboard.press('Escape');
  await expect(checkIns.day('Saturday November 21, done, 45 of 40 pages, note')).toBeFocused();

  await keyboard.press('PageUp');
  await expect(checkIns.day('Wednesday October 21, nothing logged')).toBeFocused();
  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  await expect(checkIns.day('Sunday October 25, nothing logged')).toBeFocused();
  await checkIns.day('Friday October 30, nothing logged').click();
  await app.page
    .getByRole('group', { name: /October 30/ })
    .getByRole('button', { name: 'Skip' })
    .click();
  await expect(checkIns.day('Friday October 30, skipped')).toBeVisible();
  await app.page.getByRole('button', { name: 'Next month' }).click();
  // What is still to come waits.
  await checkIns.day('Monday November 23, still to come').click({ force: true });
  await expect(app.page.getByRole('group', { name: /November 23/ })).toHaveCount(0);
  await keyboard.press('Escape');
  await expect(checkIns.dialog('Days of Read')).toHaveCount(0);
  await expect(checkIns.button('Read', 'More for Read')).toBeFocused();

  await app.restart();
  await new Lock(app).unlock();
  await expect(today.week('Read')).toHaveAccessibleName(/Thursday partly done, Friday nothing logged, Saturday done/);
  await checkIns.choose('Read', 'Other days…');
  await expect(checkIns.day('Saturday November 21, done, 45 of 40 pages, note')).toBeVisible();
});

test('a long press opens the menu and ticks nothing; a press that moves is none', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  const { mouse } = app.page;
  await openVault(app);
  await checkIns.make('Stretch');
  const box = (await today.tick('Stretch').boundingBox())!;
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await mouse.move(at.x, at.y);
  await mouse.down();
  await expect(today.tick('Stretch')).toHaveAttribute('data-pressing');
  await expect(checkIns.menu).toBeVisible();
  await mouse.up();
  await expect(checkIns.menu).toBeVisible();
  await expect(today.tick('Stretch')).toHaveAttribute('data-state', 'open');
  await today.menuItem('Skip this day').click();
  await expect(today.tick('Stretch')).toHaveAccessibleName('Stretch: skipped');

  // The next short one is a click again.
  await mouse.click(at.x, at.y);
  await expect(today.tick('Stretch')).toHaveAccessibleName('Stretch: done');

  await mouse.move(at.x, at.y);
  await mouse.down();
  await expect(today.tick('Stretch')).toHaveAttribute('data-pressing');
  await mouse.move(at.x + 30, at.y, { steps: 3 });
  await expect(today.tick('Stretch')).not.toHaveAttribute('data-pressing');
  await mouse.up();
  await expect(checkIns.menu).toHaveCount(0);

  // The other button, where it was pressed.
  await mouse.click(at.x + 60, at.y, { button: 'right' });
  await expect(checkIns.menu).toBeVisible();
  expect(Math.abs((await checkIns.menu.boundingBox())!.x - at.x - 60)).toBeLessThan(40);
  await expectAccessible(app, 'the menu');
  await app.page.keyboard.press('Escape');
  await expect(checkIns.menu).toHaveCount(0);
});

test('a day is checked in by key alone', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  const { keyboard } = app.page;
  await openVault(app);
  await checkIns.make('Stretch', { timeOfDay: 'morning', question: 'Did you stretch?' });
  await checkIns.make('Read', { kind: PAGES });
  await checkIns.make('Journal', { timeOfDay: 'evening' });
  await expect(today.habits.getByRole('heading', { level: 3 })).toHaveText(['Morning', 'Evening', 'Anytime']);
  await expect(today.tick('Stretch')).toHaveAccessibleDescription('Did you stretch?');

  await today.habits.getByRole('button', { name: 'New habit' }).focus();
  await keyboard.press('Tab');
  await expect(today.tick('Stretch')).toBeFocused();
  await keyboard.press('Space');
  await expect(today.tick('Stretch')).toHaveAccessibleName('Stretch: done');
  await keyboard.press('ArrowDown');
  await expect(today.tick('Journal')).toBeFocused();
  await keyboard.press('Enter');
  await expect(today.tick('Journal')).toHaveAccessibleName('Journal: done');
  await keyboard.press('End');
  await expect(today.tick('Read')).toBeFocused();
  await keyboard.press('+');
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 1 of 40 pages');
  await keyboard.press('Tab');
  await expect(checkIns.button('Read', /change the amount of Read$/)).toBeFocused();
  await keyboard.press('Tab');
  await expect(checkIns.button('Read', 'More for Read')).toBeFocused();
  await keyboard.press('ArrowUp');
  await expect(today.tick('Journal')).toBeFocused();
  await keyboard.press('Home');
  await expect(today.tick('Stretch')).toBeFocused();
  await keyboard.press('Shift+F10');
  await expect(today.menuItem('Mark as done')).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(today.tick('Stretch')).toHaveAccessibleName('Stretch: skipped');
  await expect(today.tick('Stretch')).toBeFocused();
  await expect(checkIns.notice('Stretch: skipped')).toBeVisible();
  await keyboard.press('ControlOrMeta+z');
  await expect(today.tick('Stretch')).toHaveAccessibleName('Stretch: done');

  await keyboard.press('?');
  await expect(app.page.getByRole('dialog', { name: /shortcuts/i })).toContainText('One more, one less with');
  await keyboard.press('Escape');
  await checkIns.choose('Stretch', 'Pause…');
  await expect(checkIns.dialog('New pause')).toBeVisible();
  await keyboard.press('Escape');
  await expect(checkIns.button('Stretch', 'More for Stretch')).toBeFocused();

  // An amount that was typed counts also where another page took its place.
  await today.tick('Read').focus();
  await keyboard.type('27');
  await keyboard.press('ControlOrMeta+2');
  await today.go('Today');
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 27 of 40 pages');

  await checkIns.choose('Stretch', 'Open habit');
  await expect(today.heading).toContainText('Stretch');
});

test('a tick is a small feast, and none for those who want no motion', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  const burst = () => app.page.locator('[data-burst]');
  const animations = () => app.page.evaluate(() => document.getAnimations().length);
  await openVault(app);
  // The host starts the page without animations, as every spec wants it.
  await app.page.evaluate(() => (document.documentElement.dataset['animations'] = 'on'));
  await checkIns.make('Stretch');
  await checkIns.make('Read', { kind: PAGES });
  await app.page.emulateMedia({ reducedMotion: 'no-preference' });
  // It listens before the click is sent; a promise that is awaited behind it might not.
  await app.page.evaluate(() => {
    document.addEventListener('animationstart', () => {
      const mine = document.getAnimations().filter((each) => each instanceof CSSAnimation);
      const longest = Math.max(...mine.map((each) => Number(each.effect?.getComputedTiming().endTime)));
      document.documentElement.dataset['longestAnimation'] ??= String(longest);
    });
  });
  await today.tick('Stretch').click();
  await expect(app.page.locator('html')).toHaveAttribute('data-longest-animation', /^\d+(\.\d+)?$/);
  expect(Number(await app.page.locator('html').getAttribute('data-longest-animation'))).toBeLessThanOrEqual(250);
  await expect(burst()).toHaveCount(0);
  await expect.poll(animations).toBe(0);

  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await today.tick('Read').click();
  await expect(today.tick('Read')).toHaveAttribute('data-state', 'done');
  expect(await animations()).toBe(0);
  await today.tick('Stretch').click();
  await today.tick('Stretch').click();
  expect(await animations()).toBe(0);
});

test('sixty habits with long names are looked past easily, and nothing is cut in a small window', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  await openVault(app);
  const long = 'Walk in the hills with whoever wants to come along and has the time for all of it '
    .repeat(3)
    .slice(0, 196);
  for (let index = 0; index < 60; index += 1) {
    const weekday: Schedule = { type: 'weekdays', days: [2] };
    await checkIns.make(`${String(index).padStart(2, '0')} ${index % 2 === 0 ? long.trim() : 'Sweep'}`, {
      startDay: START,
      ...(index % 3 === 0 ? { schedule: weekday } : {}),
      ...(index % 5 === 1 ? { kind: PAGES } : {}),
    });
  }
  // Which are folded away is settled when a day is opened.
  await today.go('Journal');
  await today.go('Today');
  const fold = today.habits.getByRole('button', { name: '20 more not due today' });
  await expect(fold).toBeVisible();
  await expect(today.habits.getByRole('listitem')).toHaveCount(40);
  for (const size of [
    { width: 900, height: 600 },
    { width: 450, height: 300 },
  ]) {
    await app.page.setViewportSize(size);
    await today.tick('01 Sweep').scrollIntoViewIfNeeded();
    expect(await today.habits.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    for (const control of await today.habit('01 Sweep').getByRole('button').all()) {
      await control.scrollIntoViewIfNeeded();
      await expect(control).toBeInViewport({ ratio: 1 });
    }
  }
  await fold.click();
  await expect(today.habits.getByRole('listitem')).toHaveCount(60);
  // What is ticked in it stays where the hand is.
  await today.tick('03 Sweep').click();
  await expect(today.tick('03 Sweep')).toBeFocused();
  await expect(today.tick('03 Sweep')).toHaveAttribute('data-state', 'done');

  // The month of other days has the small window for itself.
  await checkIns.choose('01 Sweep', 'Other days…');
  // The focus brings it into sight, but for a part of a pixel.
  await expect(checkIns.day(/^Sunday November 22/)).toBeInViewport({ ratio: 0.95 });
  await app.page.keyboard.press('Enter');
  const done = app.page.getByRole('group', { name: /November 22/ }).getByRole('button', { name: 'Done' });
  await expect(done).toBeInViewport({ ratio: 0.95 });
});

test('the states of the tick look different in forced colours, too', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  await openVault(app);
  const make = async (name: string, given: Parameters<CheckIns['log']>[2] | null): Promise<void> => {
    const id = await checkIns.make(name, { kind: PAGES });
    if (given !== null) await checkIns.log(id, TODAY, given);
  };
  await make('Open', null);
  await make('Done', { type: 'done' });
  await make('Partly', { type: 'done', amount: 20 });
  await make('Skipped', { type: 'skipped' });
  await make('Missed', { type: 'missed' });
  await checkIns.make('Not due', { schedule: { type: 'weekdays', days: [1] } });
  await expect(today.tick('Missed')).toHaveAttribute('data-state', 'missed');
  for (const media of [
    { forcedColors: 'none', colorScheme: 'light' },
    { forcedColors: 'active', colorScheme: 'light' },
    { forcedColors: 'active', colorScheme: 'dark' },
  ] as const) {
    await app.page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    const looks = new Set<string>();
    for (const name of ['Open', 'Done', 'Partly', 'Skipped', 'Missed', 'Not due']) {
      looks.add((await today.tick(name).screenshot()).toString('base64'));
    }
    expect(looks.size, JSON.stringify(media)).toBe(6);
  }
  await app.page.emulateMedia({ forcedColors: 'none' });
  await expectAccessible(app, 'Today with every state');
});

test('the week and the month are counted as soon as a day is ticked', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  await openVault(app);
  const run = await checkIns.make('Run', { schedule: { type: 'times-a-week', times: 3 }, startDay: START });
  await checkIns.log(run, '2026-11-20', { type: 'done' });
  const stretch = await checkIns.make('Stretch', { startDay: addDays(TODAY, -2) });
  for (const ago of [1, 2]) await checkIns.log(stretch, addDays(TODAY, -ago), { type: 'done' });
  await expect(today.habit('Stretch')).toContainText('2 days, strength 10 %');
  await today.tick('Stretch').click();
  await expect(today.habit('Stretch')).toContainText('3 days, strength 15 %');

  const before = await today.habit('Run').textContent();
  await today.tick('Run').click();
  await expect(today.habit('Run')).not.toHaveText(before ?? '');
  await expect(today.habit('Run')).toContainText(/[12] of 3 this week/);
  await today.previousDay();
  await expect(today.habit('Run')).toContainText('1 of 3 that week');
});
