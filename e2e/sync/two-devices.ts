/** For tests: devices, each the real application with its real processes in a folder of its own, and a server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SyncStatus } from '../../src-shared/contract/sync.ts';
import type { AppOptions } from '../../src-main/app.ts';
import type { SyncTiming } from '../../src-main/session/sync-session.ts';
import { openTestApp, TEST_PASSPHRASE, value, type TestApp } from '../../src-main/testing/test-app.ts';
import { SyncServer, type SyncServerOptions } from '../support/sync-server/sync-server.ts';

export const TOKEN = 'a-token-for-tests';

/** Nothing happens by itself, except what a test waits for: cycles are asked for. */
export const BY_HAND: Partial<SyncTiming> = {
  debounceMs: 3_600_000,
  maxDebounceMs: 3_600_000,
  intervalMs: 3_600_000,
  backOffMs: 3_600_000,
  maxBackOffMs: 3_600_000,
};

export interface Device extends TestApp {
  /** Starts a cycle and waits for its end. */
  sync(): Promise<SyncStatus>;
  status(): Promise<SyncStatus>;
  /** Waits for a status that fits. */
  until(fits: (status: SyncStatus) => boolean): Promise<SyncStatus>;
  write(id: string, body: string, base?: string): Promise<{ body: string; revision: string; conflicts: number }>;
  body(id: string): Promise<string | null>;
  connect(url: string, token?: string): Promise<SyncStatus>;
}

const OFF: SyncStatus = {
  state: 'off',
  problem: null,
  url: null,
  waiting: 0,
  syncedAt: null,
  nextAt: null,
  progress: null,
  bytesThisMonth: 0,
  conflicts: 0,
  notices: { unreadable: 0, missingFrom: [], clockAhead: [], passphraseChanged: false },
};

export class Workbench {
  readonly root: string;
  readonly #closing: (() => Promise<void>)[] = [];
  #count = 0;

  private constructor(root: string) {
    this.root = root;
  }

  static async make(): Promise<Workbench> {
    return new Workbench(await mkdtemp(join(tmpdir(), 'daygrove-sync-')));
  }

  folder(name: string): string {
    return join(this.root, name);
  }

  async server(options: Partial<SyncServerOptions> = {}): Promise<SyncServer> {
    const server = await SyncServer.start({ dir: this.folder(`server-${this.#count++}`), token: TOKEN, ...options });
    this.#closing.push(() => server.close());
    return server;
  }

  async device(name: string, options: Partial<AppOptions> = {}): Promise<Device> {
    const opened = await openTestApp(this.folder(name), { syncTiming: BY_HAND, ...options });
    this.#closing.push(() => opened.app.close());
    return deviceOf(opened);
  }

  async close(): Promise<void> {
    for (const close of this.#closing.toReversed()) await close();
    await rm(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}

export function deviceOf(opened: TestApp): Device {
  const { client } = opened;
  let latest: SyncStatus | null = null;
  const waiting = new Set<(status: SyncStatus) => void>();
  const hear = (status: SyncStatus): void => {
    latest = status;
    for (const each of waiting) each(status);
  };
  client.on('sync.status', hear);
  // A locked vault has no status, and whoever waits for one waits in vain.
  client.on('vault.state', ({ state }) => {
    if (state !== 'unlocked') hear(OFF);
  });
  const until = (fits: (status: SyncStatus) => boolean): Promise<SyncStatus> => {
    if (latest !== null && fits(latest)) return Promise.resolve(latest);
    return new Promise((resolve) => {
      const each = (status: SyncStatus): void => {
        if (!fits(status)) return;
        waiting.delete(each);
        resolve(status);
      };
      waiting.add(each);
    });
  };
  const isResting = (status: SyncStatus): boolean => status.state !== 'syncing';
  return {
    ...opened,
    until,
    status: async () => value(await client.invoke('sync.status', {})),
    async sync() {
      await until(isResting);
      latest = null;
      const begun = await client.invoke('sync.now', {});
      // The storage process was killed meanwhile: there is no status of a locked vault.
      if (!begun.ok) return { ...OFF, problem: null };
      return until(isResting);
    },
    async connect(url, token = TOKEN) {
      latest = null;
      value(await client.invoke('sync.connect', { url, token }));
      return until(isResting);
    },
    async write(id, body, base) {
      const before = await client.invoke('entries.get', { id });
      const day = before.ok ? before.value.day : '2026-11-24';
      return value(await client.invoke('entries.write', { id, day, body, ...(base === undefined ? {} : { base }) }));
    },
    async body(id) {
      const entry = await client.invoke('entries.get', { id });
      return entry.ok ? entry.value.body : null;
    },
  };
}

/** Brings the vault at `url` to a new device. */
export async function joinVault(device: TestApp, url: string, secret = TEST_PASSPHRASE): Promise<void> {
  value(await device.client.invoke('vault.join', { url, token: TOKEN, method: 'passphrase', secret }));
}
