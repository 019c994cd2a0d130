import { expect, test } from '../fixtures.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import type { ImportFile } from '../pages/import-dialog.ts';
import { Insights } from '../pages/insights.ts';
import { openVault } from '../pages/lock.ts';
import { Search } from '../pages/search.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

/** Entries that were begun at other times and in other places than the app's clock. */
function journal(): ImportFile {
  const entries = [
    ['2026-11-20T22:30:00Z', 'Europe/Vienna', 'Frost on the leeks #garden', []],
    // Ten past ten in the evening before, in New York.
    ['2026-11-21T03:10:00Z', 'America/New_York', 'Called home #family #garden', []],
    ['2026-11-21T07:00:00Z', 'Europe/Vienna', 'Bread', ['kitchen']],
    ['2026-03-01T12:00:00Z', 'Europe/Vienna', 'Crocus and snowdrops', []],
    ['2019-07-04T20:00:00Z', 'Europe/Dublin', 'Late light', ['summer']],
  ].map(([creationDate, timeZone, text, tags], index) => ({
    uuid: String(index).padStart(32, '0'),
    creationDate,
    timeZone,
    text,
    tags,
  }));
  const buffer = Buffer.from(JSON.stringify({ metadata: { version: '1.0' }, entries }));
  return { name: 'Journal.json', mimeType: 'application/json', buffer };
}

async function put(page: import('@playwright/test').Page, day: string, body: string, mood: number): Promise<void> {
  await page.evaluate(
    async (input) => {
      const { daygrove } = window as unknown as {
        daygrove: { invoke(channel: string, input: unknown): Promise<{ ok: boolean }> };
      };
      const { ok } = await daygrove.invoke('entries.write', { id: crypto.randomUUID(), ...input });
      if (!ok) throw new Error('not written');
    },
    { day, body, mood },
  );
}

/** Nine words, of which eight are the marker's. */
const PRESENT = `Soup. ${MARKER}`;

test('the insights count what was written, when, where it was then, and how it was', async ({ app }) => {
  const { page } = app;
  const today = new Today(app);
  const insights = new Insights(app);
  const dialog = new ImportDialog(app);
  await openVault(app);

  await page.keyboard.press('ControlOrMeta+5');
  await expect(page.getByRole('heading', { level: 1, name: 'Insights' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Nothing to count yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Write the first entry' }).click();
  await expect(today.text()).toBeFocused();

  await today.go('Import…');
  await dialog.choose(journal());
  await dialog.run();
  await dialog.done();
  await put(page, '2026-11-22', PRESENT, 5);
  await put(page, '2026-11-20', '', 2);
  await today.go('Insights');

  // The 52 weeks up to this one.
  await expect(insights.dates).toHaveText(/^Nov 30, 2025\s–\sNov 22, 2026$/u);
  await expect(insights.figures).toHaveText([
    '6 entries on 4 of 358 days',
    '22 words, 4 to an entry',
    '3 days in a row, your longest so far',
    '3.5 of 5, good: the mean mood of 2 days',
  ]);
  await expect(insights.readout('Writing over time')).toHaveText(/^Most: 10 words, Nov 15\s–\s21, 2026\.$/u);
  await insights.openTable('Writing over time');
  const weeks = await insights.rows('Writing over time');
  expect(weeks).toHaveLength(52);
  expect(weeks.filter(([, entries]) => entries !== '0').map(([, ...counts]) => counts)).toEqual([
    ['1', '3'],
    ['4', '10'],
    ['1', '9'],
  ]);

  await insights.range('30 days').check();
  await expect(insights.dates).toHaveText(/^Oct 24\s–\sNov 22, 2026$/u);
  await expect(insights.figures).toHaveText([
    '5 entries on 3 of 30 days',
    '19 words, 4 to an entry',
    '3 days in a row, your longest so far',
    '3.5 of 5, good: the mean mood of 2 days',
  ]);
  expect((await insights.rows('Writing over time')).slice(-3)).toEqual([
    ['Friday, November 20, 2026', '3', '9'],
    ['Saturday, November 21, 2026', '1', '1'],
    ['Sunday, November 22, 2026', '1', '9'],
  ]);
  await insights.openTable('Mood over time');
  expect((await insights.rows('Mood over time')).slice(-3)).toEqual([
    ['Friday, November 20, 2026', '2.0'],
    ['Saturday, November 21, 2026', '–'],
    ['Sunday, November 22, 2026', '5.0'],
  ]);
  await insights.openTable(/by weekday$/u);
  expect((await insights.rows(/by weekday$/u)).filter(([, entries]) => entries !== '0')).toEqual([
    ['Friday', '3', '9'],
    ['Saturday', '1', '1'],
    ['Sunday', '1', '9'],
  ]);
  // On the clock of each place: New York's evening is no Viennese morning.
  await insights.openTable(/by hour$/u);
  expect((await insights.rows(/by hour$/u)).filter(([, entries]) => entries !== '0')).toEqual([
    [expect.stringMatching(/^8\sAM$/u), '1', '1'],
    [expect.stringMatching(/^9\sAM$/u), '2', '9'],
    [expect.stringMatching(/^10\sPM$/u), '1', '4'],
    [expect.stringMatching(/^11\sPM$/u), '1', '5'],
  ]);
  await expect(page.getByRole('region', { name: 'Words by weekday' })).toBeVisible();
  await insights.measure('Entries').check();
  await expect(insights.readout('Writing over time')).toHaveText('Most: 3 entries, Friday, November 20, 2026.');
  await expect(page.getByRole('region', { name: 'Entries by weekday' }).getByRole('listitem').nth(5)).toHaveText(
    /^Friday: 3 entries, 9 words/u,
  );

  await insights.range('Everything').check();
  const days = (Date.UTC(2026, 10, 22) - Date.UTC(2019, 6, 4)) / 86_400_000 + 1;
  await expect(insights.figures.first()).toHaveText(`7 entries on 5 of ${days.toLocaleString('en-US')} days`);
  const months = await insights.rows('Writing over time');
  expect([months.length, months[0], months.at(-1)]).toEqual([
    89,
    ['July 2019', '1', '2'],
    ['November 2026', '5', '19'],
  ]);
  await expect(insights.tags).toHaveText([
    '#family 1 entry',
    '#garden 2 entries',
    '#kitchen 1 entry',
    '#summer 1 entry',
  ]);

  // What arrives while one looks is counted.
  await put(page, '2026-11-19', 'Two words', 3);
  await expect(insights.figures.nth(0)).toHaveText(`8 entries on 6 of ${days.toLocaleString('en-US')} days`);
  await expect(insights.figures.nth(2)).toHaveText('4 days in a row, your longest so far');
});

test('the charts are read and the tags are opened by keys alone', { tag: '@journey' }, async ({ app }) => {
  const { page } = app;
  const today = new Today(app);
  const insights = new Insights(app);
  await openVault(app);
  await put(page, '2026-11-21', `Leeks and frost #garden ${MARKER}`, 4);
  await put(page, '2026-11-02', 'Planted garlic #garden', 2);
  await today.go('Insights');
  await expect(insights.figures.nth(2)).toHaveText('1 day in a row up to yesterday, your longest so far');

  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Month in review' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(insights.range('12 months')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(insights.range('30 days')).toBeChecked();
  // The journal is younger than the time: days before its first entry are not held against anybody.
  await expect(insights.figures.first()).toHaveText('2 entries on 2 of 21 days');
  await expect(insights.announced).toHaveText(/2026: 2 entries, 15 words$/u);
  await page.keyboard.press('Tab');
  await expect(insights.measure('Words')).toBeFocused();

  await page.keyboard.press('Tab');
  const writing = insights.chart('Writing over time');
  await expect(writing).toBeFocused();
  await expect(writing).toHaveAttribute('aria-valuetext', 'Sunday, November 22, 2026: nothing written');
  await page.keyboard.press('ArrowLeft');
  await expect(writing).toHaveAttribute('aria-valuetext', 'Saturday, November 21, 2026: 1 entry, 12 words');
  await expect(insights.readout('Writing over time')).toHaveText('Saturday, November 21, 2026: 1 entry, 12 words');
  // What it is described by says the whole, and not the value once more.
  await expect(writing).toHaveAccessibleDescription('Most: 12 words, Saturday, November 21, 2026.');
  await page.keyboard.press('Home');
  await expect(writing).toHaveAttribute('aria-valuetext', 'Saturday, October 24, 2026: nothing written');
  await page.keyboard.press('ArrowLeft');
  await expect(writing).toHaveAttribute('aria-valuenow', '1');
  await page.keyboard.press('End');
  await expect(writing).toHaveAttribute('aria-valuenow', '30');

  await page.keyboard.press('Tab');
  // Left, the chart says again what it shows as a whole.
  await expect(insights.readout('Writing over time')).toHaveText('Most: 12 words, Saturday, November 21, 2026.');
  await page.keyboard.press('Enter');
  const table = page.getByRole('table', { name: 'Entries and words by day' });
  await expect(table.getByRole('row')).toHaveCount(31);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('group', { name: 'Entries and words by day' })).toBeFocused();
  await page.keyboard.press('Tab');
  const mood = insights.chart('Mood over time');
  await expect(mood).toBeFocused();
  await expect(mood).toHaveAttribute('aria-valuetext', 'Sunday, November 22, 2026: no mood');
  await page.keyboard.press('ArrowLeft');
  await expect(mood).toHaveAttribute('aria-valuetext', 'Saturday, November 21, 2026: 4.0 of 5, good');
  // Its table, that of the weekdays, the hours and their table, then the tags.
  for (let stop = 0; stop < 5; stop += 1) await page.keyboard.press('Tab');
  await expect(insights.tags).toBeFocused();
  await expect(insights.tags).toHaveAccessibleName('#garden 2 entries');
  await page.keyboard.press('Enter');

  const search = new Search(app);
  await expect(search.field).toBeFocused();
  await expect(search.field).toHaveValue('tag:garden');
  await expect(search.hits).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+5');
  await expect(insights.range('30 days')).toBeChecked();
});

test(
  'a time without entries says so, and the pointer reads a chart',
  {
    tag: '@mouse',
    annotation: { type: 'by keys', description: 'the charts are read and the tags are opened by keys alone' },
  },
  async ({ app }) => {
    const { page } = app;
    const insights = new Insights(app);
    await openVault(app);
    await put(page, '2024-05-01', 'Cherries and rain', 3);
    await put(page, '2024-05-02', 'More rain', 3);
    await new Today(app).go('Insights');
    await expect(insights.figures).toHaveText([
      '0 entries on 0 of 358 days',
      '0 words',
      /^0 days in a row just now, the longest 2 \(May\s1\s–\s2,\s2024\)$/u,
      '– No mood was set in this time',
    ]);
    await expect(page.getByText('Nothing was written in this time. Choose a longer one above.')).toBeVisible();
    await insights.range('Everything').check();
    const chart = insights.chart('Writing over time');
    const box = (await chart.locator('svg').boundingBox())!;
    await page.mouse.move(box.x + 2, box.y + box.height / 2);
    await expect(insights.readout('Writing over time')).toHaveText('May 2024: 2 entries, 5 words');
    await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2);
    await expect(insights.readout('Writing over time')).toHaveText('November 2026 so far: nothing written');
    await page.mouse.move(box.x + box.width / 2, box.y - 200);
    await expect(insights.readout('Writing over time')).toHaveText('Most: 5 words, May 2024.');
  },
);
