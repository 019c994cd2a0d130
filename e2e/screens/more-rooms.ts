import { closeAll } from '../access/rooms.ts';
import { Keyboard } from '../pages/keyboard.ts';
import { PASSPHRASE, go } from './camera.ts';
import type { Shot } from './camera.ts';

/** What a person meets beside the rooms, in a small vault. */
export const MORE_ROOMS: readonly Shot[] = [
  {
    name: 'palette-search',
    async arrive(page) {
      await closeAll(page);
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('combobox', { name: 'Command' }).fill('re');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'help',
    narrow: true,
    async arrive(page) {
      await closeAll(page);
      await page.keyboard.press('F1');
      await page.getByRole('dialog', { name: 'Help', exact: true }).getByRole('searchbox').waitFor();
    },
  },
  {
    name: 'settings-keyboard',
    async arrive(page) {
      await closeAll(page);
      const keyboard = new Keyboard({ page });
      await keyboard.open();
      await keyboard.showAll.click();
      await keyboard.rows.first().waitFor();
      await keyboard.section.evaluate((section) => section.scrollIntoView());
    },
  },
  {
    name: 'settings-desktop',
    async arrive(page) {
      await go(page, 'Settings');
      await page.locator('a[href="#settings-desktop"]').press('Enter');
    },
  },
];

/** In a vault that holds nothing. */
export const SAMPLE_JOURNAL: readonly Shot[] = [
  {
    name: 'sample-journal',
    narrow: true,
    async arrive(page) {
      await go(page, 'Settings');
      await page.getByRole('button', { name: 'Look at a sample journal' }).click();
      await page.getByText('This is a sample journal.').waitFor();
      await go(page, 'Today');
      await page.getByRole('complementary').getByText('A short walk').waitFor();
    },
  },
];

/** On a computer without a vault. */
export const LANGUAGE_MENU: readonly Shot[] = [
  {
    name: 'onboarding-language',
    async arrive(page) {
      await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
      await page.getByRole('button', { name: 'Language: English' }).click();
      await page.getByRole('menuitem', { name: 'Deutsch' }).waitFor();
    },
  },
];
