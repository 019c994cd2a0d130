/** Quick capture with the real processes: what is written while locked, what the disk holds of it, and what the next unlock makes of it. */
import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../src-shared/contract/index.ts';
import { MAX_CAPTURE_BYTES, MAX_INBOX_ITEMS } from '../src-shared/domain/capture.ts';
import type { Result } from '../src-shared/result.ts';
import { createNodeSpawn } from './browser-host/node-child.ts';
import type { SpawnChild } from './processes/child.ts';
import {
  clientOf,
  createVault,
  openTestApp,
  removeFolder,
  temporaryFolder,
  TEST_PASSPHRASE,
  TESTED_CHILDREN,
  value,
  type TestApp,
} from './testing/test-app.ts';

const NOW = Date.parse('2026-11-22T23:30:00Z');
const WORDS = 'quindlefrost zephyrkettle';
let folder: string;
let test: TestApp;
let spawned: string[];

const spawn = createNodeSpawn(TESTED_CHILDREN);
const spawnChild: SpawnChild = (kind) => {
  spawned.push(kind);
  return spawn(kind);
};
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

async function open(now = NOW): Promise<Client> {
  spawned = [];
  test = await openTestApp(folder, {
    spawnChild,
    clock: { offset: now - Date.now(), zone: 'Europe/Vienna' },
  });
  return test.client;
}

/** Opens the app anew, locked. */
async function reopen(now = NOW): Promise<Client> {
  await test.app.close();
  return open(now);
}

async function unlock(client: Client): Promise<void> {
  value(await client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));
}

function capture(client: Client, text: string, id = randomUUID(), mood: number | null = null) {
  return client.invoke('capture.write', { id, text, mood });
}

const inbox = (): string => join(folder, 'inbox');
async function items(): Promise<string[]> {
  return (await readdir(inbox())).filter((name) => name.endsWith('.sealed'));
}

async function bodies(client: Client, day = '2026-11-23'): Promise<string[]> {
  const { entries } = value(await client.invoke('entries.on-day', { day }));
  return entries.map(({ body }) => body);
}

beforeEach(async () => {
  folder = await temporaryFolder();
  const client = await open();
  await createVault(client);
});
afterEach(async () => {
  await test.app.close();
  await removeFolder(folder);
});

describe('written while locked', () => {
  it('is sealed without any process that could have a key, and an entry behind the unlock: of its day, zone and moment', async () => {
    const client = await reopen();
    const small = clientOf(test.app, 'capture');
    expect(value(await small.invoke('capture.state', {})).way).toBe('inbox');
    expect(value(await capture(small, WORDS, randomUUID(), 4))).toEqual({ keptIn: 'inbox' });
    expect(spawned).toEqual([]);
    const [name] = await items();
    expect((await stat(join(inbox(), name!))).mode & 0o777).toBe(0o600);
    expect((await readFile(join(inbox(), name!))).includes('quindlefrost')).toBe(false);

    // Two days later, somewhere else.
    await test.app.close();
    test = await openTestApp(folder, {
      spawnChild,
      clock: { offset: NOW + 48 * 3_600_000 - Date.now(), zone: 'America/New_York' },
    });
    await unlock(test.client);
    const { entries } = value(await test.client.invoke('entries.on-day', { day: '2026-11-23' }));
    expect(entries).toMatchObject([{ body: WORDS, mood: 4, zone: 'Europe/Vienna', day: '2026-11-23' }]);
    expect(Math.abs(Date.parse(entries[0]!.createdAt) - NOW)).toBeLessThan(60_000);
    expect(await items()).toEqual([]);
    expect(value(await test.client.invoke('capture.inbox', {}))).toMatchObject({
      taken: 1,
      unreadable: 0,
      keyChangedAt: null,
    });
    // Told once.
    expect(value(await test.client.invoke('capture.inbox', {})).taken).toBe(0);
    expect(client).not.toBe(test.client);
  });

  it('leaves no word of it on the disk', async () => {
    const client = await reopen();
    for (let n = 0; n < 5; n += 1) await capture(client, `${WORDS} ${n}`);
    await unlock(client);
    await test.app.close();
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const file of files.filter((each) => each.isFile())) {
      const content = await readFile(join(file.parentPath, file.name));
      expect(content.includes('quindlefrost'), file.name).toBe(false);
    }
    await open();
  });

  it('sent again is the same, also behind the unlock, and what was done to it since stays', async () => {
    const client = await reopen();
    const id = randomUUID();
    await capture(client, WORDS, id);
    await capture(client, WORDS, id);
    expect(await items()).toHaveLength(1);
    const kept = await readFile(join(inbox(), `${id}.sealed`));
    await unlock(client);
    const { entries } = value(await client.invoke('entries.on-day', { day: '2026-11-23' }));
    expect(entries).toHaveLength(1);
    // Its name on the disk tells nothing of the entry.
    expect(entries[0]!.id).not.toBe(id);
    value(await client.invoke('entries.write', { id: entries[0]!.id, day: '2026-11-23', body: 'changed' }));
    await capture(client, WORDS, id);
    expect(await bodies(client)).toEqual(['changed']);
    // The item again, as after a crash between commit and deletion.
    await client.invoke('vault.lock', {});
    await writeFile(join(inbox(), `${id}.sealed`), kept);
    await unlock(client);
    expect(await bodies(client)).toEqual(['changed']);
    expect(await items()).toEqual([]);
    value(await client.invoke('entries.remove', { ids: [entries[0]!.id] }));
    await client.invoke('vault.lock', {});
    await writeFile(join(inbox(), `${id}.sealed`), kept);
    await unlock(client);
    expect(await bodies(client)).toEqual([]);
    expect(await items()).toEqual([]);
  });

  it('belongs to the day that the person’s own end of the day makes it', async () => {
    value(await test.client.invoke('preferences.change', { dayEndsAt: 240 }));
    value(await test.client.invoke('app.today', {}));
    const client = await reopen();
    await capture(client, WORDS);
    await unlock(client);
    expect(await bodies(client, '2026-11-22')).toEqual([WORDS]);
  });

  it('just before the unlock is not forgotten until the next', async () => {
    const client = await reopen();
    const unlocking = client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE });
    const writing = Promise.all(Array.from({ length: 10 }, (_, n) => capture(client, `${WORDS} ${n}`)));
    value(await unlocking);
    for (const each of await writing) value(each);
    await expect.poll(() => items()).toEqual([]);
    expect(await bodies(client)).toHaveLength(10);
  });

  it('is refused in words where it cannot be kept, and then nothing is there', async () => {
    const client = await reopen();
    expect(codeOf(await capture(client, 'x'.repeat(MAX_CAPTURE_BYTES)))).toBe('ok');
    expect(codeOf(await capture(client, 'ä'.repeat(MAX_CAPTURE_BYTES / 2 + 1)))).toBe('capture-too-long');
    expect(codeOf(await capture(client, 'x'.repeat(MAX_CAPTURE_BYTES + 1)))).toBe('invalid-input');
    expect(codeOf(await capture(client, '  \n'))).toBe('invalid-input');
    expect(codeOf(await capture(client, '', randomUUID(), 3))).toBe('ok');
    expect(codeOf(await client.invoke('capture.write', { id: '../../vault', text: 'x', mood: null }))).toBe(
      'invalid-input',
    );
    expect(await items()).toHaveLength(2);
    for (let n = 2; n < MAX_INBOX_ITEMS; n += 1) await writeFile(join(inbox(), `${randomUUID()}.sealed`), 'x');
    expect(codeOf(await capture(client, 'one more'))).toBe('capture-full');
    expect(await items()).toHaveLength(MAX_INBOX_ITEMS);
  });

  it('before there is a key says that one unlock is needed, and behind it there is one', async () => {
    // A vault from before this feature.
    await test.app.close();
    await rm(inbox(), { recursive: true });
    const client = await open();
    expect(value(await client.invoke('capture.state', {})).way).toBe('needs-unlock');
    expect(codeOf(await capture(client, WORDS))).toBe('capture-needs-unlock');
    await unlock(client);
    expect(value(await client.invoke('capture.inbox', {})).keyChangedAt).toBeNull();
    await client.invoke('vault.lock', {});
    expect(codeOf(await capture(client, WORDS))).toBe('ok');
  });

  it('is taken in before the backup, and none of it is lost by a renewal of the key', async () => {
    const client = await reopen();
    await capture(client, WORDS);
    const before = join(folder, 'inbox-before');
    await cp(inbox(), before, { recursive: true });
    await unlock(client);
    const { recoveryKey } = value(await client.invoke('vault.renew-key', { passphrase: TEST_PASSPHRASE }));
    value(await client.invoke('vault.confirm-renewal', { recoveryKey }));
    const renewed = await readFile(join(inbox(), 'public-key.json'), 'utf8');
    expect(renewed).not.toBe(await readFile(join(before, 'public-key.json'), 'utf8'));
    await client.invoke('vault.lock', {});
    // Sealed under the key from before, and that key itself, as if the app had ended in the middle of it.
    await cp(before, inbox(), { recursive: true });
    await capture(client, 'to the earlier key');
    await unlock(client);
    expect((await bodies(client)).toSorted()).toEqual([WORDS, 'to the earlier key'].toSorted());
    expect(value(await client.invoke('capture.inbox', {}))).toMatchObject({ unreadable: 0, keyChangedAt: null });
    expect(await readFile(join(inbox(), 'public-key.json'), 'utf8')).toBe(renewed);
  });
});

describe('what does not open', () => {
  it('is kept, counted, and in nobody’s way', async () => {
    const client = await reopen();
    await capture(client, WORDS);
    const [name] = await items();
    const whole = await readFile(join(inbox(), name!));
    const broken = Buffer.from(whole);
    broken[60]! ^= 1;
    await writeFile(join(inbox(), `${randomUUID()}.sealed`), broken);
    // In the place of another.
    await writeFile(join(inbox(), `${randomUUID()}.sealed`), whole);
    await writeFile(join(inbox(), `${randomUUID()}.sealed`), Buffer.alloc(2 * 1024 * 1024));
    await writeFile(join(inbox(), 'notes.txt'), 'not ours');
    await mkdir(join(inbox(), `${randomUUID()}.sealed`));
    await unlock(client);
    expect(await bodies(client)).toEqual([WORDS]);
    expect(value(await client.invoke('capture.inbox', {}))).toMatchObject({ taken: 1, unreadable: 4, folder: inbox() });
    expect(await items()).toHaveLength(4);
    expect(await readFile(join(inbox(), 'notes.txt'), 'utf8')).toBe('not ours');
  });

  it('because it is another vault’s is named by that', async () => {
    const first = folder;
    await test.app.close();
    folder = await temporaryFolder();
    try {
      await createVault(await open());
      const other = await reopen();
      await capture(other, 'of the other vault');
      await test.app.close();
      const [item] = await items();
      const theirs = join(inbox(), item!);
      await cp(theirs, join(first, 'inbox', item!));
      const id = (JSON.parse(await readFile(join(folder, 'vault.json'), 'utf8')) as { vaultId: string }).vaultId;
      await removeFolder(folder);
      folder = first;
      const client = await open();
      await unlock(client);
      const vault = Buffer.from(id, 'base64').toString('hex').slice(0, 8);
      expect(value(await client.invoke('capture.inbox', {}))).toMatchObject({
        taken: 0,
        unreadable: 0,
        otherVaults: [{ vault, items: 1 }],
      });
      expect(await items()).toEqual([item]);
    } finally {
      folder = first;
    }
  });
});

describe('a key that somebody put there', () => {
  async function putKey(change: (key: Record<string, unknown>) => Record<string, unknown>): Promise<void> {
    const path = join(inbox(), 'public-key.json');
    const key = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
    await writeFile(path, JSON.stringify(change(key)));
  }

  it('is found at the unlock, mended, and told until it was read', async () => {
    const right = await readFile(join(inbox(), 'public-key.json'), 'utf8');
    let client = await reopen();
    await putKey((key) => ({ ...key, publicKey: Buffer.alloc(32, 9).toString('base64') }));
    value(await capture(client, WORDS));
    await unlock(client);
    const report = value(await client.invoke('capture.inbox', {}));
    expect(report).toMatchObject({ taken: 0, unreadable: 1 });
    expect(Date.parse(report.keyChangedAt!)).toBeGreaterThanOrEqual(NOW);
    expect(await readFile(join(inbox(), 'public-key.json'), 'utf8')).toBe(right);
    client = await reopen();
    await unlock(client);
    expect(value(await client.invoke('capture.inbox', {})).keyChangedAt).toBe(report.keyChangedAt);
    value(await client.invoke('capture.dismiss-key-change', {}));
    client = await reopen();
    await unlock(client);
    expect(value(await client.invoke('capture.inbox', {})).keyChangedAt).toBeNull();
  });

  it.each([
    ['for another vault', { vaultId: Buffer.alloc(16, 1).toString('base64') }],
    ['that is none', { publicKey: 'AAAA' }],
    ['for which every secret is zero', { publicKey: Buffer.alloc(32).toString('base64') }],
  ])('%s seals nothing', async (_name, change) => {
    const client = await reopen();
    await putKey((key) => ({ ...key, ...change }));
    expect(codeOf(await capture(client, WORDS))).toBe('capture-needs-unlock');
    expect(await items()).toEqual([]);
    await unlock(client);
    await client.invoke('vault.lock', {});
    expect(codeOf(await capture(client, WORDS))).toBe('ok');
  });
});

describe('written while the vault is open', () => {
  it('is an entry at once, by way of the storage process', async () => {
    expect(value(await capture(clientOf(test.app, 'capture'), WORDS, randomUUID(), 2))).toEqual({ keptIn: 'journal' });
    expect(await bodies(test.client)).toEqual([WORDS]);
    expect(await items()).toEqual([]);
  });

  it('goes into the inbox where the storage process dies under it, and is one entry', async () => {
    await test.app.close();
    let kill = (): void => {};
    test = await openTestApp(folder, {
      clock: { offset: NOW - Date.now(), zone: 'Europe/Vienna' },
      spawnChild: (kind) => {
        const child = spawn(kind);
        kill = () => void child.kill();
        return child;
      },
    });
    await unlock(test.client);
    const writing = capture(test.client, WORDS);
    kill();
    expect(value(await writing)).toEqual({ keptIn: 'inbox' });
    await unlock(test.client);
    expect(await bodies(test.client)).toEqual([WORDS]);
  });
});

describe('without a vault', () => {
  it('there is nothing to keep it in', async () => {
    const before = test;
    const empty = await temporaryFolder();
    const app = await openTestApp(empty, { spawnChild });
    try {
      expect(value(await app.client.invoke('capture.state', {})).way).toBe('absent');
      expect(codeOf(await capture(app.client, WORDS))).toBe('vault-absent');
      expect(await readdir(empty)).not.toContain('inbox');
    } finally {
      await app.app.close();
      await removeFolder(empty);
    }
    expect(before).toBe(test);
  });
});

describe('a folder that may not be written to', () => {
  // Root writes everywhere.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    '(skipped as root and on Windows) is said, and the text is still the page’s',
    async () => {
      const client = await reopen();
      await chmod(inbox(), 0o500);
      expect(codeOf(await capture(client, WORDS))).toBe('profile-read-only');
      await chmod(inbox(), 0o700);
      expect(codeOf(await capture(client, WORDS))).toBe('ok');
    },
  );
});
