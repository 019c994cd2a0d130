import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { Journal } from '../pages/journal.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Search } from '../pages/search.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

async function writeThree(app: AppUnderTest): Promise<void> {
  const today = new Today(app);
  await today.write('Leeks and frost #garden #zephyrkettle');
  await today.newEntry();
  await today.write('Soup for six #kitchen', 1);
  await today.newEntry();
  await today.write('Weeds #garden', 2);
}

test('every tag stands in the sidebar and on a page, with its number, and leads to its entries', async ({ app }) => {
  const today = new Today(app);
  const search = new Search(app);
  await openVault(app);
  await today.go('Journal');
  await new Journal(app).part('Tags').click();
  await expect(app.page.getByRole('heading', { name: 'No tags yet' })).toBeVisible();
  await today.go('Today');
  await writeThree(app);
  const sidebar = app.page.getByRole('navigation', { name: 'Main' }).getByRole('region', { name: 'Tags' });
  await expect(sidebar.getByRole('button')).toHaveText([
    '# garden2 entries',
    '# kitchen1 entry',
    '# zephyrkettle1 entry',
  ]);
  await sidebar.getByRole('button', { name: 'garden 2 entries' }).click();
  await expect(search.field).toHaveValue('tag:garden');
  await expect(search.hits).toHaveCount(2);

  await today.go('Journal');
  await new Journal(app).part('Tags').click();
  const page = app.page.getByRole('list', { name: 'All tags' });
  await expect(page.getByRole('listitem')).toHaveText(['#garden2 entries', '#kitchen1 entry', '#zephyrkettle1 entry']);
  await app.page.getByRole('radio', { name: 'By name' }).check();
  await expect(page.getByRole('listitem').last()).toHaveText('#zephyrkettle1 entry');
  await page.getByRole('button', { name: 'kitchen 1 entry' }).click();
  await expect(search.hits).toHaveText([/Soup for six/]);
});

test('starred entries are one click away', async ({ app }) => {
  const today = new Today(app);
  const search = new Search(app);
  await openVault(app);
  await writeThree(app);
  await today.entries.nth(1).getByRole('button', { name: 'Star this entry' }).click();
  await expect(today.entries.nth(1).getByRole('button', { name: 'Star this entry' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await today.go('Journal');
  await new Journal(app).part('Starred').click();
  await expect(search.hits).toHaveText([/Soup for six/]);
});

test(
  'a search is kept under a name, used from everywhere, renamed, removed and brought back',
  { tag: '@journey' },
  async ({ app }) => {
    const today = new Today(app);
    const search = new Search(app);
    await openVault(app);
    await writeThree(app);
    await today.write(`Frost again. ${MARKER} #garden`, 0);
    await today.go('Search');
    await expect(app.page.getByRole('button', { name: 'Save this search' })).toBeHidden();
    await search.field.fill('marrowlight tag:garden');
    await app.page.getByRole('button', { name: 'Save this search' }).click();
    const dialog = (): Locator => app.page.getByRole('dialog', { name: /^(Save this search|Saved search)$/ });
    await app.page.keyboard.press('Enter');
    await expect(dialog().getByRole('alert')).toHaveText('Give it a name.');
    await app.page.keyboard.type('Marrowlight evenings');
    await app.page.keyboard.press('Enter');
    await expect(dialog()).toBeHidden();
    const saved = (): Locator => app.page.getByRole('region', { name: 'Saved searches' });
    await expect(saved().getByRole('button')).toHaveText(['Marrowlight evenings']);

    await new Lock(app).reopen();
    await saved().getByRole('button').click();
    await expect(search.field).toHaveValue('marrowlight tag:garden');
    await expect(search.hits).toHaveText([/marrowlight/]);
    await app.page.getByRole('button', { name: 'Rename or remove “Marrowlight evenings”' }).click();
    await dialog().getByLabel('Name').fill('Light');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await expect(saved().getByRole('button')).toHaveText(['Light']);
    await app.page.getByRole('button', { name: 'Rename or remove “Light”' }).click();
    await dialog().getByRole('button', { name: 'Remove' }).click();
    await expect(saved()).toBeHidden();
    await app.page.getByRole('button', { name: 'Undo' }).click();
    await expect(saved().getByRole('button')).toHaveText(['Light']);
  },
);
