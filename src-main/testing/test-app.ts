/** For tests: the real application with its real child processes, in a folder of its own, and a client that calls as the page would. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel, Client, EventName } from '../../src-shared/contract/index.ts';
import type { Result } from '../../src-shared/result.ts';
import { openApp, type AppOptions } from '../app.ts';
import { CHILD_ENTRIES, createNodeSpawn } from '../browser-host/node-child.ts';
import type { App, PageKind } from '../host.ts';

export const TEST_ORIGIN = 'app://daygrove';
export const TEST_PASSPHRASE = 'correct horse battery staple';

/**
 * What the children of tests run: their sources, or, in the whole check, what was built of them a moment before. A bundle starts in half the time, and these tests start
 * hundreds.
 */
export const TESTED_CHILDREN = CHILD_ENTRIES[process.env['DAYGROVE_CHILDREN'] === 'built' ? 'built' : 'source'];

export interface TestApp {
  readonly app: App;
  readonly client: Client;
  readonly folder: string;
}

export async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'daygrove-test-'));
}

export async function openTestApp(folder: string, options: Partial<AppOptions> = {}): Promise<TestApp> {
  const opened = await openApp({
    profileDirectory: folder,
    clock: { offset: 0, zone: null },
    spawnChild: createNodeSpawn(TESTED_CHILDREN),
    host: 'browser',
    platform: 'linux',
    version: '0.0.0-test',
    trustedOrigin: () => TEST_ORIGIN,
    animations: false,
    idleLockSeconds: null,
    passphraseCost: 'floor',
    ...options,
  });
  if (!opened.ok) throw new Error(opened.detail);
  const { app } = opened;
  const client = clientOf(app);
  client.on('app.flush', () => void client.invoke('app.flushed', {}));
  return { app, client, folder };
}

export function clientOf(app: App, page: PageKind = 'main'): Client {
  return {
    invoke: (channel: Channel, input: unknown) =>
      app.handle({ origin: TEST_ORIGIN, isMainFrame: true, page }, channel, input) as Promise<Result<never>>,
    on: (event: EventName, listener: (payload: never) => void) =>
      app.onEvent((name, payload) => {
        if (name === event) listener(payload as never);
      }),
  };
}

/** The value of a result that must be good. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected a value, got ${result.error.code}`);
  return result.value;
}

/** Makes a vault and leaves it open. @returns its recovery key. */
export async function createVault(client: Client, passphrase = TEST_PASSPHRASE): Promise<string> {
  const { recoveryKey } = value(await client.invoke('vault.create', { passphrase }));
  value(await client.invoke('vault.confirm-recovery-key', { recoveryKey }));
  return recoveryKey;
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
