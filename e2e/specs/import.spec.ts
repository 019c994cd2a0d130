import { expect, test } from '../fixtures.ts';
import { Habits } from '../pages/habits.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import type { ImportFile } from '../pages/import-dialog.ts';
import { Journal } from '../pages/journal.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Search } from '../pages/search.ts';
import { Today } from '../pages/today.ts';
import { dayOneExport } from '../samples/day-one.ts';
import { NO_FIXTURES, realFile } from '../samples/fixtures.ts';
import { loopBackup } from '../samples/loop-backup.ts';

const ALL_THERE = 'Everything in this file is already here.';

/** Imports a file that brings something, then the same file again, which must bring nothing. */
async function importTwice(dialog: ImportDialog, file: ImportFile, figures: string[], added: string): Promise<void> {
  await dialog.choose(file);
  expect(await dialog.figures()).toEqual(figures);
  await dialog.run();
  await expect(dialog.headline).toContainText(added);

  await dialog.dialog.getByRole('button', { name: 'Another file' }).click();
  await dialog.choose(file);
  await expect(dialog.headline).toContainText(ALL_THERE);
  expect(await dialog.figures()).toEqual(figures.map((figure) => figure.replace(/, [\d,]+ new$/, ', none new')));
  await dialog.done();
}

test('a Loop backup: habits of one name stay two, and a second import adds nothing', async ({ app }) => {
  const today = new Today(app);
  const habits = new Habits(app);
  await openVault(app);
  await today.go('Import…');
  await importTwice(
    new ImportDialog(app),
    await loopBackup(),
    ['2 habits, 2 new', '5 check-ins, 5 new'],
    'Added 2 habits and 5 check-ins.',
  );
  await expect(today.habit('Zephyrkettle stretching')).toHaveCount(1);
  await expect(today.week('Zephyrkettle stretching')).toHaveAccessibleName(
    /Wednesday done, Thursday nothing logged, Friday done, Saturday done, Sunday not done yet$/,
  );
  await today.go('Habits');
  await expect(habits.active).toHaveCount(1);
  await habits.showArchived();
  await expect(habits.archived).toHaveCount(1);

  await new Lock(app).reopen();
  await today.go('Habits');
  await habits.showArchived();
  await expect(habits.archived).toContainText('3 times in any 7 days');
});

test('a Day One export: text, dates and tags, and a second import adds nothing', async ({ app }) => {
  const today = new Today(app);
  const journal = new Journal(app);
  await openVault(app);
  await today.go('Import…');
  await importTwice(new ImportDialog(app), dayOneExport(), ['3 entries, 3 new'], 'Added 3 entries.');

  await today.go('Journal');
  await expect(journal.entries).toHaveCount(3);
  await expect(journal.entries.nth(0)).toContainText('Late in Tokyo');
  // 20:00 UTC is five in the morning of the next day in Tokyo.
  await expect(journal.entries.nth(0)).toHaveAccessibleName(/^Monday, .*6/);
  // An all-day entry is the local midnight of its day.
  await expect(journal.entries.nth(1)).toHaveAccessibleName(/^Wednesday, .*17/);
  await expect(journal.entries.nth(2)).toHaveAccessibleName(/^Tuesday, .*16/);
  await expect(journal.entries.nth(2)).toContainText('#Winter');
  await journal.open(2);
  await expect(journal.paneText).toContainText('Quindlefrost on the window. We stayed in.');
  await expect(journal.paneText.getByRole('listitem')).toHaveText(['tea', 'a long walk']);

  await today.go('Search');
  await new Search(app).field.fill('quindlefrost');
  await expect(new Search(app).hits).toHaveCount(1);
});

test('what stays out is counted, told apart by entry, and said again in the end', async ({ app }) => {
  const today = new Today(app);
  const dialog = new ImportDialog(app);
  await openVault(app);
  await today.go('Import…');
  await expect(dialog.dialog.getByLabel('Choose a file')).toBeFocused();
  const entry = { creationDate: '2024-04-16T06:30:00Z', timeZone: 'Europe/Dublin', text: 'Quindlefrost' };
  const entries = [
    { ...entry, uuid: 'A1'.repeat(16), photos: [{ identifier: 'A' }, { identifier: 'B' }] },
    { ...entry, uuid: 'B2'.repeat(16) },
    { ...entry, uuid: 'C3'.repeat(16), audios: [{ identifier: 'C' }] },
  ];
  await dialog.choose({
    name: 'Allotment.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ metadata: { version: '1.0' }, entries })),
  });
  await expect(dialog.dialog.getByText('Allotment.json')).toBeVisible();
  const sentence = '3 photos and recordings in 2 entries stay out for now.';
  await expect(dialog.dialog).toContainText(sentence);
  await expect(dialog.dialog.getByText('entry 1, photo 1, photo 2', { exact: true })).toBeVisible();
  await expect(dialog.dialog.getByText('entry 3, audio 1', { exact: true })).toBeVisible();

  await expect(dialog.dialog.getByRole('button', { name: 'Import', exact: true })).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(dialog.headline).toContainText('Added 3 entries.');
  await expect(dialog.dialog).toContainText('What stayed out');
  await expect(dialog.dialog).toContainText(sentence);
  await expect(dialog.dialog.getByRole('button', { name: 'Done' })).toBeFocused();
});

test('a real Loop backup of schema 12', async ({ app }) => {
  const file = realFile('loop/loop.db');
  test.skip(file === null, NO_FIXTURES);
  if (file === null) return;
  const today = new Today(app);
  await openVault(app);
  await today.go('Import…');
  await importTwice(
    new ImportDialog(app),
    file,
    ['9 habits, 9 new', '164 check-ins, 164 new'],
    'Added 9 habits and 164 check-ins.',
  );
});

test('a real Day One export', async ({ app }) => {
  const file = realFile('day-one/Dev Journal.json');
  test.skip(file === null, NO_FIXTURES);
  if (file === null) return;
  const { entries } = JSON.parse(file.buffer.toString('utf8')) as { entries: unknown[] };
  const count = entries.length;
  const today = new Today(app);
  await openVault(app);
  await today.go('Import…');
  await importTwice(
    new ImportDialog(app),
    file,
    [`${String(count)} entries, ${String(count)} new`],
    `Added ${String(count)} entries.`,
  );
  await today.go('Journal');
  await expect(new Journal(app).count).toHaveText(`${String(count)} entries`);
});

test('a file of no known kind and a broken one change nothing, and say so', async ({ app }) => {
  const today = new Today(app);
  const dialog = new ImportDialog(app);
  await openVault(app);
  await today.go('Import…');
  await dialog.choose({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('just some words') });
  await expect(dialog.problem).toContainText('no kind of file that Daygrove can import');
  for (const ending of ['.db', '.zip', '.json']) await expect(dialog.problem).toContainText(ending);
  await expect(dialog.dialog.getByLabel('Choose a file')).toBeFocused();

  const whole = await loopBackup();
  await dialog.choose({ ...whole, buffer: whole.buffer.subarray(0, 5000) });
  await expect(dialog.problem).toContainText('Nothing was changed.');
  await dialog.dialog.getByRole('button', { name: 'Close' }).click();
  await today.go('Habits');
  await expect(app.page.getByText('No habits yet')).toBeVisible();
});
