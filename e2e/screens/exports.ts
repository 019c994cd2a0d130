import { ExportDialog } from '../pages/export-dialog.ts';
import type { Shot } from './camera.ts';

export const EXPORTS: readonly Shot[] = [
  {
    name: 'export',
    narrow: true,
    async arrive(page) {
      const dialog = new ExportDialog({ page });
      await dialog.open();
      await dialog.counted.waitFor();
    },
  },
  {
    name: 'export-book',
    narrow: true,
    async arrive(page) {
      await page.getByRole('radio', { name: 'Book, as a PDF' }).check();
      await page.getByLabel('Time').selectOption('From one day to another');
      await page.getByText(/^It will hold/u).waitFor();
    },
  },
  {
    name: 'export-done',
    narrow: true,
    async arrive(page) {
      const dialog = new ExportDialog({ page });
      await dialog.format('Loop backup').check();
      await dialog.button.click();
      await dialog.report.getByText(/^Saved/u).waitFor();
    },
  },
];
