import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BACKUP_PIECE_BYTES, type BackupLook } from '../src-shared/contract/backups.ts';
import type { Client } from '../src-shared/contract/index.ts';
import type { Result } from '../src-shared/result.ts';
import {
  createVault,
  openTestApp,
  removeFolder,
  temporaryFolder,
  TEST_PASSPHRASE,
  value,
  type TestApp,
} from './testing/test-app.ts';

let root: string;
let folder: string;
let chosen: string;
let test: TestApp;
const opened: TestApp[] = [];
const path = (...names: string[]): string => join(folder, ...names);
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);
const unlock = (client = test.client) =>
  client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE });

async function open(profile: string, clock = Date.now()): Promise<TestApp> {
  const app = await openTestApp(profile, {
    chooseFolder: () => Promise.resolve(chosen),
    clock: { offset: clock - Date.now(), zone: null },
  });
  opened.push(app);
  return app;
}

async function write(
  body: string,
  day = '2026-01-05',
  id: string = randomUUID(),
  client = test.client,
): Promise<string> {
  value(await client.invoke('entries.write', { id, day, body }));
  return id;
}

async function bodies(client = test.client): Promise<string[]> {
  const { days } = value(await client.invoke('entries.timeline', { before: null, limit: 400 }));
  return days.flatMap(({ entries }) => entries.map(({ excerpt }) => excerpt)).toSorted();
}

/** As the page does with a chosen file. */
async function upload(client: Client, bytes: Uint8Array, name = 'b.daygrove-backup'): Promise<string> {
  const uploadId = randomUUID();
  value(await client.invoke('backups.upload', { uploadId, name, size: bytes.byteLength }));
  for (let offset = 0; offset < bytes.byteLength; offset += BACKUP_PIECE_BYTES) {
    const piece = new Uint8Array(bytes.subarray(offset, offset + BACKUP_PIECE_BYTES));
    value(await client.invoke('backups.append', { uploadId, offset, bytes: piece }));
  }
  return uploadId;
}

async function newestBackup(): Promise<string> {
  return value(await test.client.invoke('backups.state', {})).backups[0]!.name;
}

const lookAt = async (name: string): Promise<Result<BackupLook>> =>
  test.client.invoke('backups.look', { source: { type: 'kept', name }, secret: null });

beforeEach(async () => {
  root = await temporaryFolder();
  folder = join(root, 'profile');
  chosen = join(root, 'stick');
  await mkdir(folder);
  await mkdir(chosen);
  test = await open(folder);
});
afterEach(async () => {
  for (const app of opened.splice(0)) await app.app.close();
  await removeFolder(root);
});

describe('a backup', () => {
  it('is written now, verified, listed and copied to the chosen folder', async () => {
    await createVault(test.client);
    await write('one');
    expect(value(await test.client.invoke('backups.state', {}))).toMatchObject({
      backups: [],
      folder: null,
      problem: null,
      canChooseFolder: true,
    });
    value(await test.client.invoke('backups.choose-folder', {}));
    const progress: number[] = [];
    test.client.on('work.progress', ({ work, done, total }) => progress.push(work === 'backup' ? done / total! : 9));
    const state = value(await test.client.invoke('backups.run', {}));
    expect(state).toMatchObject({ problem: null, folder: { path: chosen, problem: null }, isRunning: false });
    expect(state.backups).toMatchObject([
      {
        records: 1,
        unreadable: 0,
        isVerified: true,
        kept: ['daily', 'weekly', 'monthly'],
        holds: { entries: 1, habits: 0, checkIns: 0, photos: 0 },
      },
    ]);
    expect(state.folder?.newest).toBe(state.backups[0]!.writtenAt);
    const [copy, ...others] = await readdir(chosen);
    expect(others).toEqual([]);
    expect(copy).toMatch(/^daygrove-[\da-f]{8}-[\da-f]{16}-.*Z\.daygrove-backup$/);
    expect(await readFile(join(chosen, copy!))).toEqual(await readFile(path('backups', state.backups[0]!.name)));
    // Of the same day: the newer one takes its place, in both.
    const again = value(await test.client.invoke('backups.run', {}));
    expect(again.backups.map(({ name }) => name)).not.toContain(state.backups[0]!.name);
    expect(again.backups).toHaveLength(1);
    expect(await readdir(chosen)).toHaveLength(1);
    expect(progress.every((share) => share <= 1)).toBe(true);
  });

  it('waits for a folder that is away, and never makes it', async () => {
    await createVault(test.client);
    value(await test.client.invoke('backups.choose-folder', {}));
    await rename(chosen, `${chosen}-elsewhere`);
    const away = value(await test.client.invoke('backups.run', {}));
    expect(away).toMatchObject({ problem: null, folder: { problem: 'backup-folder-away', newest: null } });
    expect(away.backups).toHaveLength(1);
    await expect(readdir(chosen)).rejects.toMatchObject({ code: 'ENOENT' });
    await rename(`${chosen}-elsewhere`, chosen);
    value(await test.client.invoke('vault.lock', {}));
    value(await unlock());
    await expect.poll(() => readdir(chosen)).toHaveLength(1);
    await expect
      .poll(async () => value(await test.client.invoke('backups.state', {})).folder)
      .toMatchObject({ problem: null, newest: away.backups[0]!.writtenAt });
    expect(value(await test.client.invoke('backups.forget-folder', {})).folder).toBeNull();
    expect(await readdir(chosen)).toHaveLength(1);
  });

  it('says what is wrong with a folder that takes nothing', async () => {
    await createVault(test.client);
    chosen = join(root, 'nowhere');
    expect(codeOf(await test.client.invoke('backups.choose-folder', {}))).toBe('backup-folder-away');
    chosen = join(root, 'a file');
    await writeFile(chosen, '');
    expect(codeOf(await test.client.invoke('backups.choose-folder', {}))).toBe('backup-folder-away');
  });

  it('can be cancelled, and leaves nothing half', async () => {
    await createVault(test.client);
    for (let n = 0; n < 40; n += 1) await write(`entry ${n} ${'words '.repeat(2000)}`, '2026-01-05');
    const running = test.client.invoke('backups.run', {});
    value(await test.client.invoke('backups.cancel', {}));
    expect(codeOf(await running)).toBe('cancelled');
    expect(await readdir(path('backups')).catch(() => [])).toEqual([]);
    expect(value(await test.client.invoke('backups.run', {})).backups).toHaveLength(1);
  });

  it('shares a folder with other devices and vaults', async () => {
    await createVault(test.client);
    value(await test.client.invoke('backups.choose-folder', {}));
    value(await test.client.invoke('backups.run', {}));
    const mine = await readdir(chosen);
    const other = await open(join(root, 'other'));
    await createVault(other.client, 'another passphrase altogether');
    value(await other.client.invoke('backups.choose-folder', {}));
    for (let n = 0; n < 3; n += 1) value(await other.client.invoke('backups.run', {}));
    const all = await readdir(chosen);
    expect(all).toHaveLength(2);
    expect(all).toEqual(expect.arrayContaining(mine));
  });
});

describe('restoring', () => {
  it('says what would be there and what would not, and goes back; the vault from before stays whole', async () => {
    await createVault(test.client);
    const changed = await write('as it was', '2026-01-02');
    await write('stays the same', '2026-01-03');
    const gone = await write('thrown away later', '2026-01-04');
    value(await test.client.invoke('backups.choose-folder', {}));
    value(await test.client.invoke('backups.run', {}));
    const name = await newestBackup();
    await write('changed since', '2026-01-02', changed);
    value(await test.client.invoke('entries.remove', { ids: [gone] }));
    value(await test.client.invoke('entries.erase', { ids: [gone] }));
    await write('written since', '2026-02-01');
    const before = await bodies();

    const look = value(await lookAt(name));
    expect(look).toMatchObject({
      records: 3,
      unreadable: 0,
      isCut: false,
      backup: { entries: 3, firstDay: '2026-01-02', lastDay: '2026-01-04' },
      comparison: {
        vault: { entries: 3, firstDay: '2026-01-02', lastDay: '2026-02-01' },
        entries: { onlyInVault: 1, onlyInBackup: 1, differ: 1, same: 1 },
        erasedSince: 1,
        isSynced: false,
      },
    });
    // Looking has changed nothing.
    expect(await bodies()).toEqual(before);
    await write('while looking', '2026-02-02');

    value(await test.client.invoke('backups.take', {}));
    expect(value(await test.client.invoke('vault.state', {}))).toMatchObject({ state: 'locked', reason: 'restored' });
    expect((await readdir(folder)).filter((file) => file.startsWith('restore'))).toEqual([]);
    value(await unlock());
    expect(await bodies()).toEqual(['as it was', 'stays the same', 'thrown away later']);
    const { replaced, folder: still } = value(await test.client.invoke('backups.state', {}));
    expect(replaced).toMatchObject([{ path: look.comparison!.keptAs, replacedAt: expect.stringMatching(/Z$/) }]);
    expect(isAbsolute(look.comparison!.keptAs)).toBe(true);
    expect(still?.path).toBe(chosen);

    const old = await open(look.comparison!.keptAs);
    value(await unlock(old.client));
    expect(await bodies(old.client)).toEqual([...before, 'while looking'].toSorted());
  });

  it('leaves a verified way back that no later backup of the day sweeps, and knows the others still', async () => {
    await createVault(test.client);
    await write('in the backup');
    value(await test.client.invoke('backups.run', {}));
    const name = await newestBackup();
    await write('written since');
    value(await lookAt(name));
    // Written between the look and the taking: it has to be in the way back too.
    await write('in the last moment');
    value(await test.client.invoke('backups.take', {}));
    value(await unlock());
    expect(await bodies()).toEqual(['in the backup']);
    // As somebody does who is not sure: this is a newer one of the same day.
    value(await test.client.invoke('backups.run', {}));
    const { backups } = value(await test.client.invoke('backups.state', {}));
    const [wayBack, ...more] = backups.filter(({ isBeforeRestore }) => isBeforeRestore);
    expect(more).toEqual([]);
    expect(wayBack).toMatchObject({ isVerified: true, kept: ['before-restore'], holds: { entries: 3 } });
    expect(backups.every(({ isVerified }) => isVerified)).toBe(true);
    value(await lookAt(wayBack!.name));
    value(await test.client.invoke('backups.take', {}));
    value(await unlock());
    expect(await bodies()).toEqual(['in the backup', 'in the last moment', 'written since']);
  });

  it('replaces nothing where the way back cannot be written', async () => {
    await createVault(test.client);
    await write('in the backup');
    value(await test.client.invoke('backups.run', {}));
    await write('written since');
    value(await lookAt(await newestBackup()));
    await rename(path('backups'), path('backups-elsewhere'));
    await writeFile(path('backups'), 'a file where the folder should be');
    expect(codeOf(await test.client.invoke('backups.take', {}))).toBe('internal');
    expect(await bodies()).toEqual(['in the backup', 'written since']);
    expect(value(await test.client.invoke('vault.state', {})).state).toBe('unlocked');
  });

  it('is a new device, whose stamps come after all that the backup holds', async () => {
    await createVault(test.client);
    const id = await write('one');
    value(await test.client.invoke('backups.choose-folder', {}));
    value(await test.client.invoke('backups.run', {}));
    await write('two', '2026-01-05', id);
    value(await lookAt(await newestBackup()));
    value(await test.client.invoke('backups.take', {}));
    value(await unlock());
    await write('three', '2026-01-05', id);
    expect(await bodies()).toEqual(['three']);
    value(await test.client.invoke('backups.run', {}));
    // The device stands in the name of what it copies there.
    const devices = (await readdir(chosen)).map((name) => /^daygrove-[\da-f]{8}-([\da-f]{16})-/.exec(name)?.[1]);
    expect(new Set(devices).size).toBe(2);
  });

  it('opens a backup from before the key was renewed', async () => {
    await createVault(test.client);
    await write('under the first key');
    value(await test.client.invoke('backups.run', {}));
    const name = await newestBackup();
    const { recoveryKey } = value(await test.client.invoke('vault.renew-key', { passphrase: TEST_PASSPHRASE }));
    value(await test.client.invoke('vault.confirm-renewal', { recoveryKey }));
    await write('under the second');
    expect(value(await lookAt(name))).toMatchObject({
      records: 1,
      comparison: { entries: { onlyInVault: 1, same: 1 } },
    });
    value(await test.client.invoke('backups.take', {}));
    value(await unlock());
    expect(await bodies()).toEqual(['under the first key']);
    const report = value(await test.client.invoke('backups.verify', {}));
    expect(report).toMatchObject({ versions: 1, unreadable: [], disagreeing: [] });
  });

  it('takes no backup of another vault, and nothing that is none', async () => {
    await createVault(test.client);
    const other = await open(join(root, 'other'));
    await createVault(other.client);
    value(await other.client.invoke('backups.run', {}));
    const [file] = await readdir(join(root, 'other', 'backups'));
    const foreign = await readFile(join(root, 'other', 'backups', file!));
    const look = async (bytes: Uint8Array): Promise<string> => {
      const uploadId = await upload(test.client, bytes);
      return codeOf(await test.client.invoke('backups.look', { source: { type: 'uploaded', uploadId }, secret: null }));
    };
    expect(await look(foreign)).toBe('backup-other-vault');
    expect(await look(Buffer.from('Dear diary'))).toBe('backup-unrecognised');
    expect(await look(Buffer.alloc(0))).toBe('backup-unrecognised');
    expect(await look(Buffer.from('DAYGROVE-BACKUP-7\n'))).toBe('backup-too-new');
    expect(codeOf(await lookAt('2020-01-01T000000Z.daygrove-backup'))).toBe('not-found');
    expect(codeOf(await lookAt('../vault.json'))).toBe('not-found');
    expect(codeOf(await test.client.invoke('backups.take', {}))).toBe('not-found');
    value(await test.client.invoke('backups.drop', {}));
    await expect(readdir(path('restored'))).rejects.toMatchObject({ code: 'ENOENT' });
    await write('the vault is as it was');
    expect(await bodies()).toEqual(['the vault is as it was']);
  });
});

describe('a backup on another computer', () => {
  async function backupOf(count: number): Promise<{ bytes: Buffer; recoveryKey: string }> {
    const recoveryKey = await createVault(test.client);
    for (let n = 0; n < count; n += 1) await write(`entry ${n}`, '2026-01-05');
    value(await test.client.invoke('backups.run', {}));
    return { bytes: await readFile(path('backups', await newestBackup())), recoveryKey };
  }

  it('opens with the recovery key alone; wrong ones count', async () => {
    const { bytes, recoveryKey } = await backupOf(3);
    let now = Date.now();
    const elsewhere = join(root, 'elsewhere');
    const there = await open(elsewhere, now);
    const name = '2026-11-22T081400Z.daygrove-backup';
    const uploadId = await upload(there.client, bytes, name);
    const look = (client: Client, id: string, secret: string) =>
      client.invoke('backups.look', {
        source: { type: 'uploaded', uploadId: id },
        secret: { method: 'recovery-key', secret },
      });
    const wrong = await look(there.client, uploadId, 'K7QM-2XWD-9HTR-4PZN-6BVC-3FJY-8SLE-5GAU');
    expect(wrong).toMatchObject({ ok: false, error: { code: 'wrong-secret', retryAfterMs: expect.any(Number) } });
    expect(codeOf(await look(there.client, uploadId, recoveryKey))).toBe('try-later');
    expect(codeOf(await there.client.invoke('backups.take', {}))).toBe('not-found');
    await there.app.close();

    now += 60_000;
    const later = await open(elsewhere, now);
    const again = await upload(later.client, bytes, name);
    expect(value(await look(later.client, again, recoveryKey))).toMatchObject({
      writtenAt: '2026-11-22T08:14:00.000Z',
      records: 3,
      backup: { entries: 3 },
      comparison: null,
    });
    expect(value(await later.client.invoke('vault.state', {})).state).toBe('absent');
    value(await later.client.invoke('backups.take', {}));
    expect(value(await later.client.invoke('vault.state', {})).state).toBe('unlocked');
    expect(await bodies(later.client)).toEqual(['entry 0', 'entry 1', 'entry 2']);
    value(await later.client.invoke('vault.lock', {}));
    value(await unlock(later.client));
    expect((await readdir(elsewhere)).filter((file) => /restore|new/.test(file))).toEqual([]);
  });

  it('is judged before anybody is asked for its passphrase', async () => {
    const { bytes } = await backupOf(1);
    const there = await open(join(root, 'elsewhere'));
    const inspect = async (content: Uint8Array): Promise<string> => {
      const uploadId = await upload(there.client, content);
      return codeOf(await there.client.invoke('backups.inspect', { uploadId }));
    };
    expect(await inspect(Buffer.from('Dear diary'))).toBe('backup-unrecognised');
    expect(await inspect(Buffer.from('DAYGROVE-BACKUP-7\n'))).toBe('backup-too-new');
    expect(await inspect(bytes.subarray(0, 40))).toBe('backup-cut');
    expect(await inspect(bytes)).toBe('ok');
    expect(codeOf(await there.client.invoke('backups.inspect', { uploadId: randomUUID() }))).toBe('not-found');
  });

  it('is taken as far as it goes where it was cut or damaged, and says so', async () => {
    const { bytes } = await backupOf(6);
    const there = await open(join(root, 'elsewhere'));
    const secret = { method: 'passphrase', secret: TEST_PASSPHRASE } as const;
    const look = async (content: Uint8Array): Promise<Result<BackupLook>> => {
      const uploadId = await upload(there.client, content);
      return there.client.invoke('backups.look', { source: { type: 'uploaded', uploadId }, secret });
    };
    const cut = value(await look(bytes.subarray(0, bytes.byteLength - 500)));
    expect(cut.isCut).toBe(true);
    expect(cut.records).toBeGreaterThan(2);
    expect(cut.records).toBeLessThan(6);
    const damaged = Buffer.from(bytes);
    damaged[bytes.byteLength - 300]! ^= 1;
    expect(value(await look(damaged))).toMatchObject({ isCut: false, unreadable: 1, records: 5 });
    const header = 18 + 4 + bytes.readUInt32BE(18);
    const spoilt = Buffer.from(bytes);
    for (let at = header + 60; at < bytes.byteLength - 80; at += 40) spoilt[at]! ^= 1;
    expect(codeOf(await look(spoilt))).toBe('backup-unreadable');
    value(await there.client.invoke('backups.drop', {}));
    expect(value(await there.client.invoke('vault.state', {})).state).toBe('absent');
    await createVault(there.client);
  });
});

describe('verifying', () => {
  it('finds nothing in a vault that is whole, with saves going on', async () => {
    await createVault(test.client);
    for (let n = 0; n < 30; n += 1) await write(`entry ${n}`, '2026-01-05');
    const verifying = test.client.invoke('backups.verify', {});
    for (let n = 0; n < 10; n += 1) await write(`meanwhile ${n}`, '2026-01-06');
    const report = value(await verifying);
    expect(report).toMatchObject({ unreadable: [], disagreeing: [], incomplete: 0, pages: 0, remedy: null });
    expect(report.versions).toBeGreaterThanOrEqual(30);
    expect(await bodies()).toHaveLength(40);
  });

  it('can be cancelled', async () => {
    await createVault(test.client);
    for (let n = 0; n < 30; n += 1) await write(`entry ${n}`, '2026-01-05');
    const verifying = test.client.invoke('backups.verify', {});
    value(await test.client.invoke('backups.cancel', {}));
    expect(codeOf(await verifying)).toBe('cancelled');
  });

  it('leads to the rebuilding', async () => {
    await createVault(test.client);
    await write('one');
    value(await test.client.invoke('backups.run', {}));
    value(await test.client.invoke('backups.repair', {}));
    expect(value(await test.client.invoke('vault.state', {})).state).toBe('damaged');
    value(await test.client.invoke('vault.rebuild', { backup: null }));
    expect(await bodies()).toEqual(['one']);
  });
});

it('a lock in the middle of everything ends it', async () => {
  await createVault(test.client);
  for (let n = 0; n < 30; n += 1) await write(`entry ${n} ${'words '.repeat(1000)}`, '2026-01-05');
  value(await test.client.invoke('backups.run', {}));
  const name = await newestBackup();
  const works = [test.client.invoke('backups.run', {}), lookAt(name), test.client.invoke('backups.verify', {})];
  value(await test.client.invoke('vault.lock', {}));
  for (const result of await Promise.all(works)) {
    expect(['ok', 'cancelled', 'vault-locked', 'storage-stopped']).toContain(codeOf(result));
  }
  value(await unlock());
  expect(await bodies()).toHaveLength(30);
});
