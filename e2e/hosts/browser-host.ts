import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { CHILD_ENTRIES } from '../../src-main/browser-host/node-child.ts';
import { childrenOf } from '../support/child-processes.ts';
import { startChromium } from './chromium.ts';
import { traceStart } from './evidence.ts';
import { hostFlags } from './host.ts';
import type { HostOptions, RunningHost, SecondStart } from './host.ts';

const root = resolve(import.meta.dirname, '../..');
/** What is started as the browser host: as `npm start` starts it, or as the build put it into one file, which starts in half the time. */
export const hostMain = join(root, 'src-main', 'browser-host', 'main.ts');
const builtHostMain = (folder = root): string => join(folder, 'out', 'browser-host', 'main.js');
const recorder = join(root, 'e2e', 'support', 'record-sockets.ts');
const READY = /^daygrove-host ready (\S+)$/m;

interface Started {
  readonly process: ChildProcess;
  readonly entryUrl: string;
}

/** The host's environment in a spec. Makes the folders that it names. */
export function hostEnvironment({
  runDirectory,
  children = 'source',
  proxy,
}: Pick<HostOptions, 'runDirectory' | 'children' | 'proxy'>): NodeJS.ProcessEnv {
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
    ...proxy?.environment,
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
  const main = options.children === 'built' ? builtHostMain(options.builtIn) : hostMain;
  const child = spawn(
    process.execPath,
    [...(options.nodeFlags ?? []), '--import', recorder, main, '--no-open', ...hostFlags(options)],
    {
      env: hostEnvironment(options),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
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

/** A page in a window of the Chromium that is given, or in a Chromium of its own. @param host settles when it is ready */
async function openPage(
  options: HostOptions,
  host: Promise<Started>,
): Promise<{ readonly page: Page; readonly end: () => Promise<void> }> {
  if (options.chromium !== undefined) {
    const page = await (await options.chromium()).openWindow();
    return { page, end: () => Promise.resolve() };
  }
  const { proxy, runDirectory, start } = options;
  // Which address is spoken to without the proxy is known when the host is ready; without a proxy nobody waits.
  const direct = proxy === undefined ? '' : new URL((await host).entryUrl).host;
  const own = await startChromium(runDirectory, String(start), hostEnvironment(options), (product) =>
    proxy === undefined ? product : proxy.chromiumFlags(product, direct),
  );
  const page = own.browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('Chromium opened no window.');
  return { page, end: () => own.end() };
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

export async function startBrowserHost(options: HostOptions): Promise<RunningHost> {
  mkdirSync(join(options.runDirectory, 'records'), { recursive: true });
  // Both at once: neither needs the other before the page is loaded.
  const starting = startHost(options);
  const [host, { page, end: endWindow }] = await Promise.all([starting, openPage(options, starting)]);
  await options.onPage(page);
  let endTrace =
    options.evidence === undefined ? null : await traceStart(page.context(), options.evidence, options.start);
  await page.goto(host.entryUrl);

  const closePage = async (): Promise<void> => {
    await endTrace?.();
    endTrace = null;
    if (!page.isClosed()) await page.close();
  };
  const endHost = async (): Promise<void> => {
    if (host.process.exitCode === null && host.process.signalCode === null) host.process.kill('SIGTERM');
    const code = await ended(host.process);
    if (code !== 0 && host.process.signalCode === null) throw new Error(`The host ended with code ${String(code)}.`);
  };

  return {
    page,
    mainProcessId: host.process.pid ?? NaN,
    origin: new URL(host.entryUrl).origin,
    async quit() {
      // The window first, as a person does; behind it nothing waits for the other.
      await closePage();
      await Promise.all([endWindow(), endHost()]);
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
