/**
 * `node scripts/tray-pictures.ts`: draws the icons of the tray and the numbers of the task bar, and writes them as src-main/electron/tray-pictures.ts. They are part of the
 * bundle and no files: a tray reads no file out of an archive on every system. Run it when the mark changes.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { format, resolveConfig } from 'prettier';
import { findBrowser } from '../src-main/browser-host/find-browser.ts';

const target = resolve(import.meta.dirname, '../src-main/electron/tray-pictures.ts');

/** On a Mac a template: black, and the system takes its alpha only. Elsewhere a green between light and dark panels. */
const BLACK = '#000000';
const GREEN = '#4f9f76';

/** The three trees of build/icon-small.svg without their tile, on the same grid of 16: each edge on a pixel. One colour, so the line stands apart by a gap. */
function mark(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><g fill="${colour}"><rect x="1" y="5" width="4" height="6" rx="1.7"/><rect x="2.5" y="10" width="1" height="3"/><rect x="6" y="1" width="4" height="9" rx="1.8"/><rect x="7.4" y="9" width="1.2" height="4"/><rect x="11" y="7" width="4" height="5" rx="1.7"/><rect x="12.5" y="11" width="1" height="2"/><rect x="1" y="13" width="14" height="1.4" rx="0.5"/></g></svg>`;
}

function badge(text: string): string {
  const size = text.length > 1 ? 15 : 18;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="12" fill="#2f6b4f"/><text x="12" y="12" dy="0.36em" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="${String(size)}" fill="#ffffff">${text}</text></svg>`;
}

async function png(page: Page, svg: string, pixels: number): Promise<string> {
  await page.setViewportSize({ width: pixels, height: pixels });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${String(pixels)}px;height:${String(pixels)}px}</style>${svg}`,
  );
  return (await page.screenshot({ omitBackground: true })).toString('base64');
}

const executablePath = await findBrowser();
if (executablePath === null) throw new Error('There is no browser here to draw with.');
const browser = await chromium.launch({
  executablePath,
  ...(process.getuid?.() === 0 ? { args: ['--no-sandbox'] } : {}),
});
const page = await browser.newPage();
const pictures = async (colour: string, points: number, scales: readonly number[]) => {
  const drawn = [];
  for (const scaleFactor of scales) {
    drawn.push({ scaleFactor, png: await png(page, mark(colour), points * scaleFactor) });
  }
  return drawn;
};
const tray = {
  mac: await pictures(BLACK, 16, [1, 2]),
  windows: await pictures(GREEN, 16, [1, 1.25, 1.5, 2]),
  linux: await pictures(GREEN, 22, [1, 2]),
};
const badges: string[][] = [];
for (const text of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '9+']) {
  badges.push([await png(page, badge(text), 16), await png(page, badge(text), 32)]);
}
await browser.close();

const source = `/** Drawn by scripts/tray-pictures.ts; not by hand. PNG in base64. */
export interface ScaledPicture { readonly scaleFactor: number; readonly png: string }

export const TRAY_PICTURES: Readonly<Record<'mac' | 'windows' | 'linux', readonly ScaledPicture[]>> = ${JSON.stringify(tray)};

/** For 1 to 9, and for more: at 16 and at 32 pixels. */
export const BADGE_PICTURES: readonly (readonly [string, string])[] = ${JSON.stringify(badges)};
`;
writeFileSync(target, await format(source, { ...(await resolveConfig(target)), parser: 'typescript' }));
