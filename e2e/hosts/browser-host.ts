import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { chromiumFlags } from '../../src-main/browser-host/chromium-flags.ts';
import { CHILD_ENTRIES } from '../../src-main/browser-host/node-child.ts';
import { findBrowser } from '../../src-main/browser-host/find-browser.ts';
import { childrenOf } from '../support/child-processes.ts';
import { hostFlags } from './host.ts';
import type { HostOptions, RunningHost, SecondStart } from './host.ts';

const root = resolve(import.meta.dirname, '../..');
/** What is started as the browser host. */
export const hostMain = join(root, 'src-main', 'browser-host', 'main.ts');
const recorder = join(root, 'e2e', 'support', 'record-sockets.ts');
const READY = /^daygrove-host ready (\S+)$/m;

interface Started {
  readonly process: ChildProcess;
  readonly entryUrl: string;
}

/** The host's environment in a spec. Makes the folders that it names. */
export function hostEnvironment({ runDirectory, children = 'source' }: HostOptions): NodeJS.ProcessEnv {
  const folder = (name: string): string => {
    const path = join(runDirectory, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const {
    XDG_CONFIG_HOME: _config,
    XDG_CACHE_HOME: _cache,
    XDG_DATA_HOME: _data,
    NODE_OPTIONS: _options,
    ...inherited
  } = process.env;
  return {
    ...inherited,
    // Whatever the app or Chromium leaves in a home or a temporary folder is then in the marker search.
    HOME: folder('home'),
    TMPDIR: folder('tmp'),
    LANGUAGE: 'en_US',
    DAYGROVE_PASSPHRASE_COST: 'floor',
    DAYGROVE_CHILDREN: children,
    DAYGROVE_RECORD_SOCKETS: join(folder('records'), 'sockets.jsonl'),
  };
}

function spawnHost(options: HostOptions): { readonly child: ChildProcess; readonly output: () => string } {
  const child = spawn(process.execPath, ['--import', recorder, hostMain, '--no-open', ...hostFlags(options)], {
    env: hostEnvironment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      appendFileSync(join(options.runDirectory, 'records', 'output.txt'), text);
    });
  }
  return { child, output: () => output };
}

async function startHost(options: HostOptions): Promise<Started> {
  const { child, output } = spawnHost(options);
  const ready = new Promise<string>((settle, fail) => {
    child.stdout?.on('data', () => {
      const match = READY.exec(output());
      if (match?.[1] !== undefined) settle(match[1]);
    });
    child.once('exit', (code) =>
      fail(new Error(`The host ended with code ${String(code)} before it was ready:\n${output()}`)),
    );
    child.once('error', fail);
  });
  return { process: child, entryUrl: await ready };
}

/** Chromium with the very flags of the product's own window, driven over its debugging port. */
async function openWindow(
  options: HostOptions,
  executable: string,
): Promise<{ browser: Browser; child: ChildProcess }> {
  const flags = [
    ...chromiumFlags({ runningAsRoot: process.getuid?.() === 0 }),
    `--user-data-dir=${join(options.runDirectory, `window-${String(options.start)}`)}`,
    `--log-net-log=${join(options.runDirectory, 'records', `net-log-${String(options.start)}.json`)}`,
    '--window-size=1240,900',
    '--lang=en-US',
    '--headless',
    '--remote-debugging-port=0',
    // The page is loaded by the spec's own order, when everything that records is in place.
    '--app=data:text/plain,',
  ];
  const child = spawn(executable, flags, { env: hostEnvironment(options), stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  const endpoint = await new Promise<string>((settle, fail) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
      const match = /DevTools listening on (\S+)/.exec(errors);
      if (match?.[1] !== undefined) settle(match[1]);
    });
    child.once('exit', () => fail(new Error(`Chromium ended at once:\n${errors}`)));
    child.once('error', fail);
  });
  return { browser: await chromium.connectOverCDP(endpoint), child };
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

export async function startBrowserHost(options: HostOptions): Promise<RunningHost> {
  const executable = await findBrowser();
  if (executable === null) throw new Error('There is no Chromium, Chrome or Edge on this machine.');
  mkdirSync(join(options.runDirectory, 'records'), { recursive: true });
  // Both at once: neither needs the other before the page is loaded.
  const [host, { browser, child: window }] = await Promise.all([startHost(options), openWindow(options, executable)]);
  const page: Page | undefined = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('Chromium opened no window.');
  await options.onPage(page);
  await page.goto(host.entryUrl);

  const closePage = async (): Promise<void> => {
    if (browser.isConnected() && !page.isClosed()) await page.close();
  };
  const endBrowser = async (): Promise<void> => {
    if (browser.isConnected()) {
      // A headless Chromium goes on without a window. Ended by a signal it would leave its network log unfinished.
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => {
        // The answer may be lost with the connection.
      });
    }
    await ended(window);
  };
  const endHost = async (): Promise<void> => {
    if (host.process.exitCode === null && host.process.signalCode === null) host.process.kill('SIGTERM');
    const code = await ended(host.process);
    if (code !== 0 && host.process.signalCode === null) throw new Error(`The host ended with code ${String(code)}.`);
  };

  return {
    page,
    origin: new URL(host.entryUrl).origin,
    async quit() {
      // The window first, as a person does; behind it nothing waits for the other.
      await closePage();
      await Promise.all([endBrowser(), endHost()]);
    },
    endApp: endHost,
    async pullPlug() {
      host.process.kill('SIGKILL');
      await ended(host.process);
    },
    async startSecond(): Promise<SecondStart> {
      const { child, output } = spawnHost(options);
      return { exitCode: await ended(child), output: output() };
    },
    storageProcessIds: () =>
      Promise.resolve(childrenOf(host.process.pid ?? -1, CHILD_ENTRIES[options.children ?? 'source'].storage)),
  };
}
