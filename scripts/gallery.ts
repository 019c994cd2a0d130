/**
 * `npm run gallery`: every component in every state, light and dark beside each other, while one changes it.
 * `npm run gallery -- --screenshot FOLDER`: pictures of each part in both themes, and of all of it mirrored, large and in forced colours.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { createServer, preview } from 'vite';
import { findBrowser } from '../src-main/browser-host/find-browser.ts';
import { buildGallery, GALLERY } from './gallery-site.ts';

const PARTS = [
  'colour',
  'letters',
  'shapes',
  'buttons',
  'fields',
  'choices',
  'ticks',
  'days',
  'charts',
  'empty-states',
];
const COVERS = [
  'dialog-narrow',
  'dialog-wide',
  'dialog-broad',
  'dialog-danger',
  'menu',
  'notices',
  'broken',
  'no-words',
];
const WIDTH = 1180;

async function takeAll(browser: Browser, address: string, folder: string): Promise<number> {
  let taken = 0;
  const take = async (name: string, query: string, isForced = false): Promise<void> => {
    const page = await browser.newPage({
      viewport: { width: WIDTH, height: 760 },
      reducedMotion: 'reduce',
      forcedColors: isForced ? 'active' : 'none',
    });
    await page.goto(`${address}?pane&${query}`);
    await page.locator('h1, h2').first().waitFor();
    await page.evaluate(`document.fonts.ready.then(() => null)`);
    // The page scrolls inside itself: the window gets as high as what is in it.
    const height = await page.evaluate<number>(`document.querySelector("main")?.scrollHeight ?? 0`);
    await page.setViewportSize({ width: WIDTH, height: Math.max(400, Math.min(height, 8000)) });
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.close();
    taken += 1;
  };
  for (const theme of ['light', 'dark']) {
    for (const part of [...PARTS, ...COVERS]) await take(`${part}-${theme}`, `section=${part}&theme=${theme}`);
  }
  await take('all-mirrored', 'theme=light&mirrored');
  await take('all-large', 'theme=light&large');
  await take('all-forced', 'theme=light', true);
  return taken;
}

async function takePictures(folder: string): Promise<void> {
  const executablePath = await findBrowser();
  if (executablePath === null) throw new Error('There is no browser here to take pictures with.');
  const site = await mkdtemp(join(tmpdir(), 'daygrove-gallery-'));
  try {
    await buildGallery(site);
    await mkdir(folder, { recursive: true });
    const server = await preview({ ...GALLERY, build: { outDir: site }, preview: { port: 0, host: '127.0.0.1' } });
    const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
    try {
      const taken = await takeAll(browser, server.resolvedUrls?.local[0] ?? '', folder);
      process.stdout.write(`${String(taken)} pictures in ${folder}.\n`);
    } finally {
      await browser.close();
      await server.close();
    }
  } finally {
    await rm(site, { recursive: true, force: true });
  }
}

const { values } = parseArgs({ options: { screenshot: { type: 'string' } } });
if (values.screenshot === undefined) {
  const server = await createServer({ ...GALLERY, server: { ...GALLERY.server, host: '127.0.0.1' } });
  await server.listen();
  server.printUrls();
  // Where there is no screen there is nobody to open it for.
  if (
    process.platform !== 'linux' ||
    process.env['DISPLAY'] !== undefined ||
    process.env['WAYLAND_DISPLAY'] !== undefined
  ) {
    server.openBrowser();
  }
} else {
  await takePictures(resolve(values.screenshot));
}
