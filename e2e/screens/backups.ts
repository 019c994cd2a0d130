import type { Locator, Page } from '@playwright/test';
import { paste } from '../pages/today.ts';
import { go } from './camera.ts';
import type { Shot } from './camera.ts';

async function section(page: Page): Promise<Locator> {
  await go(page, 'Settings');
  return page.getByRole('region', { name: 'Backups' });
}

/** A vault with backups, one of which is older than what was written since; the folder of choice is a stick. */
export const BACKUPS: readonly Shot[] = [
  {
    name: 'backups',
    narrow: true,
    async arrive(page) {
      const backups = await section(page);
      await backups.getByRole('button', { name: 'Choose a folder…' }).click();
      await backups.getByTestId('backup-folder').getByText('The newest there:').waitFor();
      await backups.getByText(/backups? on this computer/u).click();
      await backups.getByRole('heading', { name: 'A second place' }).scrollIntoViewIfNeeded();
      await backups.scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'restore-choose',
    narrow: true,
    async arrive(page) {
      await go(page, 'Today');
      await page.getByRole('main').getByRole('button', { name: 'New entry' }).click();
      const entry = page.getByRole('main').getByRole('article').last();
      await paste(entry.getByRole('textbox', { name: /^Entry/ }), { 'text/plain': 'Written since the backup.' });
      await entry.getByText('Saved', { exact: true }).waitFor();
      await (await section(page)).getByRole('button', { name: 'Restore…' }).click();
      await page.getByRole('dialog').getByRole('radio').first().waitFor();
    },
  },
  {
    name: 'restore-compare',
    narrow: true,
    async arrive(page) {
      await page.getByRole('dialog').getByRole('button', { name: 'Compare' }).click();
      await page.getByRole('dialog').getByRole('table').waitFor();
    },
  },
  {
    name: 'verify',
    async arrive(page) {
      await page.keyboard.press('Escape');
      await (await section(page)).getByRole('button', { name: 'Verify my vault…' }).click();
      await page.getByRole('button', { name: 'Verify', exact: true }).click();
      await page.getByRole('dialog').getByText('Everything is whole.').waitFor();
    },
  },
];
