/**
 * A server or a copy of its mailbox that is not what it was (libsql-failures.md, by its ids): emptied, set back, another vault's, damaged, copied. What the person is told, that
 * nothing is lost, and that it heals by itself where it can.
 */
import { randomUUID } from 'node:crypto';
import { cp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createVault, value } from '../../src-main/testing/test-app.ts';
import type { Fault, SeenRequest } from '../support/sync-server/sync-server.ts';
import { levelDevices, a, b, bench, server, failNext, expectLevel, writeOnBoth, startAgain } from './level-devices.ts';
import { flipBit, openWithStockSqlite, readInfo, writeInfo } from './mailbox-tools.ts';
import { joinVault } from './two-devices.ts';

levelDevices();

describe('a server that forgets', () => {
  it.each([
    ['F15a', 'is emptied and begins at its first generation', () => server.reset(1)],
    ['F15c', 'is emptied at its present generation', () => server.reset(server.generation)],
    ['F15b', 'is emptied at a lower generation', () => server.reset(Math.max(1, server.generation - 1))],
  ])('%s: %s; with changes that wait and without', async (_id, _what, happens) => {
    await server.rollOver();
    await expectLevel();
    await happens();
    await expectLevel();
    const ids = await writeOnBoth();
    await happens();
    await expectLevel(ids);
    // A new device gets everything from it.
    const c = await bench.device(`c-${randomUUID()}`);
    await joinVault(c, server.url);
    expect(await c.body(ids[1]!)).toBe(await b.body(ids[1]!));
  });

  it('F15d: is set back to an older state', async () => {
    await expectLevel();
    const snapshot = bench.folder(`snapshot-${randomUUID()}`);
    await server.snapshotTo(snapshot);
    const ids = await writeOnBoth();
    await expectLevel(ids);
    await server.restoreFrom(snapshot);
    const more = await writeOnBoth();
    await expectLevel([...ids, ...more]);
    const c = await bench.device(`c-${randomUUID()}`);
    await joinVault(c, server.url);
    for (const id of [...ids, ...more]) expect(await c.body(id)).toBe(await a.body(id));
  });

  it('F22: two devices that find it empty at once found one mailbox', async () => {
    const ids = await writeOnBoth();
    await server.reset(1);
    await Promise.all([a.sync(), b.sync()]);
    await expectLevel(ids);
  });
});

describe('another vault at the address', () => {
  it('F16: is left alone, and so is ours; the person is asked', async () => {
    await expectLevel();
    const ours = bench.folder(`ours-${randomUUID()}`);
    await server.snapshotTo(ours);
    await server.reset(1);
    const stranger = await bench.device(`stranger-${randomUUID()}`);
    await createVault(stranger.client);
    const theirs = randomUUID();
    await stranger.write(theirs, 'theirs');
    await stranger.connect(server.url);
    const ids = await writeOnBoth();
    expect(await a.sync()).toMatchObject({ state: 'needs-you', problem: 'other-vault', waiting: 1 });
    expect(await stranger.sync()).toMatchObject({ state: 'synced' });
    const found = value(await stranger.client.invoke('sync.status', {}));
    expect(found.notices.unreadable).toBe(0);
    await server.restoreFrom(ours);
    await expectLevel(ids);
  });
});

/** What happens to the copy on the disk. Everything in it is also elsewhere, so that a new one is always possible. */
describe('a copy of the mailbox that was damaged', () => {
  const mailbox = (): string => join(a.folder, 'mailbox');
  const file = (suffix: string): string => join(mailbox(), `mailbox.db${suffix}`);

  it.each<[string, string, () => Promise<void>]>([
    ['F5b', 'without -info', () => rm(file('-info'))],
    ['F5b', 'without its database', () => rm(file(''))],
    ['F6', 'with an empty -info', () => truncate(file('-info'), 0)],
    ['F6', 'with a cut -info', () => truncate(file('-info'), 20)],
    [
      'F6',
      'with a -info of another checksum',
      () => writeFile(file('-info'), '{"hash":1,"version":0,"durable_frame_num":1,"generation":1}'),
    ],
    [
      'F6b',
      'with a -info that is older than the WAL',
      async () => {
        const info = await readInfo(mailbox());
        await writeInfo(mailbox(), Math.max(0, info.durable_frame_num - 2), info.generation);
      },
    ],
    [
      'F6c',
      'with a -info that is ahead of the WAL',
      async () => {
        const info = await readInfo(mailbox());
        await writeInfo(mailbox(), info.durable_frame_num + 3, info.generation);
      },
    ],
    [
      'F26',
      'with a -info of the next generation',
      async () => {
        const info = await readInfo(mailbox());
        await writeInfo(mailbox(), 0, info.generation + 1);
      },
    ],
    ['F7', 'without its WAL', () => rm(file('-wal'))],
    ['F7', 'with half a WAL', async () => truncate(file('-wal'), 32 + 4120 + 700)],
    ['F6c', 'with a flipped bit in its WAL', () => flipBit(file('-wal'), 32 + 4120 * 2 - 9)],
    ['R3', 'with a flipped bit in its database', () => flipBit(file(''), 100)],
    [
      'F9d',
      'checkpointed by another program',
      () => openWithStockSqlite(mailbox(), ['PRAGMA wal_checkpoint(TRUNCATE)']),
    ],
    [
      'F9c',
      'written to by another program',
      () => openWithStockSqlite(mailbox(), ['CREATE TABLE theirs (x)', 'INSERT INTO theirs VALUES (zeroblob(90000))']),
    ],
    [
      'F5',
      'with what a killed fetch left',
      async () => {
        await writeFile(file('.tmp.1234'), 'half');
        await writeFile(join(mailbox(), '.tmpAbC'), 'half');
      },
    ],
    ['', 'with rubbish in its -shm', () => writeFile(file('-shm'), 'rubbish')],
    ['', 'without our own note of it', () => rm(join(mailbox(), 'replica.json'))],
    ['', 'that is gone', () => rm(mailbox(), { recursive: true })],
  ])('%s: %s', async (_id, _what, damage) => {
    // Some frames of this generation, so that there is something to damage.
    await a.write(randomUUID(), 'a frame');
    await a.sync();
    const ids = await writeOnBoth();
    await damage();
    await expectLevel(ids);
    const left = (await readdir(mailbox())).filter((name) => name.includes('.tmp'));
    expect(left).toEqual([]);
  });

  it('O1-O5 F5: and a new copy that cannot be fetched at first', async () => {
    await writeOnBoth();
    await expectLevel();
    await server.rollOver();
    const faults: [SeenRequest['kind'], Fault][] = [
      ['info', { kind: 'status', status: 500 }],
      ['export', { kind: 'status', status: 404 }],
      ['export', { kind: 'reset-before' }],
      ['export', { kind: 'truncated' }],
      ['export', { kind: 'short' }],
      ['export', { kind: 'html' }],
    ];
    for (const [kind, fault] of faults) {
      await rm(mailbox(), { recursive: true });
      failNext(kind, fault, 8);
      const status = await a.sync();
      expect(['offline', 'trouble', 'synced']).toContain(status.state);
      server.fault = () => null;
      await expectLevel();
    }
  });
});

describe('a folder that was copied to a second computer', () => {
  it('F28: both go on, under two names', async () => {
    await expectLevel();
    await b.app.close();
    await cp(b.folder, bench.folder('copy'), { recursive: true });
    await startAgain();
    const copy = await bench.device('copy');
    for (const device of [b, copy]) {
      value(
        await device.client.invoke('vault.unlock', { method: 'passphrase', secret: 'correct horse battery staple' }),
      );
    }
    const ids = [randomUUID(), randomUUID()];
    await b.write(ids[0]!, 'on the first');
    await copy.write(ids[1]!, 'on the copy');
    await b.sync();
    expect(await copy.sync()).toMatchObject({ state: 'synced', waiting: 0 });
    await expectLevel(ids);
    expect(await b.body(ids[1]!)).toBe('on the copy');
    const { devices } = value(await a.client.invoke('sync.devices', {}));
    await copy.sync();
    expect(devices.length).toBeGreaterThanOrEqual(2);
    await copy.app.close();
  });
});
