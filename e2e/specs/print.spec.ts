import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { Journal } from '../pages/journal.ts';
import { openVault } from '../pages/lock.ts';
import { paste, Today } from '../pages/today.ts';

const TEXT = `## A walk to the weir

Frost on the *reeds*, and a heron that did not mind us.
More at [the trust's page](https://example.org/weir).

- [x] boots
- [ ] thermos`;

/** Where QA wants to look at the sheets: `DAYGROVE_SHEETS=folder`. */
async function keepSheet(page: Page, name: string, sheet: Buffer): Promise<void> {
  const folder = process.env['DAYGROVE_SHEETS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.pdf`), sheet);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** How it would be on paper, at the width of an A4 sheet without its margins, as at night. */
async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.locator('html[data-theme="dark"]').waitFor();
  await page.setViewportSize({ width: 627, height: 970 });
}

async function expectBlackOnWhite(words: Locator): Promise<void> {
  const seen = await words.evaluate((element) => {
    const grounds = (node: Element | null): string[] =>
      node === null ? [] : [getComputedStyle(node).backgroundColor, ...grounds(node.parentElement)];
    return { color: getComputedStyle(element).color, grounds: [...new Set(grounds(element))] };
  });
  expect(seen).toEqual({ color: 'rgb(0, 0, 0)', grounds: ['rgba(0, 0, 0, 0)'] });
}

async function expectNoChrome(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
}

test('a day goes on paper with its entries alone, black on white', { tag: '@browser' }, async ({ app }) => {
  const { page } = app;
  const today = new Today(app);
  await openVault(app);
  await paste(today.text(), { 'text/plain': TEXT });
  await expect(today.saved()).toBeVisible();
  await today.mood('Good').check();
  await today.newEntry();
  await today.write('Later: soup.', 1);
  await today.newEntry();
  await expect(today.entries).toHaveCount(3);

  await onPaper(page);
  await expectNoChrome(page);
  await expect(today.heading).toBeVisible();
  // Paper is read in another year.
  await expect(page.getByText('2026', { exact: true })).toBeVisible();
  await expectBlackOnWhite(today.text(1));
  // The place where a third would be begun is none of the day.
  await expect(today.entries.nth(2)).toBeHidden();
  await expect(today.habits).toBeHidden();
  await expect(page.getByText('Good', { exact: true })).toBeVisible();
  await expect(today.text().getByRole('heading', { name: 'A walk to the weir' })).toBeVisible();
  const link = today.text().getByText("the trust's page");
  expect(await link.evaluate((element) => getComputedStyle(element, '::after').content)).toContain(
    'https://example.org/weir',
  );
  // Nothing is cut off at the right.
  const box = (await today.text().boundingBox())!;
  expect(box.x + box.width).toBeLessThanOrEqual(627);
  // Nor is the list of commands, from which printing may have been chosen.
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.locator('[data-dialog-overlay]')).toBeAttached();
  await expect(page.locator('[data-dialog-overlay]')).toBeHidden();
  const sheet = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  await keepSheet(page, 'day', sheet);
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
});

test(
  'an entry of the journal goes on paper without the list, however long it is',
  { tag: '@browser' },
  async ({ app }) => {
    const { page } = app;
    const today = new Today(app);
    const journal = new Journal(app);
    await openVault(app);
    const long = Array.from({ length: 120 }, (_, at) => `Line ${String(at + 1)} of a long evening by the stove.`);
    await paste(today.text(), { 'text/plain': long.join('\n\n') });
    await expect(today.saved()).toBeVisible();
    await today.newEntry();
    await today.write('Another', 1);
    await today.go('Journal');
    await journal.open(1);
    await expect(journal.paneText).toContainText('Line 120');

    await onPaper(page);
    await expectNoChrome(page);
    await expect(journal.paneHeading).toBeVisible();
    await expect(journal.entries.first()).toBeHidden();
    await expectBlackOnWhite(journal.paneText);
    const sheet = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    await keepSheet(page, 'entry', sheet);
    // The whole of it, and not the window's height of it.
    expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/gu)!.length).toBeGreaterThanOrEqual(3);
  },
);

test(
  'printing is offered where there is something to print, by key and from the list of commands',
  { tag: '@journey' },
  async ({ app }) => {
    const { page } = app;
    const today = new Today(app);
    await openVault(app);
    // The dialog of the system would stand in the way of the test.
    await page.evaluate(() => {
      window.print = () => document.body.append(document.createElement('i'));
    });
    const printed = page.locator('body > i');
    await today.write('To be kept on paper');
    await page.keyboard.press('ControlOrMeta+p');
    await expect(printed).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('print');
    await page.keyboard.press('Enter');
    await expect(printed).toHaveCount(2);
    await today.go('Settings');
    await page.keyboard.press('ControlOrMeta+p');
    await expect(page.getByText('There is nothing to print on this page.')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('print');
    await expect(page.getByRole('option', { name: /^Print/ })).toHaveAttribute('aria-disabled', 'true');
    await expect(printed).toHaveCount(2);
  },
);
