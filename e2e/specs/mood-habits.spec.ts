import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { Insights } from '../pages/insights.ts';
import { openVault } from '../pages/lock.ts';
import { MoodHabits } from '../pages/mood-habits.ts';
import { Today } from '../pages/today.ts';
import { addDays } from '../../src-shared/domain/day.ts';
import { expectAccessible } from '../support/accessible.ts';
import { MARKER } from '../support/marker.ts';
import { callAll } from '../support/page-calls.ts';
import type { PageCall } from '../support/page-calls.ts';

const TODAY = '2026-11-22';
const DAYS = 60;
const RUN = 'Run to the zephyrkettle';
const TEA = '00000000-0000-4000-8000-000000000002';

/** Two months up to yesterday. On every other day a run, and a better mood; tea and reading have nothing to do with either. */
async function live(app: AppUnderTest): Promise<void> {
  const habits = [
    { name: RUN, isDone: (index: number) => index % 2 === 0 },
    { name: 'Read', isDone: (index: number) => index % 4 < 2 },
    { name: 'Tea', isDone: (index: number) => index % 6 === 0 },
  ].map((habit, index) => ({ ...habit, id: `00000000-0000-4000-8000-00000000000${String(index)}` }));
  const calls: PageCall[] = habits.map(({ id, name }) => ({
    channel: 'habits.create',
    input: {
      id,
      name,
      question: '',
      kind: { type: 'yes-no' },
      schedule: { type: 'daily' },
      startDay: '2026-01-01',
    },
  }));
  for (let index = 0; index < DAYS; index += 1) {
    const day = addDays(TODAY, index - DAYS);
    const mood = (index % 2 === 0 ? 4 : 2) + (index % 5 === 0 ? 1 : 0);
    const id = `11111111-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`;
    calls.push({ channel: 'entries.write', input: { id, day, body: index === 0 ? MARKER : '', mood } });
    for (const habit of habits) {
      if (!habit.isDone(index)) continue;
      calls.push({ channel: 'habits.check-in', input: { habitId: habit.id, day, mark: { type: 'done' } } });
    }
  }
  await callAll(app.page, calls);
}

test('what moves with the mood is claimed with its interval, what may be chance is not, and little is not judged', async ({
  app,
}) => {
  const insights = new Insights(app);
  const moods = new MoodHabits(app);
  await openVault(app);
  await live(app);
  await new Today(app).go('Insights');
  await expect(moods.rows).toHaveText([
    /^Run to the zephyrkettle Better mood on done days: 2\.0 \(1\.\d to 2\.\d\), 30 days done and 30 other days$/u,
    /^Read No clear difference, it may be chance \(−\d\.\d+ to \d\.\d+\), 30 days done and 30 other days$/u,
    'Tea Needs 20 days with a mood of each kind. So far: 10 days done and 50 other days',
  ]);

  await moods.lag('Day after').check();
  await expect(moods.row(RUN)).toHaveText(
    /Lower mood the day after it was done: 2\.0 \(1\.\d to 2\.\d\), 30 days done and 30 other days$/u,
  );
  await expect(insights.announced).toHaveText('Mood of the day after: 1 clear difference');
  await moods.lag('Same day').check();
  await expect(moods.row(RUN)).toHaveText(/Better mood on done days/u);

  // The same as numbers.
  await moods.region.getByText('Show as table').click();
  const rows = await moods.region.getByRole('table').locator('tbody tr').all();
  const cells = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
  expect(cells[0]).toEqual([RUN, '30', '4.2', '30', '2.2', '2.0', expect.stringMatching(/^1\.\d to 2\.\d$/u), 'yes']);
  expect(cells[2]).toEqual(['Tea', '10', '–', '50', '–', '–', '–', '–']);

  // The page's own time: in thirty days there are fourteen and fifteen.
  await insights.range('30 days').check();
  await expect(moods.row(RUN)).toHaveText(
    /Needs 20 days with a mood of each kind\. So far: 14 days done and 15 other days$/u,
  );

  // What is ticked meanwhile is counted.
  await callAll(app.page, [
    { channel: 'habits.check-in', input: { habitId: TEA, day: '2026-11-21', mark: { type: 'done' } } },
  ]);
  await expect(moods.row('Tea')).toHaveText(/So far: 5 days done and 24 other days$/u);
});

test('of many habits, those that nothing is claimed of are folded up', async ({ app }) => {
  const moods = new MoodHabits(app);
  await openVault(app);
  await live(app);
  await callAll(
    app.page,
    Array.from({ length: 6 }, (_, index): PageCall => {
      const id = `22222222-0000-4000-8000-00000000000${String(index)}`;
      const schedule = { type: 'daily' } as const;
      const words = { id, name: `Piano ${String(index)}`, question: '', kind: { type: 'yes-no' } as const, schedule };
      return { channel: 'habits.create', input: { ...words, startDay: '2026-11-01' } };
    }),
  );
  await new Today(app).go('Insights');
  await expect(moods.rows).toHaveText([/^Run to the zephyrkettle Better/u, /^Read No clear difference/u]);
  const folded = moods.region.getByRole('list', { name: 'Too few days to compare for 7 habits' });
  await expect(folded).toBeHidden();
  await moods.region.getByText('Too few days to compare for 7 habits').click();
  await expect(folded.getByRole('listitem')).toHaveCount(7);
  await expectAccessible(app, 'mood and many habits');
});

test('a habit’s own page says the same, and no more', async ({ app }) => {
  const { page } = app;
  await openVault(app);
  await live(app);
  const open = async (name: string): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type(name);
    await page.getByRole('option', { name: new RegExp(`^Habit: ${name}`, 'u') }).waitFor();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  };
  const mood = page.getByRole('listitem').filter({ hasText: /mood on done days/u });
  await open(RUN);
  await expect(mood).toHaveText(/^2\.0 better mood on done days \(1\.\d to 2\.\d, 60 days\)$/u);
  await open('Read');
  await expect(mood).toHaveText(/^– no clear difference in mood on done days \(−\d\.\d+ to \d\.\d+, 60 days\)$/u);
  await open('Tea');
  await expect(mood).toHaveText('– mood on done days: needs 20 days of each kind, there are 10 done and 50 others');
});

test('mood and habits are read by keys alone, in both themes', { tag: '@journey' }, async ({ app }) => {
  const { page } = app;
  const moods = new MoodHabits(app);
  await openVault(app);
  await live(app);
  await page.keyboard.press('ControlOrMeta+5');
  await expect(moods.rows).toHaveCount(3);
  // From the table of the hours on: there are no tags.
  await page
    .getByRole('region', { name: /by hour$/u })
    .locator('summary')
    .focus();
  await page.keyboard.press('Tab');
  await expect(moods.lag('Same day')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(moods.lag('Day after')).toBeChecked();
  await expect(moods.row(RUN)).toHaveText(/Lower mood the day after/u);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(moods.region.getByText('A day’s mood is the mean of its entries’ moods.')).toBeVisible();
  await expect(moods.region.getByText(/does not say that one makes the other/u)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(moods.region.getByRole('table')).toBeVisible();
  await expectAccessible(app, 'mood and habits');
});

test('without habits, and without moods, it says what belongs there', async ({ app }) => {
  const moods = new MoodHabits(app);
  await openVault(app);
  const entry = '22222222-0000-4000-8000-000000000000';
  await callAll(app.page, [{ channel: 'entries.write', input: { id: entry, day: TODAY, body: MARKER } }]);
  await new Today(app).go('Insights');
  await expect(moods.region).toContainText('No habits yet.');
  await callAll(app.page, [
    {
      channel: 'habits.create',
      input: {
        id: '33333333-0000-4000-8000-000000000000',
        name: RUN,
        question: '',
        schedule: { type: 'daily' },
        startDay: TODAY,
      },
    },
  ]);
  await expect(moods.region).toContainText('No entry of this time says how it was.');
  await callAll(app.page, [{ channel: 'entries.write', input: { id: entry, day: TODAY, mood: 4 } }]);
  await expect(moods.rows).toHaveText([/So far: 0 days done and 0 other days$/u]);
});
