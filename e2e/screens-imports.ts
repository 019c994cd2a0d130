import type { Page } from '@playwright/test';
import { ImportDialog } from './pages/import-dialog.ts';
import { loopBackup } from './samples/loop-backup.ts';
import { notesFolder } from './samples/markdown-notes.ts';

type Pictures = (page: Page, name: string, narrow?: boolean) => Promise<void>;

/** The import dialog from the choice of files to the way back, and the imports in the settings. In the open vault. */
export async function importScreens(page: Page, pictures: Pictures): Promise<void> {
  const dialog = new ImportDialog({ page });
  const go = (room: string): Promise<void> =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: room }).click();
  const notes = await notesFolder();
  const many = await notesFolder();
  try {
    for (let day = 0; day < 800; day += 1) {
      const date = new Date(Date.UTC(2010, 0, 1 + day)).toISOString().slice(0, 10);
      await many.add({ folder: 'Allotment', day: date, text: 'Weeded, watered, sat for a while.' });
    }
    await go('Import…');
    await dialog.dialog.getByText('What can be imported').click();
    await pictures(page, 'import-choose', true);
    await dialog.choose({ name: 'shopping.txt', mimeType: 'text/plain', buffer: Buffer.from('leeks') });
    await dialog.problem.waitFor();
    await pictures(page, 'import-problem');

    await dialog.chooseFolder(notes.path);
    await dialog.question('Journals').waitFor();
    await pictures(page, 'import', true);
    await dialog.question('Moods').scrollIntoViewIfNeeded();
    await dialog.mood('wired', 'Good').check();
    await dialog.problems.first().locator('summary').first().click();
    await dialog.problems.last().scrollIntoViewIfNeeded();
    await pictures(page, 'import-questions', true);
    await dialog.run();
    await dialog.button('Undo').waitFor();
    await pictures(page, 'import-done');
    await dialog.button('Another file').click();

    await dialog.choose(await loopBackup({ amounts: true, run: 400 }));
    await dialog.run();
    await dialog.button('Another file').click();
    await dialog.chooseFolder(many.path);
    await dialog.run();
    await dialog.button('Cancel and take back').waitFor();
    await dialog.dialog.getByText(/^[\d,]+ of [\d,]+$/u).waitFor();
    await pictures(page, 'import-running');
    await dialog.button('Cancel and take back').click();
    await dialog.dialog.getByText('Cancelled. What it had added was taken back.').waitFor();
    await pictures(page, 'import-cancelled');
    await dialog.button('Close').click();

    await go('Settings');
    const past = page.getByRole('region', { name: 'Import' });
    await past.getByRole('listitem').first().waitFor();
    await past.scrollIntoViewIfNeeded();
    await pictures(page, 'imports', true);
    await past
      .getByRole('button', { name: /did not come over/u })
      .first()
      .click();
    const left = page.getByRole('dialog', { name: 'What did not come over as it was' });
    await left.locator('summary').first().click();
    await pictures(page, 'import-left-out', true);
    await left.getByRole('button', { name: 'Done' }).click();
    await past.getByRole('button', { name: /^Take back: Markdown/u }).click();
    await page.getByRole('dialog', { name: 'Take this import back?' }).waitFor();
    await pictures(page, 'import-take-back', true);
    await page.getByRole('button', { name: 'Take back', exact: true }).click();
    await page.getByRole('dialog', { name: 'Taken back' }).waitFor();
    await pictures(page, 'import-taken-back');
    await page.getByRole('button', { name: 'Done' }).click();
  } finally {
    await notes.remove();
    await many.remove();
  }
}
