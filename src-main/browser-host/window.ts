import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserLanguage } from '../../src-shared/intl/choose-language.ts';
import { chromiumFlags } from './chromium-flags.ts';
import { withoutCoreDumps } from './without-core-dumps.ts';

export interface BrowserWindow {
  /** Settles when the window's process has ended, however it ended, and its folder is removed. */
  readonly ended: Promise<void>;
  /** Asks it to end; after `patienceMs` milliseconds it is not asked any more. */
  close(patienceMs: number): Promise<void>;
}

export interface WindowOptions {
  readonly executable: string;
  /** Of this host; with the token. */
  readonly url: string;
  readonly runningAsRoot: boolean;
  /** Where the window's folder is made. */
  readonly parentFolder: string;
  /** Of Chromium's own words, and of its fields for a date or a time. Null: as the system is. */
  readonly language: BrowserLanguage | null;
}

/**
 * Opens the page in a window without a browser's frame. A user-data folder of its own makes the process ours: with the person's,
 * Chromium would hand the address to a browser that runs already, and end.
 */
export function openWindow({ executable, url, runningAsRoot, parentFolder, language }: WindowOptions): BrowserWindow {
  // 0700, as mkdtemp makes it.
  const folder = mkdtempSync(join(parentFolder, 'daygrove-window-'));
  const flags = [
    ...chromiumFlags({ runningAsRoot }),
    `--user-data-dir=${folder}`,
    '--window-size=1180,800',
    ...(language === null ? [] : [`--lang=${language}`]),
    `--app=${pathToFileURL(writeEntryFile(folder, url)).href}`,
  ];
  const posix = process.platform !== 'win32';
  const [command, parameters] = withoutCoreDumps(executable, flags);
  // A process group of its own: Ctrl+C in the terminal is for the host, which first lets the page write what is being typed.
  const browser = spawn(command, parameters, {
    stdio: 'ignore',
    detached: posix,
    // On Linux Chromium asks GLib, and not its own switch.
    ...(language === null ? {} : { env: { ...process.env, LANGUAGE: language.replace('-', '_') } }),
  });
  const killNow = (): void => {
    if (browser.exitCode !== null || browser.signalCode !== null) return;
    if (posix && browser.pid !== undefined) killGroup(browser.pid);
    else browser.kill('SIGKILL');
  };
  const watch = posix && browser.pid !== undefined ? endGroupWithUs(browser.pid) : null;
  const removeFolder = (): void => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch {
      // Somebody holds a file of it (Windows). An incognito window left nothing of the journal there.
    }
  };
  const onExit = (): void => {
    killNow();
    removeFolder();
  };
  process.once('exit', onExit);

  const ended = new Promise<void>((resolve) => {
    browser.once('exit', () => resolve());
    browser.once('error', () => resolve());
  }).then(() => {
    process.off('exit', onExit);
    watch?.kill('SIGKILL');
    // Chromium's first process may be gone before those that it started: they would write into the folder while it is removed, and leave it.
    if (posix && browser.pid !== undefined) killGroup(browser.pid);
    removeFolder();
  });
  return {
    ended,
    async close(patienceMs) {
      browser.kill();
      const deadline = setTimeout(killNow, patienceMs);
      await ended;
      clearTimeout(deadline);
    },
  };
}

/** A page that leads to the address. On the command line its token would be for every user of the machine to read. */
function writeEntryFile(folder: string, url: string): string {
  const file = join(folder, 'daygrove.html');
  const html = `<!doctype html><meta charset="utf-8"><title>Daygrove</title><meta http-equiv="refresh" content="0;url=${url}">`;
  writeFileSync(file, html, { mode: 0o600, flag: 'wx' });
  return file;
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

/** Kills the group when this process is gone, also by SIGKILL: then nobody else is left who could. Its end is the end of a pipe. */
function endGroupWithUs(pid: number): ChildProcess {
  const script = 'read -r _; kill -s KILL -- "-$0"';
  const watch = spawn('/bin/sh', ['-c', script, String(pid)], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  // Without it only a host that is killed leaves its window behind.
  watch.on('error', () => {});
  watch.stdin?.on('error', () => {});
  return watch;
}
