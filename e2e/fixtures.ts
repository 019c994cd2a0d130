import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Words } from '../src-shared/intl/choose-language.ts';
import { electronReadiness, thisMachine } from '../scripts/electron-ready.ts';
import { hostEnvironment, startBrowserHost } from './hosts/browser-host.ts';
import { startChromium } from './hosts/chromium.ts';
import type { Chromium } from './hosts/chromium.ts';
import { startElectronHost } from './hosts/electron-host.ts';
import { evidenceFolder } from './hosts/evidence.ts';
import type { ElectronRunningHost, RunningHost, SecondStart } from './hosts/host.ts';
import { onlyByKeys } from './support/by-keys.ts';
import { DenyingProxy } from './support/denying-proxy.ts';
import { SyncServer } from './support/sync-server/sync-server.ts';
import { keychainFile, setKeychain } from './support/keychain-file.ts';
import { recordPage } from './support/page-records.ts';
import type { PageRecords } from './support/page-records.ts';
import { runFolder, workerFolder } from './support/run-folders.ts';
import { READY_PROFILE } from './support/ready-profile.ts';

export { expect };

export interface AppOptions {
  host: 'browser' | 'electron';
  /** With 'keys' everything a spec does to the page is done as somebody without a mouse does it (`support/by-keys.ts`). */
  input: 'any' | 'keys';
  /** What the profile holds at the first start: a locked, empty vault (`openVault` opens it), or nothing, as on a new computer. */
  vault: 'made' | 'none';
  /** ISO instant at which the app's clock starts; null: the system's clock. */
  clock: string | null;
  timeZone: string | null;
  idleLockSeconds: number | null;
  /** A folder beside the profile that the browser host answers with when it should ask for one; null: it cannot ask. */
  chosenFolder: string | null;
  /** Whether the browser host has a stand-in for the system's keychain: a file beside the profile (`e2e/support/keychain-file.ts`). */
  keychain: boolean;
  /** What every start is told to speak in the place of the system's language. */
  language: Words | null;
  /** A link to a place that every start is given. */
  open: string | null;
  /** Which code the browser host and its children run. */
  children: 'source' | 'built';
  /** Of Node, for the process of the browser host. */
  nodeFlags: readonly string[];
  /** Whether the page has a Chromium of its own, or one that all tests of a worker share, each with a window of its own: that saves a third of each start. */
  window: 'own' | 'shared';
  /** Whether the host and its Chromium are told of a proxy that denies everything. Of the browser host with a window of its own. */
  proxied: boolean;
  /** Messages of the console that the spec provokes. */
  expectedProblems: readonly RegExp[];
}

/** The app of one test: one profile folder, started as often as the spec likes. */
export interface AppUnderTest {
  /** Of the present start. */
  readonly page: Page;
  readonly profile: string;
  /**
   * Where exports go: plain files that the person asked for. It lies outside of what the marker search looks through, and goes with the test; everything else that a
   * spec writes, the profile that exported included, is searched.
   */
  readonly downloads: string;
  /** What was recorded of this test: requests.jsonl, titles.jsonl, console.jsonl, sockets.jsonl, output.txt. */
  readonly records: string;
  readonly requests: readonly string[];
  readonly origin: string;
  /** Of the app's own process, which has no keys. */
  readonly mainProcessId: number;
  /** Null where the spec has not asked for one. */
  readonly proxy: DenyingProxy | null;
  /** Closes the window and waits for the end of every process. */
  quit(): Promise<void>;
  /**
   * Starts on the same profile, after `quit`, `endApp` or `pullPlug`.
   * @param clock another moment than the one it would be by now
   * @param zone another place than before
   */
  start(clock?: string, zone?: string): Promise<void>;
  restart(): Promise<void>;
  /** Ends the app while its window is open. */
  endApp(): Promise<void>;
  /** SIGKILL to the app's process. */
  pullPlug(): Promise<void>;
  startSecond(): Promise<SecondStart>;
  storageProcessIds(): Promise<number[]>;
}

/** A server of a spec. What it keeps and what it was sent lies among the run's records, where the marker search looks. */
export interface ServerUnderTest {
  readonly server: SyncServer;
  readonly url: string;
  readonly token: string;
}

interface WorkerFixtures {
  /** The worker's Chromium, started when it is first asked for, and again where it has ended. */
  sharedChromium: () => Promise<Chromium>;
}

interface Fixtures {
  app: AppUnderTest;
  /** Only in specs of sync: the one address that the app may talk to. */
  sync: ServerUnderTest;
  /** Only in specs tagged @electron. */
  electron: ElectronRunningHost;
  run: { current: RunningHost | null; readonly app: AppUnderTest; readonly allowed: Set<string> };
}

const NO_ELECTRON = 'Not run in Electron: `npm run e2e -- --project=electron` says what is missing here.';
/** Asked once a worker: it may start a process. */
let isElectronReady: boolean | null = null;

export const test = base.extend<Fixtures & AppOptions, WorkerFixtures>({
  host: ['browser', { option: true }],
  input: ['any', { option: true }],
  vault: ['made', { option: true }],
  clock: ['2026-11-22T08:14:00Z', { option: true }],
  timeZone: ['Europe/Vienna', { option: true }],
  idleLockSeconds: [null, { option: true }],
  chosenFolder: [null, { option: true }],
  keychain: [false, { option: true }],
  language: [null, { option: true }],
  open: [null, { option: true }],
  // As the package has them; the build is as new as its sources, see global-setup.
  children: ['built', { option: true }],
  nodeFlags: [[], { option: true }],
  window: ['shared', { option: true }],
  proxied: [false, { option: true }],
  expectedProblems: [[], { option: true }],

  sharedChromium: [
    // Playwright reads the first parameter's pattern.
    // oxlint-disable-next-line eslint/no-empty-pattern
    async ({}, use, { workerIndex }) => {
      const runDirectory = workerFolder(workerIndex);
      const started: Promise<Chromium>[] = [];
      await use(async () => {
        const present = await started.at(-1);
        if (present?.browser.isConnected() === true) return present;
        const name = String(started.length + 1);
        const next = startChromium(runDirectory, name, hostEnvironment({ runDirectory }));
        started.push(next);
        return next;
      });
      await (await started.at(-1))?.end();
    },
    { scope: 'worker' },
  ],

  run: async (
    {
      host,
      input,
      vault,
      clock,
      timeZone,
      idleLockSeconds,
      chosenFolder,
      keychain,
      language,
      open,
      children,
      nodeFlags,
      window,
      sharedChromium,
      proxied,
      expectedProblems,
    },
    use,
    testInfo,
  ) => {
    if (host === 'electron') isElectronReady ??= electronReadiness(thisMachine()).ready;
    testInfo.skip(host === 'electron' && isElectronReady !== true, NO_ELECTRON);
    const runDirectory = runFolder(testInfo.testId, testInfo.repeatEachIndex);
    const profile = join(runDirectory, 'profile');
    const records = join(runDirectory, 'records');
    const evidence = evidenceFolder(`${host} ${testInfo.title}`);
    const downloads = mkdtempSync(join(tmpdir(), 'daygrove-downloads-'));
    if (proxied && (host !== 'browser' || window !== 'own')) throw new Error('Only a Chromium of its own has a proxy.');
    const proxy = proxied ? await DenyingProxy.start() : null;
    const seen: PageRecords = { requests: [], problems: [] };
    const origins = new Set<string>();
    const begun = Date.now();
    let starts = 0;

    const current = (): RunningHost => {
      if (run.current === null) throw new Error('The app does not run now.');
      return run.current;
    };
    const app: AppUnderTest = {
      get page() {
        return current().page;
      },
      profile,
      downloads,
      records,
      requests: seen.requests,
      proxy,
      get origin() {
        return current().origin;
      },
      get mainProcessId() {
        return current().mainProcessId;
      },
      async quit() {
        await current().quit();
        run.current = null;
      },
      async start(at, zone) {
        // What a plug that was pulled left open.
        await run.current?.quit();
        starts += 1;
        const start = host === 'electron' ? startElectronHost : startBrowserHost;
        run.current = await start({
          runDirectory,
          profile,
          downloads,
          // A restart does not set the clock back.
          clock: at ?? (clock === null ? null : new Date(Date.parse(clock) + Date.now() - begun).toISOString()),
          timeZone: zone ?? timeZone,
          idleLockSeconds,
          ...(chosenFolder === null ? {} : { chosenFolder: join(runDirectory, chosenFolder) }),
          ...(keychain ? { keychain: keychainFile(profile) } : {}),
          ...(open === null ? {} : { open }),
          ...(language === null ? {} : { language }),
          children,
          nodeFlags,
          ...(proxy === null ? {} : { proxy }),
          ...(evidence === null ? {} : { evidence }),
          ...(window === 'shared' ? { chromium: sharedChromium } : {}),
          start: starts,
          onPage: (page) => {
            if (input === 'keys') onlyByKeys(page);
            return recordPage(page, records, seen);
          },
        });
        origins.add(run.current.origin);
      },
      async restart() {
        await app.quit();
        await app.start();
      },
      endApp: () => current().endApp(),
      pullPlug: () => current().pullPlug(),
      startSecond: () => current().startSecond(),
      storageProcessIds: () => current().storageProcessIds(),
    };
    const allowed = new Set<string>();
    const run: Fixtures['run'] = { current: null, app, allowed };

    if (keychain) setKeychain(profile, 'well');
    if (vault === 'made') cpSync(READY_PROFILE, profile, { recursive: true });
    await app.start();
    await use(run);
    await run.current?.quit();
    await proxy?.close();
    rmSync(downloads, { recursive: true, force: true });

    // Held for every test, whatever it is about.
    const own = [...origins].flatMap((origin) => [`${origin}/`, `${origin.replace('http', 'ws')}/`]);
    expect.soft(seen.requests.filter((url) => !own.some((prefix) => url.startsWith(prefix)))).toEqual([]);
    const sockets = join(records, 'sockets.jsonl');
    const connections = (existsSync(sockets) ? readFileSync(sockets, 'utf8') : '').split('\n').filter(Boolean);
    const targets = connections.map((line) => (JSON.parse(line) as { target: string }).target);
    expect
      .soft(
        targets.filter((target) => !allowed.has(target)),
        'connections of the host and its children',
      )
      .toEqual([]);
    const unexpected = seen.problems.filter((text) => !expectedProblems.some((known) => known.test(text)));
    expect.soft(unexpected, 'errors and warnings of the page').toEqual([]);
  },

  app: ({ run }, use) => use(run.app),

  sync: async ({ run }, use) => {
    const token = 'a-token-for-specs';
    const seen = join(run.app.records, 'server-requests.bin');
    const server = await SyncServer.start({
      dir: join(run.app.records, 'server'),
      token,
      onRequest: ({ method, path, headers, body }) => {
        appendFileSync(seen, Buffer.concat([Buffer.from(`${method} ${path} ${JSON.stringify(headers)}\n`), body]));
      },
    });
    run.allowed.add(`127.0.0.1:${String(server.port)}`);
    await use({ server, url: server.url, token });
    await server.close();
  },

  electron: ({ run, host }, use) => {
    if (host !== 'electron') throw new Error('Tag the spec @electron.');
    return use(run.current as ElectronRunningHost);
  },
});
