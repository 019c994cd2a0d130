import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags } from './chromium-flags.ts';

export interface BrowserWindow {
  /** Settles when the window's process has ended, however it ended. */
  readonly ended: Promise<void>;
  /** Ends it, and removes its folder. */
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly executable: string;
  readonly url: string;
  readonly runningAsRoot: boolean;
}

/**
 * Opens the page in a window without a browser's frame. A user-data folder of its own makes the process ours: with the person's,
 * Chromium would hand the address to a browser that runs already, and end.
 */
export function openWindow({ executable, url, runningAsRoot }: WindowOptions): BrowserWindow {
  const folder = mkdtempSync(join(tmpdir(), 'daygrove-window-'));
  const flags = [
    ...chromiumFlags({ runningAsRoot }),
    `--user-data-dir=${folder}`,
    '--window-size=1180,800',
    `--app=${url}`,
  ];
  const browser = spawn(executable, flags, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => {
    browser.once('exit', () => resolve());
    browser.once('error', () => resolve());
  }).then(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return {
    ended,
    close: () => {
      browser.kill();
      return ended;
    },
  };
}
