import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { About } from '../pages/about.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';

test(
  'every licence can be found and read, by keys alone, and nothing moves meanwhile',
  { tag: '@journey' },
  async ({ app }) => {
    const about = new About(app);
    await openVault(app);
    // From another room: the section is in sight also when all sections above it have come to their height.
    await app.page.keyboard.press('ControlOrMeta+k');
    await app.page.keyboard.type('settings: about');
    await app.page.keyboard.press('Enter');
    await expect(about.section.getByRole('heading', { level: 2 })).toBeFocused();
    await expect(app.page.getByRole('region', { name: 'Backups' }).getByRole('button').first()).toBeVisible();
    await expect(about.section.getByRole('heading', { level: 2 })).toBeInViewport();
    await about.openLicences.focus();
    await app.page.keyboard.press('Enter');
    await expect(about.search).toBeFocused();
    const box = await about.licences.boundingBox();
    await expect(about.packages.filter({ hasText: 'react-dom' })).toBeVisible();
    expect(await about.packages.count()).toBeGreaterThan(100);
    expect(await about.licences.boundingBox()).toEqual(box);

    await app.page.keyboard.type('figtree ofl');
    await expect(about.packages).toHaveCount(1);
    await expect(about.licences.getByText('1 work.')).toBeVisible();
    await app.page.keyboard.press('Tab');
    await app.page.keyboard.press('Enter');
    await expect(about.words('@fontsource-variable/figtree')).toContainText('SIL OPEN FONT LICENSE');
    await expectAccessible(app, 'licences');
    expect(await about.licences.boundingBox()).toEqual(box);

    await about.search.fill('no such thing');
    await expect(about.licences.getByText('None of this name.')).toBeVisible();
    await app.page.keyboard.press('Escape');
    await expect(about.licences).toBeHidden();
    await expect(about.openLicences).toBeFocused();
  },
);

test('a host that cannot update itself says so, and offers nothing @browser', async ({ app }) => {
  const about = new About(app);
  await openVault(app);
  await new Today(app).go('Settings');
  await expect(about.section).toContainText('it does not update itself');
  await expect(about.section.getByRole('button', { name: 'Check for updates' })).toHaveCount(0);
});

test('after an update, a quiet notice says what changed, once', async ({ app }) => {
  const lock = new Lock(app);
  await openVault(app);
  await app.quit();
  const memory = join(app.profile, 'updates.json');
  const { version } = JSON.parse(readFileSync(memory, 'utf8')) as { readonly version: string };
  writeFileSync(memory, JSON.stringify({ version: '0.0.1', checkedAt: null }));

  await app.start();
  await lock.unlock();
  // Of the present start: each has a page of its own.
  const notice = () => app.page.getByText(`Daygrove is now ${version}.`);
  await expect(notice()).toBeVisible();
  await app.page.getByRole('button', { name: 'What changed' }).click();
  const dialog = app.page.getByRole('dialog', { name: `Daygrove is now ${version}.` });
  await expect(dialog.getByRole('listitem').first()).toContainText('A vault on this computer');
  // Whatever the language of the page.
  await expect(dialog.locator('[lang=en]')).toContainText('A vault on this computer');
  await expectAccessible(app, 'what changed');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await app.restart();
  await lock.unlock();
  await lock.unlocked();
  await expect(notice()).toHaveCount(0);
});
