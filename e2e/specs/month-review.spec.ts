import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { openVault } from '../pages/lock.ts';
import { MonthReview } from '../pages/month-review.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';
import { MARKER } from '../support/marker.ts';
import { callAll } from '../support/page-calls.ts';
import type { PageCall } from '../support/page-calls.ts';

const STRETCH = '00000000-0000-4000-8000-000000000001';
const RUN = '00000000-0000-4000-8000-000000000002';

interface Given {
  readonly day: string;
  readonly body?: string;
  readonly mood?: number;
  readonly title?: string;
  readonly starred?: boolean;
}

function entry(given: Given, index: number): PageCall {
  return {
    channel: 'entries.write',
    input: { id: `11111111-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`, ...given },
  };
}

function habit(id: string, name: string, schedule: 'daily' | 'times-a-week'): PageCall {
  return {
    channel: 'habits.create',
    input: {
      id,
      name,
      question: '',
      startDay: '2026-10-26',
      schedule: schedule === 'daily' ? { type: 'daily' } : { type: schedule, times: 2 },
    },
  };
}

function mark(habitId: string, day: string, type: 'done' | 'skipped' | 'missed' = 'done'): PageCall {
  return { channel: 'habits.check-in', input: { habitId, day, mark: { type } } };
}

/** A little of October and of November, whose 22nd it is. */
async function live({ page }: AppUnderTest): Promise<void> {
  const entries: readonly Given[] = [
    { day: '2026-10-12', body: 'Leeks', mood: 2 },
    { day: '2026-10-31', body: 'The last of the month', mood: 4 },
    { day: '2026-11-02', body: 'Frost on the water butt.', mood: 3, title: 'Frost' },
    { day: '2026-11-02', body: 'And again.', mood: 5 },
    { day: '2026-11-05', mood: 1 },
    { day: '2026-11-20', body: MARKER, starred: true },
  ];
  await callAll(page, [
    ...entries.map(entry),
    habit(STRETCH, 'Stretch', 'daily'),
    habit(RUN, 'Run', 'times-a-week'),
    mark(STRETCH, '2026-11-01'),
    mark(STRETCH, '2026-11-02'),
    mark(STRETCH, '2026-11-03', 'skipped'),
    mark(STRETCH, '2026-11-04', 'missed'),
    mark(RUN, '2026-11-07'),
  ]);
}

test('a month is reviewed: its writing, moods, habits and lines, beside the month before', async ({ app }) => {
  const { page } = app;
  const today = new Today(app);
  const month = new MonthReview(app);
  await openVault(app);
  await live(app);
  await today.go('Insights');
  await page.getByRole('button', { name: 'Month in review' }).click();
  await expect(month.heading).toHaveText('November 2026');
  await expect(month.heading).toBeFocused();
  await expect(page.getByText('up to November 22')).toBeVisible();
  // October up to the same day.
  await expect(month.figures).toHaveText([
    /^4 entries on 3 of 22 days \(by October\s22: 1\)$/u,
    /^15 words \(by October\s22: 1\)\. The longest entry: 8, on November\s20$/u,
    /^2\.5 of 5, fine: the mean mood of 2 days \(by October\s22: 2\.0\)$/u,
    '3 times a habit was done, in 2 habits',
  ]);
  const moods = await month.row('Mood');
  expect(moods.slice(0, 6)).toEqual(['', '4.0 of 5, good', '', '', '1.0 of 5, awful', '']);
  expect(moods.at(-1)).toBe('2.5');
  const stretch = await month.row('Stretch');
  expect(stretch.slice(0, 5)).toEqual(['done', 'done', 'skipped', 'missed', 'nothing logged']);
  expect([stretch[21], stretch[22], stretch[29]]).toEqual(['not done yet', 'still to come', 'still to come']);
  // Of 22 days one is skipped, and today is not over.
  expect(stretch[30]).toBe('2 of 20');
  expect((await month.row('Run'))[30]).toBe('1 day');

  await expect(month.lines).toHaveText([
    /^Mon\s2 Frost\s+Frost on the water butt\.$/u,
    /^Fri\s20 starred\s+The Quindlefrost/u,
  ]);
  await month.lines.last().click();
  await expect(today.heading).toHaveText('Friday, November 20');

  // Back to where one came from, by button and by key.
  await today.go('Insights');
  for (const leave of [
    () => page.getByRole('main').getByRole('button', { name: 'Insights' }).click(),
    () => page.keyboard.press('Alt+ArrowLeft'),
  ]) {
    await page.getByRole('button', { name: 'Month in review' }).click();
    await expect(month.heading).toHaveText('November 2026');
    await leave();
    await expect(month.heading).toHaveText('Insights');
  }
});

test(
  'months are turned and printed by keys, and the window says nothing of them',
  { tag: '@journey' },
  async ({ app }) => {
    const { page } = app;
    const today = new Today(app);
    const month = new MonthReview(app);
    await openVault(app);
    await live(app);
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('month rev');
    await page.keyboard.press('Enter');
    await expect(month.heading).toHaveText('November 2026');
    await expect(month.next).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Alt+PageDown');
    await page.keyboard.press('Alt+PageUp');
    await expect(month.heading).toHaveText('October 2026');
    // A whole month beside a whole one.
    await expect(month.figures.first()).toHaveText('2 entries on 2 of 31 days (September: 0)');
    await page.keyboard.press('Alt+PageUp');
    await expect(month.heading).toHaveText('September 2026');
    await expect(page.getByRole('heading', { name: 'Nothing in September 2026' })).toBeVisible();
    await page.keyboard.press('Alt+PageDown');
    await expect(month.heading).toHaveText('October 2026');

    await month.heading.focus();
    await page.keyboard.press('Tab');
    await expect(month.previous).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(month.heading).toHaveText('November 2026');
    await expect(month.next).toBeFocused();
    // The dialog of the system would stand in the way of the test.
    await page.evaluate(() => {
      window.print = () => document.body.append(document.createElement('i'));
    });
    // Set before a key is pressed: the two go different ways to the page.
    const printed = page.locator('body > i');
    await page.keyboard.press('ControlOrMeta+p');
    await expect(printed).toHaveCount(1);
    await page.keyboard.press('Tab');
    await expect(month.print).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(printed).toHaveCount(2);
    // The table scrolls where it is too wide, and can be reached.
    await page.keyboard.press('Tab');
    await expect(page.getByRole('group', { name: 'November 2026, day by day' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(month.lines.first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(today.heading).toHaveText('Monday, November 2');
    expect(await page.title()).toBe('Daygrove');
  },
);

test('the calendar leads to the month it shows, and its photos stand in it', async ({ app }) => {
  const { page } = app;
  const today = new Today(app);
  const month = new MonthReview(app);
  await openVault(app);
  await live(app);
  const small = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await today.go('Today');
  const chooser = page.waitForEvent('filechooser');
  await today.entries.first().getByRole('button', { name: 'Add photos' }).click();
  await (await chooser).setFiles([{ name: 'Leeks.png', mimeType: 'image/png', buffer: small }]);
  await expect(today.text().locator('[data-photo][data-state=shown]')).toHaveCount(1);
  await expect(today.saved()).toBeVisible();

  await today.go('Calendar');
  await page.getByRole('button', { name: 'Month in review' }).click();
  await expect(month.photos).toHaveCount(1);
  await expect(month.photos.locator('canvas[data-state=shown]')).toHaveCount(1);
  await month.photos.getByRole('button', { name: 'Photo of November 22, 2026: Leeks' }).click();
  await expect(page.getByRole('dialog', { name: 'Photo' }).locator('canvas[data-state=shown]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expectAccessible(app, 'month in review');

  await today.go('Calendar');
  await page.getByRole('button', { name: 'Previous month' }).click();
  await page.getByRole('button', { name: 'Month in review' }).click();
  await expect(month.heading).toHaveText('October 2026');
  await expect(
    page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Insights' }),
  ).toHaveAttribute('aria-current', 'page');
});

test('on paper there is the month alone, black on white', { tag: '@browser' }, async ({ app }) => {
  const { page } = app;
  const month = new MonthReview(app);
  await openVault(app);
  await live(app);
  await new Today(app).go('Calendar');
  await page.getByRole('button', { name: 'Month in review' }).click();
  await expect(month.lines).toHaveCount(2);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.locator('html[data-theme="dark"]').waitFor();
  await expect(month.heading).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  for (const button of [month.previous, month.next, month.print]) await expect(button).toBeHidden();
  const colours = await month.heading.evaluate((element) => {
    const ofPage = (node: Element | null): string[] =>
      node === null ? [] : [getComputedStyle(node).backgroundColor, ...ofPage(node.parentElement)];
    const { color, colorScheme } = getComputedStyle(element);
    return { color, colorScheme, grounds: ofPage(element) };
  });
  expect(colours).toMatchObject({ color: 'rgb(0, 0, 0)', colorScheme: 'light' });
  expect(new Set(colours.grounds)).toEqual(new Set(['rgba(0, 0, 0, 0)']));
  // Nothing is cut off at the right: the table is as wide as the sheet.
  await page.setViewportSize({ width: 688, height: 1017 });
  const table = (await month.grid.boundingBox())!;
  expect(table.x + table.width).toBeLessThanOrEqual(688);
  for (const format of ['A4', 'Letter'] as const) {
    const sheet = (await page.pdf({ format })).toString('latin1');
    expect(sheet.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
  }
});
