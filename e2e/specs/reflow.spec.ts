import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { startWithSample } from '../support/sample-start.ts';
import { expectFits } from '../support/fits.ts';

const TODAY = '2026-11-22';

/** The least window, usual ones, 4K, and a window of 1280 by 1024 at 200 % and at 400 %. */
const SIZES = [
  { width: 900, height: 600 },
  { width: 1280, height: 800 },
  { width: 3840, height: 2160 },
  { width: 640, height: 512 },
  { width: 320, height: 256 },
] as const;

interface Place {
  readonly command: string;
  readonly isThere: (app: AppUnderTest) => Promise<void>;
}

const heading =
  (name: string | RegExp) =>
  ({ page }: AppUnderTest) =>
    expect(page.getByRole('main').getByRole('heading', { level: 1, name })).toBeVisible();

const ROOMS: readonly Place[] = [
  {
    command: 'Go to today',
    isThere: ({ page }) => expect(page.getByRole('main').getByRole('article').first()).toBeVisible(),
  },
  { command: 'Go to journal', isThere: ({ page }) => expect(page.getByRole('article').first()).toBeVisible() },
  { command: 'Go to calendar', isThere: ({ page }) => expect(page.getByText(/days with entries/)).toBeVisible() },
  { command: 'Go to habits', isThere: ({ page }) => expect(page.getByRole('gridcell').first()).toBeVisible() },
  { command: 'Go to insights', isThere: ({ page }) => expect(page.getByRole('slider').first()).toBeVisible() },
  { command: 'Month in review', isThere: ({ page }) => expect(page.getByRole('table').first()).toBeVisible() },
  { command: 'Go to tags', isThere: heading('Tags') },
  { command: 'Open the trash', isThere: heading('Trash') },
  {
    command: 'Search all entries',
    isThere: ({ page }) => expect(page.getByRole('main').getByRole('combobox')).toBeVisible(),
  },
  { command: 'Settings', isThere: ({ page }) => expect(page.getByRole('radiogroup', { name: 'Theme' })).toBeVisible() },
];

const DIALOGS = ['New habit', 'Export…', 'Restore a backup…', 'Verify my vault…', 'Keyboard shortcuts'] as const;

async function run({ page }: AppUnderTest, command: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Command' }).fill(command.replace('…', ''));
  await dialog.getByRole('option', { name: command }).first().click();
}

test('every room and dialog fits from the least window to 4K, at 200 % and at 400 %', async ({ app }) => {
  test.setTimeout(300_000);
  await startWithSample(app, TODAY);
  const { page } = app;
  for (const size of SIZES) {
    await test.step(`${String(size.width)} by ${String(size.height)}`, async () => {
      await page.setViewportSize(size);
      for (const { command, isThere } of ROOMS) {
        await run(app, command);
        await isThere(app);
        await expectFits(app, `${command} at ${String(size.width)}`);
      }
      for (const command of DIALOGS) {
        await run(app, command);
        await expect(page.getByRole('dialog').getByRole('heading').first()).toBeVisible();
        await expectFits(app, `${command} at ${String(size.width)}`);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toBeHidden();
      }
    });
  }
  await test.step('on a large screen no line is longer than it is to be read', async () => {
    await page.setViewportSize({ width: 3840, height: 2160 });
    await run(app, 'Go to today');
    const text = page
      .getByRole('main')
      .getByRole('textbox', { name: /^Entry/ })
      .first();
    const signs = await text.evaluate((element) => {
      const { fontSize } = getComputedStyle(element);
      return element.getBoundingClientRect().width / (0.523 * Number.parseFloat(fontSize));
    });
    expect(signs).toBeLessThan(68);
  });
});
