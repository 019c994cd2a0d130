import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { Habits } from '../pages/habits.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import type { ImportFile } from '../pages/import-dialog.ts';
import { Journal } from '../pages/journal.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { PastImports } from '../pages/past-imports.ts';
import { Search } from '../pages/search.ts';
import { Today } from '../pages/today.ts';
import { dayOneExport } from '../samples/day-one.ts';
import { NO_FIXTURES, realFile } from '../samples/fixtures.ts';
import { loopBackup } from '../samples/loop-backup.ts';
import { notesFolder } from '../samples/markdown-notes.ts';
import { expectAccessible } from '../support/accessible.ts';

const ALL_THERE = 'Everything in it is already here.';

/** Imports a file that brings something, then the same file again, which must bring nothing. */
async function importTwice(dialog: ImportDialog, file: ImportFile, figures: string[], added: string): Promise<void> {
  await dialog.choose(file);
  expect(await dialog.figures()).toEqual(figures);
  await dialog.run();
  await expect(dialog.headline).toContainText(added);

  await dialog.dialog.getByRole('button', { name: 'Another file' }).click();
  await dialog.choose(file);
  await expect(dialog.headline).toContainText(ALL_THERE);
  expect(await dialog.figures()).toEqual(figures.map((figure) => figure.replace(/ new$/u, ' here already')));
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
    ['2 habits new', '5 check-ins new'],
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
  await importTwice(new ImportDialog(app), dayOneExport(), ['3 entries new'], 'Added 3 entries.');

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

test('a real Loop backup of schema 12, and a real Day One export', async ({ app }) => {
  const loop = realFile('loop/loop.db');
  const dayOne = realFile('day-one/Dev Journal.json');
  test.skip(loop === null || dayOne === null, NO_FIXTURES);
  if (loop === null || dayOne === null) return;
  const today = new Today(app);
  const dialog = new ImportDialog(app);
  await openVault(app);
  await today.go('Import…');
  await importTwice(dialog, loop, ['9 habits new', '164 check-ins new'], 'Added 9 habits and 164 check-ins.');
  const { entries } = JSON.parse(dayOne.buffer.toString('utf8')) as { entries: unknown[] };
  const count = entries.length;
  await today.go('Import…');
  await importTwice(dialog, dayOne, [`${String(count)} entries new`], `Added ${String(count)} entries.`);
  await today.go('Journal');
  await expect(new Journal(app).count).toHaveText(`${String(count)} entries`);
});

test('a folder is dropped: journals and moods are asked for, and Undo takes all of it back', async ({ app }) => {
  const today = new Today(app);
  const journal = new Journal(app);
  const dialog = new ImportDialog(app);
  const past = new PastImports(app);
  const notes = await notesFolder();
  try {
    await openVault(app);
    await today.go('Journal');
    await expect(app.page.getByText('Nothing written yet')).toBeVisible();
    // Anywhere in the window where no text takes it.
    await dialog.drop([notes.path], app.page.getByRole('main'));
    expect(await dialog.figures()).toEqual(['5 entries new', '1 photo or file new']);
    await expect(dialog.summary).toContainText('Allotment years');
    await expect(dialog.summary).toContainText('Markdown notes, from March 4, 2021 to September 12, 2023');
    await expect(dialog.summary).toBeFocused();
    await expect(dialog.problems).toContainText('Photo or file that a text names, and the export does not hold.');
    await dialog.problems.first().locator('summary').click();
    await expect(dialog.problems.first().getByRole('listitem')).toHaveText('Allotment/2021-03-05.md, file 1');
    await expect(dialog.dialog).toContainText('Adds 5 entries and 1 photo or file. 1 part of the import stays out.');

    await expect(dialog.mood('happy', 'Good')).toBeChecked();
    await expect(dialog.mood('wired', 'No mood')).toBeChecked();
    await dialog.mood('happy', 'Great').check();
    await dialog.journal('Work').uncheck();
    await expect(dialog.dialog).toContainText('Adds 3 entries and at most 1 photo or file.');
    await dialog.journal('Allotment').uncheck();
    // What it lacks is nobody's concern any more.
    await expect(dialog.problems).toHaveCount(0);
    await expect(dialog.button('Import')).toHaveAttribute('aria-disabled', 'true');
    await dialog.journal('Allotment').check();
    await expectAccessible(app, 'import, with questions');
    await dialog.run();
    await expect(dialog.headline).toContainText('Added 3 entries and 1 photo or file.');
    await expect(dialog.problems).toContainText('The text was taken.');
    await dialog.done();
    const notices = app.page.getByRole('region', { name: 'Notices' });
    await expect(notices).toContainText('Added 3 entries and 1 photo or file. 1 part of the import stayed out.');
    await notices.getByRole('button', { name: 'See which' }).click();
    await expect(past.problems).toContainText('Markdown notes, from March 4, 2021 to June 1, 2022');
    await past.problems.locator('summary').click();
    await expect(past.problems.getByRole('listitem')).toHaveText('Allotment/2021-03-05.md, file 1');
    await expectAccessible(app, 'what an import left out');
    await past.problems.getByRole('button', { name: 'Done' }).click();
    await expect(journal.count).toHaveText('3 entries');
    await expect(journal.entries.first()).toContainText('#Allotment');
    await journal.open(0);
    await expect(app.page.getByRole('radio', { name: 'Great' })).toBeChecked();

    // The rest of the same folder, and a note that has come since.
    await notes.add({ folder: 'Work', day: '2024-02-29', text: 'Leap day.' });
    await today.go('Import…');
    await dialog.chooseFolder(notes.path);
    expect(await dialog.figures()).toEqual(['6 entries 3 new', '1 photo or file here already']);
    await dialog.question('Journals').getByLabel('Give each entry the name of its journal as a tag').uncheck();
    await dialog.run();
    await expect(dialog.headline).toContainText('Added 3 entries.');
    await expect(dialog.headline).toContainText('Already here, and left as they were: 3 entries and 1 photo or file.');
    await dialog.button('Undo').click();
    await expect(past.report).toHaveText('Erased from this vault: 3 entries.');
    await past.done();
    await expect(journal.count).toHaveText('3 entries');
    await today.go('Settings');
    await expect(past.imports.nth(1)).toContainText('Markdown notes, from March 4, 2021 to June 1, 2022');
    await past.imports
      .nth(1)
      .getByRole('button', { name: /^1 part did not come over/u })
      .click();
    await expect(past.problems).toContainText('The text was taken.');
    await app.page.keyboard.press('Escape');
    await expect(past.problems).toBeHidden();
  } finally {
    await notes.remove();
  }
});

test(
  'an import is cancelled, cut off by the lock, gone on with, and taken back in the settings',
  { tag: '@journey' },
  async ({ app }) => {
    test.setTimeout(120_000);
    const today = new Today(app);
    const habits = new Habits(app);
    const dialog = new ImportDialog(app);
    const past = new PastImports(app);
    const file = await loopBackup({ amounts: false, run: 1800 });
    // Behind a taking back, the file is counted once more before the next run.
    const underWay = (): Promise<void> =>
      expect(dialog.dialog).toContainText(/[1-9][\d,]* of 1,808/u, { timeout: 30_000 });
    await openVault(app);
    await today.go('Settings');
    await expect(past.section).toContainText('Nothing was imported yet.');
    await past.section.getByRole('button', { name: 'Import…' }).click();
    await dialog.choose(file);
    expect(await dialog.figures()).toEqual(['3 habits new', '1,805 check-ins new']);
    await dialog.run();
    await underWay();
    await dialog.button('Cancel and take back').click();
    await expect(dialog.headline.first()).toContainText('Cancelled. What it had added was taken back.');
    expect(await dialog.figures()).toEqual(['3 habits new', '1,805 check-ins new']);

    await dialog.run();
    await underWay();
    await app.page.keyboard.press('ControlOrMeta+l');
    const lock = new Lock(app);
    await expect(lock.heading).toBeVisible();
    await lock.unlock();
    await expect(past.imports).toHaveCount(2);
    await expect(past.imports.nth(0)).toContainText('Cut off when Daygrove was locked or ended.');
    await expect(past.imports.nth(1)).toContainText('Cancelled, and taken back.');

    // What is here already stays, the rest comes; and the dialog need not be open for it.
    await past.section.getByRole('button', { name: 'Import…' }).click();
    await dialog.choose(file);
    await expect(dialog.summary).toContainText('here already');
    await dialog.run();
    await underWay();
    await app.page.keyboard.press('Escape');
    await expect(dialog.dialog).toBeHidden();
    const notices = app.page.getByRole('region', { name: 'Notices' });
    await expect(notices.getByText(/^Added [\d,]+ check-ins\.$/u)).toBeVisible({ timeout: 30_000 });
    await expect(notices.getByText('The import goes on.')).toBeHidden();
    await expect(past.imports).toHaveCount(3);

    await today.go('Habits');
    await expect(habits.active).toHaveCount(2);
    await today.go('Settings');
    await past.takeBack(0);
    await expect(past.report).toContainText('Erased from this vault:', { timeout: 30_000 });
    await past.done();
    await past.takeBack(1);
    await expect(past.report).toContainText('Erased from this vault: 3 habits and', { timeout: 30_000 });
    await past.done();
    await expect(past.imports.nth(0)).toContainText('Taken back.');
    await expect(past.imports.nth(1)).toContainText('Taken back.');
    await expectAccessible(app, 'past imports');
    await today.go('Habits');
    await expect(app.page.getByText('No habits yet')).toBeVisible();
  },
);

test('what cannot be imported changes nothing, and says so; by keys alone', async ({ app }) => {
  const today = new Today(app);
  const dialog = new ImportDialog(app);
  await openVault(app);
  // A picture belongs into an entry: beside one it is refused, and does not take the place of the app.
  await dialog.drop([join(import.meta.dirname, '../../docs/screens/today-light.png')], today.heading);
  await expect(dialog.dialog).toBeHidden();
  await expect(today.heading).toBeVisible();

  await today.go('Import…');
  await expect(dialog.button('Choose files…')).toBeFocused();
  await dialog.choose({ name: 'notes.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([0, 1, 2, 3]) });
  await expect(dialog.problem).toContainText('notes.bin is no kind of file that Daygrove can import');
  await expect(dialog.dialog.getByRole('term').filter({ hasText: 'Day One' })).toBeVisible();
  await expect(dialog.button('Choose files…')).toBeFocused();
  await expectAccessible(app, 'import, nothing for it');

  const whole = await loopBackup();
  await dialog.choose({ ...whole, buffer: whole.buffer.subarray(0, 5000) });
  await expect(dialog.problem).toContainText('Nothing was changed.');

  // The dialog is still good for a whole one.
  await dialog.choose(whole);
  await expect(dialog.button('Import')).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(dialog.headline).toContainText('Added 2 habits and 5 check-ins.');
  await expect(dialog.button('Done')).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(dialog.dialog).toBeHidden();
  // Said once more, with the way back; the key for it is that of every undo.
  await expect(app.page.getByText('Added 2 habits and 5 check-ins.')).toBeVisible();
  await today.heading.focus();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(new PastImports(app).report).toHaveText('Erased from this vault: 2 habits and 5 check-ins.');
  await app.page.keyboard.press('Enter');
  await today.go('Habits');
  await expect(app.page.getByText('No habits yet')).toBeVisible();
});
