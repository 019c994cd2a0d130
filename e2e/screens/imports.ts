import type { Locator, Page } from '@playwright/test';
import { ImportDialog } from '../pages/import-dialog.ts';
import { loopBackup } from '../samples/loop-backup.ts';
import { manyEntries } from '../samples/many-entries.ts';
import type { NotesFolder } from '../samples/markdown-notes.ts';
import { go } from './camera.ts';
import type { Shot } from './camera.ts';

/** Milliseconds. */
const TAKING_BACK = 180_000;

/**
 * The import dialog from the choice of files to its report.
 * @param notes two journals with moods in words and a picture that is not there
 */
export function importing(notes: NotesFolder): readonly Shot[] {
  return [
    {
      name: 'import-choose',
      narrow: true,
      async arrive(page) {
        await go(page, 'Import…');
        await new ImportDialog({ page }).dialog.getByText('What can be imported').click();
      },
    },
    {
      name: 'import-problem',
      async arrive(page) {
        const dialog = await opened(page);
        await dialog.choose({ name: 'shopping.txt', mimeType: 'text/plain', buffer: Buffer.from('leeks') });
        await dialog.problem.waitFor();
      },
    },
    {
      name: 'import',
      narrow: true,
      async arrive(page) {
        const dialog = await opened(page);
        await dialog.chooseFolder(notes.path);
        await dialog.question('Journals').waitFor();
      },
    },
    {
      name: 'import-questions',
      narrow: true,
      async arrive(page) {
        const dialog = new ImportDialog({ page });
        await dialog.question('Moods').scrollIntoViewIfNeeded();
        await dialog.mood('wired', 'Good').check();
        await dialog.problems.first().locator('summary').first().click();
        await dialog.problems.last().scrollIntoViewIfNeeded();
      },
    },
    {
      name: 'import-done',
      async arrive(page) {
        const dialog = new ImportDialog({ page });
        await dialog.run();
        await dialog.button('Undo').waitFor();
      },
    },
    {
      name: 'import-running',
      async arrive(page) {
        const dialog = await opened(page);
        // So many that one sees the work; in one file, because each file of a folder is asked for by itself.
        await dialog.choose(manyEntries(5000));
        await dialog.run();
        await dialog.button('Cancel and take back').waitFor();
        await dialog.dialog.getByText(/^[\d,]+ of [\d,]+$/u).waitFor();
      },
    },
    {
      name: 'import-cancelled',
      async arrive(page) {
        const dialog = new ImportDialog({ page });
        await dialog.button('Cancel and take back').click();
        // Thousands are taken back one by one: on a busy machine that is longer than any other picture is waited for.
        const cancelled = dialog.dialog.getByText('Cancelled. What it had added was taken back.');
        await cancelled.waitFor({ timeout: TAKING_BACK });
      },
    },
  ];
}

/** The import dialog at the choice of files, wherever one is. */
export async function opened(page: Page): Promise<ImportDialog> {
  const dialog = new ImportDialog({ page });
  const another = dialog.button('Another file');
  if (await another.isVisible()) await another.click();
  else if (await dialog.dialog.isHidden()) await go(page, 'Import…');
  await dialog.button('Choose files…').waitFor();
  return dialog;
}

function pastImports(page: Page): Locator {
  return page.getByRole('region', { name: 'Import', exact: true });
}

/** The imports in the settings, and the way back. Where the notes were imported. */
export const PAST_IMPORTS: readonly Shot[] = [
  {
    name: 'imports',
    narrow: true,
    async arrive(page) {
      const dialog = await opened(page);
      await dialog.choose(await loopBackup({ amounts: true, run: 400 }));
      await dialog.run();
      await dialog.done();
      await go(page, 'Settings');
      await pastImports(page).getByRole('listitem').first().waitFor();
      await pastImports(page).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'import-left-out',
    narrow: true,
    async arrive(page) {
      await go(page, 'Settings');
      await pastImports(page)
        .getByRole('button', { name: /did not come over/u })
        .first()
        .click();
      const left = page.getByRole('dialog', { name: 'What did not come over as it was' });
      await left.locator('summary').first().click();
    },
  },
  {
    name: 'import-take-back',
    narrow: true,
    async arrive(page) {
      await page.keyboard.press('Escape');
      await go(page, 'Settings');
      await pastImports(page)
        .getByRole('button', { name: /^Take back: Markdown/u })
        .first()
        .click();
      await page.getByRole('dialog', { name: 'Take this import back?' }).waitFor();
    },
  },
  {
    name: 'import-taken-back',
    async arrive(page) {
      await page.getByRole('button', { name: 'Take back', exact: true }).click();
      await page.getByRole('dialog', { name: 'Taken back' }).waitFor();
    },
  },
];
