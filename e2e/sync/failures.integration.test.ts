/**
 * What can go wrong between a device and a server (libsql-failures.md, by its ids): what the person is told, that nothing is lost, and that it heals
 * by itself where it can. Each test leaves two devices that are level; the next one begins with them.
 */
import { randomUUID } from 'node:crypto';
import { cp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createVault, value } from '../../src-main/testing/test-app.ts';
import type { Fault, SeenRequest, SyncServer } from '../support/sync-server/sync-server.ts';
import { flipBit, openWithStockSqlite, readInfo, writeInfo } from './mailbox-tools.ts';
import { BY_HAND, joinVault, TOKEN, Workbench, type Device } from './two-devices.ts';

let bench: Workbench;
let server: SyncServer;
let a: Device;
let b: Device;
const PATIENCE = 9000;

beforeAll(async () => {
  bench = await Workbench.make();
  server = await bench.server();
  a = await bench.device('a', { syncTiming: { ...BY_HAND, patienceMs: PATIENCE } });
  await createVault(a.client);
  await a.write(randomUUID(), 'from the first day');
  await a.connect(server.url);
  b = await bench.device('b', { syncTiming: { ...BY_HAND, patienceMs: PATIENCE } });
  await joinVault(b, server.url);
});
afterAll(() => bench.close());
beforeEach(() => {
  server.fault = () => null;
});

/** Faults for the next requests of a kind; honest behind them. */
function failNext(kind: SeenRequest['kind'], fault: Fault, times = 1): void {
  let left = times;
  server.fault = (request) => {
    if (request.kind !== kind || left === 0) return null;
    left -= 1;
    return fault;
  };
}

function failAlways(kinds: readonly SeenRequest['kind'][], fault: Fault): void {
  server.fault = (request) => (kinds.includes(request.kind) ? fault : null);
}

/** What both have written arrives at the other, and both say that they are level. */
async function expectLevel(ids: readonly string[] = []): Promise<void> {
  for (const device of [a, b, a, b]) {
    const status = await device.sync();
    expect(status).toMatchObject({ state: 'synced', waiting: 0, problem: null });
  }
  const shown = async ({ client }: Device): Promise<string[]> =>
    value(await client.invoke('entries.timeline', { before: null, limit: 400 })).days.flatMap(({ entries }) =>
      entries.map((entry) => entry.id),
    );
  expect((await shown(a)).toSorted()).toEqual((await shown(b)).toSorted());
  for (const id of ids) expect(await b.body(id)).toBe(await a.body(id));
}

async function writeOnBoth(): Promise<string[]> {
  const ids = [randomUUID(), randomUUID()];
  await a.write(ids[0]!, `on A ${ids[0]}`);
  await b.write(ids[1]!, `on B ${ids[1]}`);
  return ids;
}

describe('a server that is not there', () => {
  it('P3a H3 H5: says offline and what waits, keeps everything, and catches up', async () => {
    const { port } = server;
    await server.stop();
    const ids = await writeOnBoth();
    expect(await a.sync()).toMatchObject({ state: 'offline', waiting: 1, problem: null });
    expect((await a.status()).nextAt).not.toBeNull();
    expect(await a.body(ids[0]!)).toBe(`on A ${ids[0]}`);
    await server.listen(port);
    await expectLevel(ids);
  });

  it.each(['info', 'pull', 'push'] as const)('is the same where the connection breaks at %s', async (kind) => {
    const ids = await writeOnBoth();
    failAlways([kind], { kind: 'reset-before' });
    expect(await a.sync()).toMatchObject({ state: 'offline', waiting: 1 });
    server.fault = () => null;
    await expectLevel(ids);
  });
});

describe('an answer that is lost', () => {
  it('P3b P4a P4b F3a: the server has it and we do not know; no wedge, nothing twice', async () => {
    const ids = await writeOnBoth();
    failNext('push', { kind: 'reset-after' });
    await a.sync();
    await expectLevel(ids);
  });

  it('is found out where the answer was cut', async () => {
    const ids = await writeOnBoth();
    failNext('push', { kind: 'truncated' });
    await a.sync();
    await expectLevel(ids);
  });

  it('F4: a process that is killed while it pulls or pushes loses nothing', async () => {
    const ids = await writeOnBoth();
    for (const kind of ['pull', 'push'] as const) {
      failNext(kind, { kind: 'latency', ms: 2000 });
      const cycle = a.sync();
      await a.until((status) => status.state === 'syncing');
      // Pausing cuts the cycle off with SIGKILL.
      value(await a.client.invoke('sync.pause', { paused: true }));
      await cycle;
      value(await a.client.invoke('sync.pause', { paused: false }));
      await a.until((status) => status.state === 'synced');
    }
    await expectLevel(ids);
  });
});

describe('a server that answers wrongly', () => {
  it('H1: never answers; a deadline of our own ends it', async () => {
    const ids = await writeOnBoth();
    failAlways(['push'], { kind: 'hang' });
    expect(await a.sync()).toMatchObject({ state: 'trouble', problem: 'no-answer', waiting: 1 });
    server.fault = () => null;
    await expectLevel(ids);
  });

  it('P2b L2b: fails with 503', async () => {
    const ids = await writeOnBoth();
    failAlways(['info'], { kind: 'status', status: 503 });
    expect(await a.sync()).toMatchObject({ state: 'trouble', problem: 'server', waiting: 1 });
    failAlways(['push'], { kind: 'status', status: 503 });
    expect(await a.sync()).toMatchObject({ state: 'trouble', problem: 'server', waiting: 1 });
    server.fault = () => null;
    await expectLevel(ids);
  });

  it.each(['info', 'push'] as const)('P5 F17: refuses the token at %s; a new token heals it', async (kind) => {
    const ids = await writeOnBoth();
    if (kind === 'info') server.changeToken('another');
    else failAlways(['push'], { kind: 'status', status: 401 });
    expect(await a.sync()).toMatchObject({ state: 'needs-you', problem: 'token', waiting: 1 });
    expect(await a.body(ids[0]!)).toBe(`on A ${ids[0]}`);
    server.fault = () => null;
    if (kind === 'info') {
      value(await a.client.invoke('sync.change-token', { token: 'another' }));
      await a.until((status) => status.state === 'synced');
      server.changeToken(TOKEN);
    }
    value(await a.client.invoke('sync.change-token', { token: TOKEN }));
    await expectLevel(ids);
  });

  it('P6 H2: a sign-in page in the place of the server, as a page or as a redirect', async () => {
    const ids = await writeOnBoth();
    const pages: Fault[] = [
      { kind: 'html' },
      { kind: 'redirect', location: '/sign-in' },
      { kind: 'redirect', location: 'http://127.0.0.1:9/sign-in' },
    ];
    for (const page of pages) {
      server.fault = () => page;
      expect(await a.sync()).toMatchObject({ state: 'trouble', problem: 'not-a-server', waiting: 1 });
    }
    server.fault = () => null;
    await expectLevel(ids);
  });

  it('L2f: a page in the place of frames does no harm that lasts', async () => {
    const ids = await writeOnBoth();
    failNext('pull', { kind: 'html' });
    await a.sync();
    await expectLevel(ids);
  });

  it.each(['push', 'pull'] as const)('P7c L3a: names a wrong generation in the answer to a %s', async (kind) => {
    const ids = await writeOnBoth();
    failNext(kind, { kind: 'wrong-generation', generation: 7 }, 3);
    await a.sync();
    await expectLevel(ids);
  });

  it('L1d: announces a roll-over in the middle of a transaction, over which libSQL aborts its process', async () => {
    const ids = Array.from({ length: 60 }, () => randomUUID());
    for (const id of ids) await a.write(id, `${id} ${'long '.repeat(2500)}`);
    await a.sync();
    let hit = 0;
    server.fault = ({ kind, path }) => {
      const start = Number(/\/sync\/\d+\/(\d+)\//.exec(path)?.[1]);
      if (kind !== 'pull' || hit > 0 || start < 130) return null;
      hit += 1;
      return { kind: 'status', status: 400, body: JSON.stringify({ generation: server.generation + 1 }) };
    };
    await b.sync();
    expect(hit).toBe(1);
    await expectLevel(ids.slice(0, 3));
  });
});

describe('a server that moves on', () => {
  it('R1: rolls over under frames that were not pushed', async () => {
    for (let round = 0; round < 3; round += 1) {
      const ids = await writeOnBoth();
      await server.rollOver();
      await expectLevel(ids);
    }
  });

  it('goes on for a device that was away for several generations', async () => {
    const ids: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      ids.push(randomUUID());
      await a.write(ids.at(-1)!, `round ${round}`);
      await a.sync();
      await server.rollOver();
    }
    await b.write(ids[0]!, 'B was away');
    await expectLevel(ids);
  });
});

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
    b = await bench.device('b');
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
