import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { Journal } from '../pages/journal.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

const NAME = 'Seeds & plans [2026].txt';
/** More than one piece, and something to be found if it were anywhere in clear. */
const CONTENT = Buffer.concat([Buffer.from(`${MARKER}\n`), Buffer.alloc(300_000, 'leeks '), Buffer.from('the end')]);

const file = (page: Page) => page.getByRole('dialog', { name: 'File' });

test(
  'a file of any kind stands in the text, and comes out again as it was, after a warning',
  { tag: '@journey' },
  async ({ app }) => {
    const today = new Today(app);
    await openVault(app);
    await today.write('The plan: ');
    await today.text().press('ControlOrMeta+End');
    const chooser = app.page.waitForEvent('filechooser');
    await today.entries.first().getByRole('button', { name: 'Add photos or files' }).click();
    await (await chooser).setFiles([{ name: NAME, mimeType: 'text/plain', buffer: CONTENT }]);
    const chip = (): ReturnType<Page['locator']> => today.text().locator('[data-file]');
    // Brackets would be read as Markdown's own.
    await expect(chip()).toHaveText('Seeds & plans 2026 .txt');
    await app.page.keyboard.type('and more');
    await expect(chip()).toHaveText('Seeds & plans 2026 .txt');
    await expect(today.saved()).toBeVisible();

    await app.restart();
    await new Lock(app).unlock();
    await chip().click();
    await expect(file(app.page)).toContainText(NAME);
    await expect(file(app.page)).toContainText('text/plain, 300 kB');
    await expect(file(app.page)).toContainText('plain: whoever can open the folder can read it');
  },
);

test('@browser a copy of it is the same, byte by byte', async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  const chooser = app.page.waitForEvent('filechooser');
  await today.entries.first().getByRole('button', { name: 'Add photos or files' }).click();
  await (await chooser).setFiles([{ name: NAME, mimeType: 'text/plain', buffer: CONTENT }]);
  await expect(today.saved()).toBeVisible();
  await today.go('Journal');
  await new Journal(app).part('Photos').click();
  await app.page.getByRole('region', { name: 'Files' }).getByRole('button', { name: NAME }).click();
  // Outside of what the marker search looks through: a copy is plain, and wanted to be.
  const downloads = mkdtempSync(join(tmpdir(), 'daygrove-downloads-'));
  const session = await app.page.context().newCDPSession(app.page);
  await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  await file(app.page).getByRole('button', { name: 'Save a copy…' }).click();
  await expect(file(app.page)).toBeHidden();
  await expect(app.page.getByText(`A copy of ${NAME} was saved.`)).toBeVisible();
  const copy = join(downloads, NAME);
  await expect.poll(() => existsSync(copy) && readFileSync(copy).equals(CONTENT)).toBe(true);
  rmSync(downloads, { recursive: true });
});
