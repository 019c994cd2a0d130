import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { HabitView } from '../pages/habit-page.ts';
import { Habits } from '../pages/habits.ts';
import { Pauses } from '../pages/pauses.ts';
import { Journal } from '../pages/journal.ts';
import { Today } from '../pages/today.ts';
import { go } from '../screens/camera.ts';
import type { Shot } from '../screens/camera.ts';
import { closeAll } from './rooms.ts';

async function addFiles(page: Page): Promise<void> {
  const today = new Today({ page });
  const picture = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(60, 40);
    canvas.getContext('2d')!.fillRect(0, 0, 60, 40);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())];
  });
  const chooser = page.waitForEvent('filechooser');
  await today.entries.first().getByRole('button', { name: 'Add photos or files' }).click();
  await (
    await chooser
  ).setFiles([
    { name: 'Pond.png', mimeType: 'image/png', buffer: Buffer.from(picture) },
    { name: 'Seeds.txt', mimeType: 'text/plain', buffer: Buffer.from('leeks') },
  ]);
  await expect(today.text().locator('[data-file]')).toHaveText('Seeds.txt');
  await expect(today.text().locator('[data-photo][data-state=shown]')).toHaveCount(1);
  await expect(today.saved()).toBeVisible();
}

/** What opens from Today and a habit's page, behind the screens of HABITS, and the pictures. */
export const AROUND_HABITS: readonly Shot[] = [
  {
    name: 'pause',
    async arrive(page) {
      await closeAll(page);
      await go(page, 'Habits');
      const pauses = new Pauses({ page });
      await pauses.open();
      await pauses.begin();
      await pauses.dialog.waitFor();
    },
  },
  {
    name: 'habit-groups',
    async arrive(page) {
      await closeAll(page);
      const habits = new Habits({ page });
      await habits.openNew();
      await habits.openMore();
      await habits.group.focus();
      await habits.group.press('ArrowDown');
      await page.getByRole('listbox').waitFor();
    },
  },
  {
    name: 'habit-menu',
    async arrive(page) {
      await closeAll(page);
      await go(page, 'Today');
      await page
        .getByRole('button', { name: /^More for Read/u })
        .first()
        .click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'habit-page-menu',
    async arrive(page) {
      await closeAll(page);
      await new HabitView({ page }).open('Read');
      await page.locator('main[data-view=habit]').getByRole('heading', { level: 1 }).waitFor();
      await page.getByRole('main').getByRole('button', { name: /^More/u }).first().click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'with-files',
    async arrive(page) {
      await closeAll(page);
      await go(page, 'Today');
      await addFiles(page);
    },
  },
  {
    name: 'photos',
    async arrive(page) {
      await closeAll(page);
      await go(page, 'Journal');
      await new Journal({ page }).part('Photos').click();
      await page.getByRole('region', { name: 'Files' }).waitFor();
    },
  },
  {
    name: 'photo',
    async arrive(page) {
      await page
        .getByRole('main')
        .getByRole('button', { name: /^Photo of/u })
        .first()
        .click();
      await page.getByRole('dialog', { name: 'Photo' }).waitFor();
    },
  },
  {
    name: 'file',
    async arrive(page) {
      await closeAll(page);
      await page.getByRole('region', { name: 'Files' }).getByRole('button', { name: 'Seeds.txt' }).click();
      await page.getByRole('dialog', { name: 'File' }).waitFor();
    },
  },
];
