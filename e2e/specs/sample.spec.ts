import { expect, test } from '../fixtures.ts';
import { openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';

test(
  'a sample that somebody wrote in asks before it goes, and leaves what is theirs',
  { tag: '@journey' },
  async ({ app }) => {
    await openVault(app);
    const { page } = app;
    const bar = page.getByRole('region', { name: 'Sample journal' });
    const dialog = page.getByRole('dialog');

    await test.step('by its command, in; the settings and the commands then offer the way out', async () => {
      await page.keyboard.press('Control+,');
      await expect(page.getByRole('button', { name: 'Look at a sample journal' })).toBeVisible();
      await page.keyboard.press('Control+K');
      await page.getByRole('combobox', { name: 'Command' }).fill('sample');
      await expect(page.getByRole('option', { name: 'Look at a sample journal' })).toHaveAttribute(
        'aria-selected',
        'true',
      );
      await page.keyboard.press('Enter');
      await expect(bar).toBeVisible();
      await expect(page.getByRole('button', { name: 'Remove the sample journal' })).toBeVisible();
      await page.keyboard.press('Control+K');
      await page.getByRole('combobox', { name: 'Command' }).fill('sample');
      await expect(page.getByRole('option', { name: 'Remove the sample journal' })).toHaveAttribute(
        'aria-selected',
        'true',
      );
      await expect(page.getByRole('option', { name: /^Look at a sample journal/ })).toContainText('it is here already');
      await page.keyboard.press('Escape');
    });

    await test.step('something is written in it, and beside it', async () => {
      await page.keyboard.press('Control+1');
      await expect(page.getByText('six weeks of somebody')).toBeVisible();
      const today = new Today(app);
      await today.text().first().press('Control+End');
      await page.keyboard.insertText(' I was here.');
      await expect(page.getByText('I was here.')).toBeVisible();
      await expect(page.getByText('Saved').first()).toBeVisible();
    });

    await test.step('an export says what it leaves out', async () => {
      await page.keyboard.press('Control+K');
      await page.getByRole('combobox', { name: 'Command' }).fill('Export');
      await page.keyboard.press('Enter');
      await expect(dialog.getByText('The sample journal stays out of the file')).toBeVisible();
      await page.keyboard.press('Escape');
    });

    await test.step('it asks, and keeps what was changed', async () => {
      await bar.getByRole('button', { name: 'Remove it' }).press('Enter');
      await expect(dialog.getByText('You changed 1 entry of it.')).toBeVisible();
      await expectAccessible(app, 'the question before a changed sample goes');
      await dialog.getByRole('button', { name: 'Keep what I changed' }).press('Enter');
      await expect(bar).toBeHidden();
      await expect(page.getByText('I was here.')).toBeVisible();
      await page.keyboard.press('Control+2');
      await expect(page.getByText('The lake, out of season')).toBeHidden();
    });
  },
);
