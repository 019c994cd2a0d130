import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { preview } from 'vite';
import type { PreviewServer } from 'vite';
import { buildGallery, GALLERY } from '../../scripts/gallery-site.ts';
import { findBrowser } from '../../src-main/browser-host/find-browser.ts';
import { breachesOf } from '../support/accessible.ts';

/** In the dark one those whose colours are of their own. */
const COVERS = { light: ['dialog-broad', 'menu', 'notices', 'broken'], dark: ['dialog-danger', 'notices'] } as const;

const ROLES = {
  'dialog-broad': 'dialog',
  'dialog-danger': 'dialog',
  menu: 'menu',
  notices: 'alert',
  broken: 'heading',
} as const;

let site: string;
let server: PreviewServer;
let browser: Browser;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await mkdtemp(join(tmpdir(), 'daygrove-gallery-'));
  await buildGallery(site);
  server = await preview({ ...GALLERY, build: { outDir: site }, preview: { port: 0, host: '127.0.0.1' } });
  const executablePath = await findBrowser();
  if (executablePath === null) throw new Error('There is no Chromium, Chrome or Edge on this machine.');
  browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
});

test.afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(site, { recursive: true, force: true });
});

// It is no part of the app, so one host is enough.
test('the gallery shows every component in both themes: accessible, whole, and without a word on the console @browser', async () => {
  test.setTimeout(180_000);
  const address = server.resolvedUrls?.local[0] ?? '';
  const page = await browser.newPage({ viewport: { width: 1180, height: 860 }, reducedMotion: 'reduce' });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));

  for (const theme of ['light', 'dark'] as const) {
    await test.step(`all that lies on the page, ${theme}`, async () => {
      await page.goto(`${address}?pane&theme=${theme}`);
      await expect(page.getByRole('heading', { name: 'Where there is nothing yet' })).toBeVisible();
      expect.soft(await breachesOf(page), theme).toEqual([]);
    });
    for (const cover of COVERS[theme]) {
      await test.step(`${cover}, ${theme}`, async () => {
        await page.goto(`${address}?pane&theme=${theme}&section=${cover}`);
        await expect(page.getByRole(ROLES[cover]).first()).toBeVisible();
        expect.soft(await breachesOf(page), `${cover}, ${theme}`).toEqual([]);
      });
    }
  }

  await test.step('mirrored and large nothing stands outside of the page', async () => {
    await page.goto(`${address}?pane&theme=light&mirrored&large`);
    await expect(page.getByRole('heading', { name: 'Where there is nothing yet' })).toBeVisible();
    const main = page.getByRole('main');
    expect(await main.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  });

  await test.step('both themes stand beside each other, and the switches reach them', async () => {
    await page.goto(address);
    await page.getByLabel('Show').selectOption('buttons');
    await page.getByLabel('Right to left').check();
    for (const theme of ['light', 'dark']) {
      const pane = page.frameLocator(`iframe[title="${theme}"]`);
      await expect(pane.locator(`html[data-theme="${theme}"][dir="rtl"]`)).toHaveCount(1);
      await expect(pane.getByRole('heading', { name: 'Buttons' })).toBeVisible();
    }
  });

  expect(complaints).toEqual([]);
  await page.close();
});
