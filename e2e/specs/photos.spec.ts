import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { Journal } from '../pages/journal.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

/** Pastes (or drops) a picture as another program would: PNG bytes, with words of the person's behind its end. */
async function give(
  field: Locator,
  by: 'paste' | 'drop',
  { name = 'Pond in March.png', width = 600, height = 400, colour = '#2f6b4f', words = '' } = {},
): Promise<void> {
  await field.evaluate(
    async (element, options) => {
      const canvas = new OffscreenCanvas(options.width, options.height);
      const context = canvas.getContext('2d')!;
      context.fillStyle = options.colour;
      context.fillRect(0, 0, options.width, options.height);
      const file = new File([await canvas.convertToBlob({ type: 'image/png' }), options.words], options.name, {
        type: 'image/png',
      });
      const data = new DataTransfer();
      data.items.add(file);
      const common = { bubbles: true, cancelable: true };
      const { left, top } = element.getBoundingClientRect();
      (element as HTMLElement).focus();
      element.dispatchEvent(
        options.by === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, ...common })
          : new DragEvent('drop', { dataTransfer: data, clientX: left + 4, clientY: top + 8, ...common }),
      );
    },
    { by, name, width, height, colour, words },
  );
}

/** Pixels of what is drawn. */
function sizeOf(canvas: Locator): Promise<number[]> {
  return canvas.evaluate((element) => [(element as HTMLCanvasElement).width, (element as HTMLCanvasElement).height]);
}

/** Red, green and blue in its middle. */
function colourOf(canvas: Locator): Promise<number[]> {
  return canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const { data } = (element as HTMLCanvasElement).getContext('2d')!.getImageData(width / 2, height / 2, 1, 1);
    return [...data].slice(0, 3);
  });
}

const photos = (scope: Locator): Locator => scope.locator('[data-photo][data-state=shown]');

test('a picture that is pasted is sealed into the vault, drawn from there, and there again after a restart', async ({
  app,
}) => {
  const today = new Today(app);
  await openVault(app);
  await today.write('The pond is thawing.');
  await today.text().press('ControlOrMeta+End');
  await give(today.text(), 'paste', { words: MARKER });
  await expect(photos(today.text())).toHaveCount(1);
  await expect(today.saved()).toBeVisible();
  await expect(photos(today.text())).toHaveAccessibleName('Pond in March');
  expect(await sizeOf(photos(today.text()).locator('canvas'))).toEqual([480, 320]);

  await app.restart();
  await new Lock(app).unlock();
  const again = new Today(app);
  await expect(photos(again.text())).toHaveCount(1);
  const rgb = await colourOf(photos(again.text()).locator('canvas'));
  for (const [index, value] of [0x2f, 0x6b, 0x4f].entries()) expect(Math.abs(rgb[index]! - value)).toBeLessThan(6);
  await expect(again.text()).toContainText('The pond is thawing.');
});

test('pictures are dropped and chosen, scaled down, seen large, and walked through by keys', async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  await today.write('Two views.');
  await give(today.text(), 'drop', { name: 'IMG_0001.png', width: 3000, height: 1500, colour: '#c03020' });
  await expect(photos(today.text())).toHaveCount(1);
  const small = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const chooser = app.page.waitForEvent('filechooser');
  await today.entries.first().getByRole('button', { name: 'Add photos' }).click();
  await (
    await chooser
  ).setFiles([
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') },
    { name: 'dot.png', mimeType: 'image/png', buffer: small },
  ]);
  await expect(photos(today.text())).toHaveCount(2);
  // What is no picture is a file in the text.
  await expect(today.text().locator('[data-file]')).toHaveText('notes.txt');
  await expect(today.saved()).toBeVisible();

  const wide = today.text().locator('canvas[width="480"]');
  await wide.dblclick();
  const viewer = app.page.getByRole('dialog', { name: 'Photo' });
  const large = viewer.locator('canvas[data-state=shown]');
  await expect(large).toBeVisible();
  await expect(viewer.getByText('A copy outside of the vault is plain')).toBeVisible();
  // Never wider than a screen shows.
  expect(await sizeOf(large)).toEqual([2048, 1024]);
  const name = (await large.getAttribute('aria-label'))!;
  await app.page.keyboard.press(name === 'Photo 1 of 2' ? 'ArrowRight' : 'ArrowLeft');
  await expect(large).toHaveAccessibleName(name === 'Photo 1 of 2' ? 'Photo 2 of 2' : 'Photo 1 of 2');
  expect(await sizeOf(large)).toEqual([1, 1]);
  await app.page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
  await expect(today.text()).toBeFocused();
});

test('a lock takes the pictures out of the page', async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  await give(today.text(), 'paste');
  await expect(photos(today.text())).toHaveCount(1);
  await expect(today.saved()).toBeVisible();
  await today.go('Lock');
  await expect(app.page.locator('[data-photo]')).toHaveCount(0);
  await expect(app.page.locator('canvas')).toHaveCount(0);
  await new Lock(app).unlock();
  await expect(photos(today.text())).toHaveCount(1);
});

test('the photos page shows every picture by its day, and leads to it', { tag: '@journey' }, async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  const open = async (): Promise<void> => {
    await today.go('Journal');
    await new Journal(app).part('Photos').click();
  };
  await open();
  await expect(app.page.getByRole('heading', { name: 'No photos or files yet' })).toBeVisible();
  await today.go('Today');
  await give(today.text(), 'paste', { name: 'Leeks.png' });
  await expect(photos(today.text())).toHaveCount(1);
  await expect(today.saved()).toBeVisible();
  await today.previousDay();
  await give(today.text(), 'paste', { name: 'Kettle.png', colour: '#203040' });
  await expect(photos(today.text())).toHaveCount(1);
  await expect(today.saved()).toBeVisible();

  await open();
  const grid = app.page.getByRole('list', { name: 'Photos' });
  await expect(grid.getByRole('listitem')).toHaveCount(2);
  await expect(grid.locator('canvas[data-state=shown]')).toHaveCount(2);
  await grid.getByRole('button', { name: 'Photo of November 22, 2026: Leeks' }).click();
  const viewer = app.page.getByRole('dialog', { name: 'Photo' });
  await expect(viewer.locator('canvas[data-state=shown]')).toHaveAccessibleName('Photo 1 of 2');
  await app.page.keyboard.press('Escape');
  await expect(grid.getByRole('button', { name: 'Photo of November 22, 2026: Leeks' })).toBeFocused();
  await grid.getByRole('button', { name: 'Go to November 21, 2026' }).click();
  await expect(today.heading).toHaveText('Saturday, November 21');
});
