import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { chromiumFlags } from '../../src-main/browser-host/chromium-flags.ts';
import { findBrowser } from '../../src-main/browser-host/find-browser.ts';

const WINDOW_SIZE = { width: 1240, height: 900 };
/** What is left of it for the page in an app's window. */
const WINDOW_CONTENT = { width: 1240, height: 844 };

/** Chromium with the very flags of the product's own window, driven over its debugging port. */
export interface Chromium {
  readonly browser: Browser;
  /**
   * Another window, with nothing in it that an earlier one got: cookies are all that it would share. It is a popup, which like an app's window has no toolbar: a window
   * with tabs, or a new context, costs more than a new Chromium.
   */
  openWindow(): Promise<Page>;
  /** Closes it, and waits for the end of its process and of its network log. */
  end(): Promise<void>;
}

/**
 * @param folder everything that it writes lies below it, its network log in `records`
 * @param name of this start, where one folder sees several
 * @param flagsOf what is made of the product's flags
 */
export async function startChromium(
  folder: string,
  name: string,
  environment: NodeJS.ProcessEnv,
  flagsOf: (product: readonly string[]) => readonly string[] = (product) => product,
): Promise<Chromium> {
  const executable = await findBrowser();
  if (executable === null) throw new Error('There is no Chromium, Chrome or Edge on this machine.');
  mkdirSync(join(folder, 'records'), { recursive: true });
  const flags = [
    ...flagsOf(chromiumFlags({ runningAsRoot: process.getuid?.() === 0 })),
    `--user-data-dir=${join(folder, `window-${name}`)}`,
    `--log-net-log=${join(folder, 'records', `net-log-${name}.json`)}`,
    `--window-size=${String(WINDOW_SIZE.width)},${String(WINDOW_SIZE.height)}`,
    '--lang=en-US',
    '--headless',
    '--remote-debugging-port=0',
    // The page is loaded by the spec's own order, when everything that records is in place.
    '--app=data:text/plain,',
  ];
  const child = spawn(executable, flags, { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  const browser = await chromium.connectOverCDP(await endpointOf(child));
  return {
    browser,
    async openWindow() {
      const context = browser.contexts()[0]!;
      await context.clearCookies();
      const [page] = await Promise.all([
        context.waitForEvent('page'),
        context.pages()[0]!.evaluate(() => void window.open('about:blank', '_blank', 'popup,noopener')),
      ]);
      await page.setViewportSize(WINDOW_CONTENT);
      return page;
    },
    async end() {
      if (browser.isConnected()) {
        // A headless Chromium goes on without a window. Ended by a signal it would leave its network log unfinished.
        const session = await browser.newBrowserCDPSession();
        await session.send('Browser.close').catch(() => {
          // The answer may be lost with the connection.
        });
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

function endpointOf(child: ChildProcess): Promise<string> {
  let errors = '';
  return new Promise((settle, fail) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
      const match = /DevTools listening on (\S+)/.exec(errors);
      if (match?.[1] !== undefined) settle(match[1]);
    });
    child.once('exit', () => fail(new Error(`Chromium ended at once:\n${errors}`)));
    child.once('error', fail);
  });
}
