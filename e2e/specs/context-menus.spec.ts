import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { Journal } from '../pages/journal.ts';
import { openVault } from '../pages/lock.ts';
import { paste, Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';

const menu = ({ page }: AppUnderTest) => page.getByRole('menu');
const item = (app: AppUnderTest, name: string | RegExp) => menu(app).getByRole('menuitem', { name });

test('an entry of the journal has a menu by pointer and by key', { tag: '@journey' }, async ({ app }) => {
  const { page } = app;
  const today = new Today(app);
  const journal = new Journal(app);
  await openVault(app);
  await today.write('Rime on the gate');
  await today.newEntry();
  await today.write('Soup', 1);
  await today.go('Journal');
  await journal.open(0);

  await journal.row(1).click({ button: 'right' });
  await expect(menu(app)).toHaveAccessibleName('Entry of November 22, 2026');
  await expect(menu(app).getByRole('menuitem')).toHaveText([
    'OpenEnter',
    'Go to its day',
    'Star',
    'Print…Open it firstCtrl+P',
    'Move to the trash',
  ]);
  // Paper takes the entry that is shown, and that is another one.
  await expect(item(app, /^Print/)).toBeDisabled();
  await expect(journal.row(1)).toHaveAttribute('data-asked', 'true');
  await expectAccessible(app, 'the menu of an entry');
  await item(app, 'Star').click();
  await expect(journal.entries.nth(1).getByRole('img', { name: 'Starred' })).toBeVisible();
  await expect(journal.row(1)).toBeFocused();

  for (const key of ['Shift+F10', 'ContextMenu']) {
    await page.keyboard.press(key);
    await expect(item(app, /^Open/)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu(app)).toBeHidden();
    await expect(journal.row(1)).toBeFocused();
  }
  await page.keyboard.press('Shift+F10');
  await page.keyboard.press('Enter');
  await expect(journal.paneText).toHaveText('Rime on the gate');
  await journal.row(1).click({ button: 'right' });
  await expect(item(app, 'Remove the star')).toBeVisible();
  await expect(item(app, /^Print/)).toBeEnabled();
  await item(app, 'Move to the trash').click();
  await expect(journal.count).toHaveText('1 entry');
});

test('an entry that was found has the menu too', async ({ app }) => {
  const { page } = app;
  const today = new Today(app);
  await openVault(app);
  await today.write('Rime on the gate');
  await today.previousDay();
  await today.write('Rime on the pond');
  await today.go('Search');
  await page.getByRole('combobox').fill('rime');
  const hits = page.getByRole('listbox', { name: 'Entries found' });
  await expect(hits.getByRole('option')).toHaveCount(2);
  await hits.getByRole('option').nth(1).click({ button: 'right' });
  await item(app, 'Go to its day').click();
  await expect(today.heading).toHaveText('Saturday, November 21');
});

test('a day of the calendar has a menu by pointer and by key', async ({ app }) => {
  const { page } = app;
  const today = new Today(app);
  await openVault(app);
  await today.go('Calendar');
  const day = (name: RegExp) => page.getByRole('grid').getByRole('button', { name });
  await day(/November 20/).click({ button: 'right' });
  await expect(menu(app).getByRole('menuitem')).toHaveText(['Open this dayEnter', 'New entry', 'Month in review']);
  await page.keyboard.press('Escape');
  await expect(day(/November 20/)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+F10');
  await item(app, 'New entry').click();
  await expect(today.heading).toHaveText('Thursday, November 19');
  await expect(today.text()).toBeFocused();

  // Days that are still to come have none.
  await today.go('Calendar');
  await day(/November 25/).click({ button: 'right', force: true });
  await expect(menu(app)).toHaveCount(0);
});

test('a link in a text can be opened and copied from its menu', async ({ app }) => {
  const { page } = app;
  const today = new Today(app);
  await openVault(app);
  await paste(today.text(), { 'text/plain': 'See [the weir](https://example.org/weir) there.' });
  await today.text().getByText('the weir').click({ button: 'right' });
  await expect(menu(app)).toHaveAccessibleName('Link');
  await item(app, 'Open the link').click();
  const question = page.getByRole('dialog', { name: 'Open example.org?' });
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(today.text()).toBeFocused();

  await today.text().getByText('the weir').click();
  await expect(today.text()).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await item(app, 'Copy the address').click();
  await expect(menu(app)).toBeHidden();
  await expect(today.text()).toBeFocused();
  // What came to the clipboard is what a paste brings back.
  await page.keyboard.press('ControlOrMeta+End');
  // Typed, so that the editor has heard where the caret went.
  await page.keyboard.type(' ');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(today.text()).toHaveText('See the weir there. https://example.org/weir', { timeout: 10_000 });
});
