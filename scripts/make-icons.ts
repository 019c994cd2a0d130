/**
 * `node scripts/make-icons.ts`: draws build/icon.svg, and its simpler sister for small sizes, with the browser of this machine, and writes every icon file that the packages
 * need. Run by hand after the drawing was changed; its files are kept with the sources, because a build machine may have no browser.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from '../src-main/browser-host/find-browser.ts';
import { writeIcns, writeIco } from './icon-files.ts';

/** Pixels. Up to here the drawing that is fitted to a grid of 16. */
const SMALL = 48;
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** Fields of icon.svg. A Mac keeps a margin around the tile, for its shadow; elsewhere the icon would look small beside others. */
const WHOLE = '0 0 1024 1024';
const INNER = '68 68 888 888';
const WINDOWS_SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256];

const build = resolve(import.meta.dirname, '../build');
const executablePath = await findBrowser();
if (executablePath === null) throw new Error('There is no browser here to draw the icons with.');
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  const page = await browser.newPage();
  const draw = async (size: number, field = WHOLE): Promise<Buffer> => {
    const drawing = readFileSync(join(build, size <= SMALL ? 'icon-small.svg' : 'icon.svg'), 'utf8').replace(
      `viewBox="${WHOLE}"`,
      `viewBox="${field}"`,
    );
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${String(size)}px;height:${String(size)}px}</style>${drawing}`,
    );
    return page.screenshot({ omitBackground: true });
  };
  const sizes = [...new Set([...LINUX_SIZES, ...WINDOWS_SIZES])];
  const pictures = [];
  const macPictures = [];
  for (const size of sizes) {
    pictures.push({ size, png: await draw(size, INNER) });
    macPictures.push({ size, png: await draw(size) });
  }

  mkdirSync(join(build, 'icons'), { recursive: true });
  for (const { size, png } of pictures) {
    if (LINUX_SIZES.includes(size)) writeFileSync(join(build, 'icons', `${String(size)}x${String(size)}.png`), png);
  }
  writeFileSync(join(build, 'icon.ico'), writeIco(pictures.filter(({ size }) => WINDOWS_SIZES.includes(size))));
  writeFileSync(join(build, 'icon.icns'), writeIcns(macPictures));
} finally {
  await browser.close();
}
