import { addDays } from '../../src-shared/domain/day.ts';
import { expect, test } from '../fixtures.ts';
import { CheckIns } from '../pages/check-in.ts';
import { Habits } from '../pages/habits.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { PAGES, TODAY } from '../samples/habit-days.ts';
import { expectAccessible } from '../support/accessible.ts';
import { callAll } from '../support/page-calls.ts';

const START = '2026-10-01';

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

test('a notice covers nothing of a dialog: it waits behind it, and is there again', async ({ app }) => {
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
    await expect(habits.undo).toHaveCount(0);
    // A trial click finds out what lies over a button.
    for (const name of ['Close', 'Cancel', 'Save']) {
      await habits.dialog.getByRole('button', { name, exact: true }).click({ trial: true });
    }
    await page.keyboard.press('Escape');
    await expect(habits.dialog).toBeHidden();
    await expect(habits.undo).toBeInViewport({ ratio: 1 });
    await habits.undo.click();
    await expect(habits.undo).toHaveCount(0);
  }
});

test(
  'a habit to quit is kept until a slip is recorded, which no stray click does',
  { tag: '@journey' },
  async ({ app }) => {
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
  },
);

test(
  'what is pressed while another day is on its way lands on neither, and the focus stays',
  // What the page asks for is held up where it leaves it.
  { tag: '@browser' },
  async ({ app }) => {
    const checkIns = new CheckIns(app);
    const { today } = checkIns;
    const { page } = app;
    await openVault(app);
    await checkIns.make('Stretch', { startDay: START });
    await checkIns.make('Read', { kind: PAGES, startDay: START });
    await expect(today.tick('Read')).toBeVisible();
    await page.evaluate(() => {
      const send = WebSocket.prototype.send;
      const held: (() => void)[] = [];
      WebSocket.prototype.send = function later(data) {
        held.push(() => send.call(this, data));
      };
      addEventListener('release', () => {
        WebSocket.prototype.send = send;
        for (const say of held) say();
      });
    });
    await today.tick('Stretch').focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(today.heading).toHaveText(/^Saturday, November 21/);
    await page.keyboard.press('Space');
    await today.tick('Stretch').click();
    await today.tick('Read').press('+');
    await today.tick('Read').press('7');
    await expect(checkIns.field('Read')).toHaveCount(0);
    await today.mark('Stretch', 'Mark as missed');
    await today.tick('Stretch').focus();
    await page.evaluate(() => dispatchEvent(new Event('release')));
    await expect(today.week('Stretch')).toHaveAccessibleName(/Saturday nothing logged$/);
    await expect(today.tick('Read')).toHaveAccessibleName('Read: nothing logged');
    await expect(today.tick('Stretch')).toBeFocused();
    await page.keyboard.press('Space');
    await expect(today.tick('Stretch')).toHaveAccessibleName('Stretch: done');
    await today.backToToday();
    await expect(today.week('Stretch')).toHaveAccessibleName(/Saturday done, Sunday not done yet$/);
    await expect(today.tick('Read')).toHaveAccessibleName('Read: not done yet');
  },
);

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

test('past days are put right in a month, by hand and by key alone', { tag: '@journey' }, async ({ app }) => {
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

  await new Lock(app).reopen();
  await expect(today.week('Read')).toHaveAccessibleName(/Thursday partly done, Friday nothing logged, Saturday done/);
  await checkIns.choose('Read', 'Other days…');
  await expect(checkIns.day('Saturday November 21, done, 45 of 40 pages, note')).toBeVisible();
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
