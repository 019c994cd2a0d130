import { chromium } from 'playwright';
import { chromiumFlags } from './chromium-flags.ts';

export interface ScreenshotOptions {
  readonly executable: string;
  readonly url: string;
  /** A PNG file. */
  readonly file: string;
  readonly runningAsRoot: boolean;
}

/** Opens the page without a window and takes a picture of its first screen. Throws when no heading appears in half a minute. */
export async function takeScreenshot({ executable, url, file, runningAsRoot }: ScreenshotOptions): Promise<void> {
  const browser = await chromium.launch({
    executablePath: executable,
    headless: true,
    args: chromiumFlags({ runningAsRoot }),
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1180, height: 800 } });
    await page.goto(url);
    await page.getByRole('heading').first().waitFor({ state: 'visible', timeout: 30_000 });
    await page.screenshot({ path: file });
  } finally {
    await browser.close();
  }
}
