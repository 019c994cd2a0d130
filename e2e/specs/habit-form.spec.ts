import { expect, test } from '../fixtures.ts';
import { Habits } from '../pages/habits.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';

const STARTED = 'counted from November 22, 2026';

test('every kind by every schedule is made, said in one sentence, and said again when it is edited', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const habits = new Habits(app);
  const today = new Today(app);
  await openVault(app);
  const days = ['Monday', 'Wednesday', 'Friday'];
  const made = [
    [{ howOften: 'Every day' }, 'Every day.'],
    [{ howOften: 'On chosen weekdays', on: days }, 'Every Monday, Wednesday, and Friday.'],
    [{ howOften: 'A number of times a week', times: 3 }, '3 times a week, weeks start on Sunday.'],
    [{ howOften: 'A number of times a month', times: 1 }, 'Once a month.'],
    [{ howOften: 'Every … days', everyDays: 2 }, `Every other day, ${STARTED}.`],
    [{ howOften: 'A number of times in any … days', times: 2, inDays: 10 }, 'Twice in any 10 days.'],
    [{ kind: 'An amount', target: '40', unit: 'pages', howOften: 'Every day' }, 'At least 40 pages every day.'],
    [
      {
        kind: 'An amount',
        direction: 'At most',
        target: '2',
        unit: 'coffees',
        howOften: 'On chosen weekdays',
        on: days,
      },
      'At most 2 coffees every Monday, Wednesday, and Friday.',
    ],
    [
      { kind: 'An amount', target: '12.5', unit: 'km', howOften: 'In a calendar week' },
      'At least 12.5 km in a week, weeks start on Sunday.',
    ],
    [
      { kind: 'An amount', direction: 'At most', target: '0', howOften: 'In a calendar month' },
      'At most 0 in a month.',
    ],
    [
      { kind: 'An amount', target: '1,500', unit: 'm', howOften: 'In every … days', inDays: 3 },
      `At least 1,500 m in every 3 days, ${STARTED}.`,
    ],
    [{ kind: 'Minutes', target: '90', howOften: 'In any … days', inDays: 14 }, 'At least 90 minutes in any 14 days.'],
    [
      { kind: 'Minutes', direction: 'At most', target: '1', howOften: 'In a calendar week' },
      'At most 1 minute in a week, weeks start on Sunday.',
    ],
    [{ kind: 'Something to quit', howOften: 'Every day' }, 'No slip on any day.'],
    [
      { kind: 'Something to quit', howOften: 'On chosen weekdays', on: days },
      'No slip on Monday, Wednesday, and Friday.',
    ],
  ] as const;
  const nameOf = (index: number) => `Habit ${String.fromCodePoint(65 + index)}`;
  for (const [index, [words, sentence]] of made.entries()) {
    await habits.openNew();
    await habits.say({ name: nameOf(index), ...words });
    await expect(habits.sentence(sentence)).toBeVisible();
    await habits.begin();
  }
  await today.go('Today');
  for (const [index, [, sentence]] of made.entries()) {
    await habits.edit(nameOf(index));
    await expect(habits.sentence(sentence)).toBeVisible();
    // Nothing was touched: nobody is asked.
    await app.page.keyboard.press('Escape');
    await expect(habits.dialog).toBeHidden();
  }
});

test('a changed mind loses nothing while the dialog is open', async ({ app }) => {
  const habits = new Habits(app);
  await openVault(app);
  await habits.openNew();
  await habits.say({ name: 'Read', kind: 'An amount', target: '40', unit: 'pages', howOften: 'In a calendar week' });
  const kind = (name: string) => habits.dialog.getByRole('radio', { name, exact: true });
  await kind('Something to quit').check();
  await expect(habits.sentence('No slip on any day.')).toBeVisible();
  await expect(habits.field('How often').getByRole('option')).toHaveText(['Every day', 'On chosen weekdays']);
  await expect(habits.field('Target')).toHaveCount(0);
  await kind('Yes or no').check();
  await expect(habits.sentence('3 times a week, weeks start on Sunday.')).toBeVisible();
  await habits.field('How many times').fill('5');
  await kind('Minutes').check();
  await expect(habits.sentence('Say how much, and the habit knows when it is kept.')).toBeVisible();
  await habits.dialog.getByRole('textbox', { name: 'Minutes' }).fill('20');
  await kind('An amount').check();
  await expect(habits.sentence('At least 40 pages in a week, weeks start on Sunday.')).toBeVisible();
  await kind('Yes or no').check();
  await expect(habits.sentence('5 times a week, weeks start on Sunday.')).toBeVisible();
});

test(
  'question, description, group, time of day, days, reminders and picture are kept, after a restart too',
  { tag: '@journey' },
  async ({ app }) => {
    test.setTimeout(120_000);
    const habits = new Habits(app);
    await openVault(app);
    await habits.openNew();
    await habits.say({ name: 'Water the ferns' });
    await habits.openMore();
    await habits.field('Question').fill('Did they get water?');
    await habits.field('Description').fill('The big one\nneeds two cans.');
    await habits.group.fill('House');
    await habits.field('Time of day').selectOption('Evening');
    await habits.field('First day').fill('2026-11-01');
    await habits.field('Last day').fill('2027-03-31');
    const reminders = () => habits.dialog.getByRole('region', { name: 'Reminders' });
    const add = reminders().getByRole('button', { name: 'Add a reminder' });
    await add.click();
    // By the time of day; the next is an hour later.
    await expect(habits.field('Time of reminder 1')).toHaveValue('20:00');
    await expect(habits.field('Time of reminder 1')).toBeFocused();
    await add.click();
    await expect(habits.field('Time of reminder 2')).toHaveValue('21:00');
    await habits.field('Time of reminder 2').fill('07:05');
    await habits.chooseDays(reminders().getByRole('group', { name: 'Days of reminder 2' }), ['Saturday', 'Sunday']);

    await habits.pictureButton.click();
    await expect(habits.picture.getByRole('searchbox', { name: 'Find an icon' })).toBeFocused();
    await habits.picture.getByRole('radio', { name: 'Plum' }).check();
    await app.page.keyboard.press('Tab');
    await app.page.keyboard.type('plant');
    await expect(habits.picture.getByRole('option')).toHaveText(['', '', '']);
    await habits.picture.getByRole('option', { name: 'Sprout' }).click();
    await expect(habits.picture).toBeHidden();
    await expect(habits.pictureButton).toHaveAccessibleName('Icon and colour: icon Sprout, colour Plum');
    await expect(habits.pictureButton).toBeFocused();
    await habits.begin();

    const expectAll = async () => {
      await habits.edit('Water the ferns');
      await expect(habits.field('Question')).toHaveValue('Did they get water?');
      await expect(habits.field('Description')).toHaveValue('The big one\nneeds two cans.');
      await expect(habits.group).toHaveValue('House');
      await expect(habits.field('Time of day')).toHaveValue('evening');
      await expect(habits.field('First day')).toHaveValue('2026-11-01');
      await expect(habits.field('Last day')).toHaveValue('2027-03-31');
      // In the order of the day.
      await expect(habits.field('Time of reminder 1')).toHaveValue('07:05');
      await expect(habits.field('Time of reminder 2')).toHaveValue('20:00');
      const first = reminders().getByRole('group', { name: 'Days of reminder 1' });
      await expect(first.getByRole('checkbox', { checked: true })).toHaveCount(2);
      await expect(first.getByRole('checkbox', { name: 'Saturday' })).toBeChecked();
      await expect(habits.pictureButton).toHaveAccessibleName('Icon and colour: icon Sprout, colour Plum');
    };
    await expectAll();
    // Another name, and nothing else.
    await habits.fillIn('Water the ferns and the fig');
    await new Lock(app).reopen();
    await habits.edit('Water the ferns and the fig');
    await habits.fillIn('Water the ferns');
    await expectAll();
    await habits.dialog.getByRole('button', { name: 'Cancel' }).click();

    // The group is offered to the next habit.
    await habits.openNew();
    await habits.field('Name').fill('Sweep');
    await habits.openMore();
    await habits.group.focus();
    const house = app.page.getByRole('option', { name: 'House' });
    // Until the page, which scrolls to the field, stands: a list closes when what it belongs to moves.
    await expect(async () => {
      await app.page.keyboard.press('ArrowDown');
      await expect(house).toBeVisible({ timeout: 1000 });
    }).toPass();
    await house.click();
    await expect(habits.group).toHaveValue('House');
    await habits.begin();
  },
);

test(
  'the list of groups comes up by its button, also where the field lies partly under the buttons of the dialog',
  {
    tag: '@mouse',
    annotation: {
      type: 'by keys',
      description:
        'question, description, group, time of day, days, reminders and picture are kept, after a restart too',
    },
  },
  async ({ app }) => {
    const { page } = app;
    const habits = new Habits(app);
    await openVault(app);
    await habits.openNew();
    await habits.say({ name: 'Sweep' });
    await habits.openMore();
    await habits.group.fill('House');
    await habits.begin();

    await page.setViewportSize({ width: 1280, height: 720 });
    await habits.openNew();
    await habits.say({ name: 'Dust' });
    await habits.openMore();
    await habits.coverGroup();
    const { x, y, width } = (await habits.groupList.boundingBox())!;
    await page.mouse.click(x + width / 2, y + 4);
    const house = page.getByRole('option', { name: 'House' });
    await expect(house).toBeVisible();
    await house.click();
    await expect(habits.group).toHaveValue('House');
  },
);

test('what cannot be is refused at its field, and a folded field is unfolded', async ({ app }) => {
  const habits = new Habits(app);
  await openVault(app);
  await habits.openNew();
  await habits.save.click();
  await expect(habits.field('Name')).toBeFocused();
  await expect(habits.field('Name')).toHaveAccessibleDescription('A habit needs a name.');

  await habits.say({ name: 'Read', kind: 'An amount' });
  for (const wrong of ['', '0', '-3', 'many', '1.0001', '99999999999']) {
    await habits.field('Target').fill(wrong);
    await habits.save.click();
    await expect(habits.field('Target')).toBeFocused();
    await expect(habits.field('Target')).toHaveAccessibleDescription('A number above zero');
  }
  await habits.field('Target').fill('2.5');

  await habits.openMore();
  await habits.field('First day').fill('2026-11-22');
  await habits.field('Last day').fill('2026-11-21');
  await habits.dialog.getByRole('button', { name: 'More', exact: true }).click();
  await habits.save.click();
  await expect(habits.field('Last day')).toBeFocused();
  await expect(habits.field('Last day')).toHaveAccessibleDescription('The last day lies before the first.');
  await habits.field('Last day').fill('2026-11-22');
  // Half a date is none.
  await habits.field('First day').press('Delete');
  await habits.save.click();
  await expect(habits.field('First day')).toBeFocused();
  await habits.field('First day').fill('2026-11-22');

  const add = habits.dialog.getByRole('button', { name: 'Add a reminder' });
  await add.click();
  await add.click();
  const second = habits.field('Time of reminder 2');
  await second.fill('09:00');
  await expect(second).toHaveAccessibleDescription(/^There is a reminder at 9:00.AM already\./);
  await habits.save.click();
  await expect(second).toBeFocused();
  await second.fill('09:01');
  await habits.chooseDays(habits.dialog.getByRole('group', { name: 'Days of reminder 2' }), []);
  await habits.save.click();
  await expect(habits.dialog.getByRole('alert')).toHaveText('Choose at least one day');
  await habits.dialog.getByRole('button', { name: /^Remove the reminder at 9:01/ }).click();
  await expect(habits.field('Time of reminder 1')).toBeFocused();
  await habits.begin();
});

test('twelve reminders are as many as a habit has', async ({ app }) => {
  const habits = new Habits(app);
  await openVault(app);
  await habits.openNew();
  await habits.say({ name: 'Drink' });
  await habits.openMore();
  const add = habits.dialog.getByRole('button', { name: 'Add a reminder' });
  for (let count = 0; count < 12; count += 1) await add.click();
  await expect(add).toHaveCount(0);
  await expect(habits.dialog.getByText('These are 12 reminders, as many as a habit can have.')).toBeVisible();
  await habits.begin();
  await habits.edit('Drink');
  // From nine on, by the hour.
  await expect(habits.field('Time of reminder 12')).toHaveValue('20:00');
});

test('a habit may begin on a later day and end, and a new rule says what becomes of what is logged', async ({
  app,
}) => {
  const habits = new Habits(app);
  const today = new Today(app);
  await openVault(app);
  await habits.openNew();
  await habits.say({ name: 'Advent calendar', howOften: 'Every … days', everyDays: 3 });
  await habits.openMore();
  // While a date is typed it is none: its first part alone was the end of the page once.
  await habits.field('First day').press('Delete');
  await expect(habits.sentence('Say on which day it begins, and what it asks for stands here.')).toBeVisible();
  await habits.field('First day').fill('2026-12-01');
  await habits.field('Last day').fill('2026-12-24');
  await expect(habits.sentence('Every 3 days, counted from December 1, 2026.')).toBeVisible();
  await habits.begin();
  await expect(app.page.getByText('Advent calendar begins on December 1, 2026.')).toBeAttached();

  await habits.openNew();
  await habits.say({ name: 'Stretch' });
  await habits.begin();
  await today.tick('Stretch').click();
  await expect(today.tick('Stretch')).toHaveAccessibleName(/^Stretch: done/);
  await habits.edit('Stretch');
  const newRule = habits.dialog.getByText('Nothing you logged is lost');
  await expect(newRule).toHaveCount(0);
  await habits.field('Name').fill('Stretch and bend');
  await expect(newRule).toHaveCount(0);
  await habits.say({ name: 'Stretch', kind: 'Minutes', target: '10' });
  await expect(newRule).toBeVisible();
  await habits.begin();
  await expect(today.week('Stretch')).toHaveAccessibleName(/Sunday done$/);
});

test('what was changed is not thrown away unasked', async ({ app }) => {
  const habits = new Habits(app);
  const { page } = app;
  await openVault(app);
  await habits.openNew();
  await page.keyboard.press('Escape');
  await expect(habits.dialog).toBeHidden();

  await habits.openNew();
  await habits.field('Name').fill('Rea');
  await page.keyboard.press('Escape');
  await expect(habits.dialog.getByRole('alert')).toContainText('Throw away what you changed?');
  await expect(habits.dialog.getByRole('button', { name: 'Keep editing' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(habits.dialog.getByRole('alert')).toHaveCount(0);
  await habits.dialog.getByRole('button', { name: 'Close' }).click();
  await habits.dialog.getByRole('button', { name: 'Throw away' }).click();
  await expect(habits.dialog).toBeHidden();
  await expect(page.getByText('Rea', { exact: true })).toHaveCount(0);
});
