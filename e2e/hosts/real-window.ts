import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { findBrowser, isExecutable } from '../../src-main/browser-host/find-browser.ts';
import { hostEnvironment, hostMain } from './browser-host.ts';
import { hostFlags } from './host.ts';
import type { HostOptions } from './host.ts';

/** A screen that nobody sees. */
export interface VirtualScreen {
  /** As in DISPLAY. */
  readonly display: string;
  close(): Promise<void>;
}

/** Null where there is no Xvfb. */
export async function openVirtualScreen(): Promise<VirtualScreen | null> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const xvfb = folders.map((folder) => join(folder, 'Xvfb')).find((path) => isExecutable(path));
  if (process.platform !== 'linux' || xvfb === undefined) return null;
  const parameters = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
  const child = spawn(xvfb, parameters, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = (await once(child.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
  return {
    display: `:${number.toString().trim()}`,
    async close() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

/** The browser host as a person starts it, with the window that it opens itself. */
export interface RealWindow {
  readonly page: Page;
  readonly hostPid: number;
  /** Of Chromium's own first process. */
  readonly windowPid: number;
  /** What the host wrote so far. */
  readonly output: () => string;
  /** The host's exit code. */
  readonly ended: Promise<number | null>;
}

/** `nodeFlags` are put before the host's file. */
export async function startRealWindow(
  options: HostOptions,
  display: string,
  nodeFlags: readonly string[] = [],
): Promise<RealWindow> {
  const executable = await findBrowser();
  if (executable === null) throw new Error('There is no Chromium, Chrome or Edge on this machine.');
  const bin = join(options.runDirectory, `bin-${String(options.start)}`);
  const pidFile = join(bin, 'pid');
  mkdirSync(bin);
  // The product's window has no port to drive it by; this one has, and is otherwise the same.
  const script = `#!/bin/sh\necho $$ > '${pidFile}'\nexec '${executable}' --remote-debugging-port=0 "$@"\n`;
  writeFileSync(join(bin, 'chromium'), script);
  chmodSync(join(bin, 'chromium'), 0o755);

  const environment = hostEnvironment(options);
  const temporary = environment['TMPDIR'] ?? '';
  const windowFolders = (): string[] => readdirSync(temporary).filter((name) => name.startsWith('daygrove-window-'));
  // One of an earlier start that is still being removed names a port that nobody listens to any more.
  const before = windowFolders();
  const child = spawn(process.execPath, [...nodeFlags, hostMain, ...hostFlags(options)], {
    env: { ...environment, DISPLAY: display, PATH: `${bin}${delimiter}${environment['PATH'] ?? ''}` },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, as a terminal gives to what is started in it.
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const ended = new Promise<number | null>((settle) => child.once('exit', (code) => settle(code)));

  const portFile = (): string | undefined =>
    windowFolders()
      .filter((name) => !before.includes(name))
      .map((name) => join(temporary, name, 'DevToolsActivePort'))
      .find((path) => existsSync(path) && readFileSync(path, 'utf8').includes('\n'));
  await expect.poll(portFile, { message: 'the window’s port', timeout: 30_000 }).toBeDefined();
  const [port = ''] = readFileSync(portFile() ?? '', 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('Chromium opened no window.');
  await page.getByRole('heading').first().waitFor();
  return {
    page,
    hostPid: child.pid ?? NaN,
    windowPid: Number(readFileSync(pidFile, 'utf8')),
    output: () => output,
    ended,
  };
}
