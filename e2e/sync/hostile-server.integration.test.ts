/** A server that means harm, or somebody who has its token: they can withhold and destroy, and neither read, nor forge, nor set anything back unnoticed. */
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createVault, TEST_PASSPHRASE, value } from '../../src-main/testing/test-app.ts';
import type { SyncServer } from '../support/sync-server/sync-server.ts';
import { asStranger } from './mailbox-tools.ts';
import { joinVault, TOKEN, Workbench, type Device } from './two-devices.ts';

const WORDS = ['quindlefrost', 'zephyrkettle'];

let bench: Workbench;
let server: SyncServer;
let a: Device;
let b: Device;
const entryId = randomUUID();
const sent: Buffer[] = [];
let newcomers = 0;

beforeAll(async () => {
  bench = await Workbench.make();
  server = await bench.server({
    onRequest: ({ path, headers, body }) => void sent.push(Buffer.from(`${path} ${JSON.stringify(headers)}`), body),
  });
  a = await bench.device('a');
  await createVault(a.client);
  await a.write(entryId, `The ${WORDS[0]} hummed.`);
  await a.write(randomUUID(), `And the ${WORDS[1]}.`);
  await a.connect(server.url);
  b = await bench.device('b');
  await joinVault(b, server.url);
});
afterAll(() => bench.close());
afterEach(() => {
  server.fault = () => null;
});

async function newcomer(): Promise<Device> {
  newcomers += 1;
  const device = await bench.device(`newcomer-${newcomers}`);
  await joinVault(device, server.url);
  return device;
}

async function expectWhole(device: Device): Promise<void> {
  expect(await device.body(entryId)).toBe(`The ${WORDS[0]} hummed.`);
}

describe('somebody who holds the server', () => {
  it('reads nothing: no word, no name and no passphrase is in anything that was sent or is kept', async () => {
    value(await a.client.invoke('sync.rename-device', { name: 'zephyrkettle laptop' }));
    await a.sync();
    const rows = await asStranger(server.url, [
      { sql: 'SELECT hex(id) AS id, hex(hlc) AS hlc, hex(box) AS box FROM log' },
    ]);
    expect(rows.length).toBeGreaterThan(3);
    const kept =
      JSON.stringify(rows) +
      JSON.stringify(await asStranger(server.url, [{ sql: 'SELECT hex(body) AS body FROM envelope' }]));
    for (const secret of [...WORDS, TEST_PASSPHRASE, 'laptop']) {
      expect(Buffer.concat(sent).includes(secret)).toBe(false);
      expect(kept.toLowerCase()).not.toContain(Buffer.from(secret).toString('hex'));
    }
    expect(sent.length).toBeGreaterThan(20);
  });

  it('cannot give one record out as another, nor an old version as a new one', async () => {
    const rows = await asStranger(server.url, [{ sql: 'SELECT seq, id, hlc, box FROM log ORDER BY seq LIMIT 2' }]);
    const [one, two] = rows.map((row) => ({
      id: row['id'] as Uint8Array,
      hlc: row['hlc'] as Uint8Array,
      box: row['box'] as Uint8Array,
    }));
    const later = new Uint8Array(one!.hlc);
    later[5]! += 1;
    await asStranger(server.url, [
      // Another's place, and its own record under a later stamp.
      { sql: 'INSERT INTO log (id, hlc, box) VALUES (?, ?, ?)', args: [one!.id, later, two!.box] },
      { sql: 'INSERT INTO log (id, hlc, box) VALUES (?, ?, ?)', args: [one!.id, later, one!.box] },
      // The same once more: nothing happens twice.
      { sql: 'INSERT INTO log (id, hlc, box) VALUES (?, ?, ?)', args: [one!.id, one!.hlc, one!.box] },
    ]);
    for (const device of [a, b]) {
      const status = await device.sync();
      expect(status.state).toBe('synced');
      expect(status.notices.unreadable).toBe(1);
      await expectWhole(device);
    }
    value(await a.client.invoke('sync.dismiss-notices', {}));
    expect((await a.status()).notices.unreadable).toBe(0);
  });

  it('cannot invent records, of any shape', async () => {
    await asStranger(server.url, [
      {
        sql: 'INSERT INTO log (id, hlc, box) VALUES (?, ?, ?)',
        args: [randomBytes(16), randomBytes(16), randomBytes(400)],
      },
      {
        sql: 'INSERT INTO log (id, hlc, box) VALUES (?, ?, ?)',
        args: [randomBytes(3), randomBytes(40), new Uint8Array(0)],
      },
      { sql: "INSERT INTO log (id, hlc, box) VALUES ('text', 17, 'text')" },
      // libSQL aborts the process that reads this as text (U1).
      {
        sql: "INSERT INTO log (id, hlc, box) VALUES (cast(x'41ff42' as text), cast(x'ff' as text), cast(x'41ff42' as text))",
      },
      {
        sql: 'INSERT INTO log (id, hlc, box) VALUES (?, ?, zeroblob(3000000))',
        args: [randomBytes(16), randomBytes(16)],
      },
    ]);
    const id = randomUUID();
    await a.write(id, 'and on it goes');
    for (const device of [a, b]) expect((await device.sync()).state).toBe('synced');
    await b.sync();
    expect(await b.body(id)).toBe('and on it goes');
    await expectWhole(b);
    const c = await newcomer();
    await expectWhole(c);
    expect((await c.sync()).notices.unreadable).toBeGreaterThan(0);
  });

  it('cannot swap the boxes of two records: a new device says so, and one that has them whole mends it', async () => {
    const rows = await asStranger(server.url, [
      { sql: `SELECT seq FROM log WHERE length(box) < 3000 ORDER BY seq LIMIT 2` },
    ]);
    const [one, two] = rows.map((row) => Number(row['seq']));
    await asStranger(server.url, [
      { sql: 'CREATE TABLE swap AS SELECT box FROM log WHERE seq = ?', args: [one!] },
      { sql: 'UPDATE log SET box = (SELECT box FROM log WHERE seq = ?) WHERE seq = ?', args: [two!, one!] },
      { sql: 'UPDATE log SET box = (SELECT box FROM swap) WHERE seq = ?', args: [two!] },
      { sql: 'DROP TABLE swap' },
    ]);
    await a.sync();
    const c = await newcomer();
    const before = await c.sync();
    expect(before.notices.unreadable).toBeGreaterThan(0);
    value(await a.client.invoke('sync.compare-all', {}));
    await a.until((status) => status.state === 'synced');
    await c.sync();
    await expectWhole(c);
    expect(await c.body(entryId)).toBe(await a.body(entryId));
  });

  it('cannot take records away unnoticed: a new device names whose are missing, and they come back', async () => {
    const id = randomUUID();
    await a.write(id, 'taken away');
    await a.sync();
    // B says, sealed, what it has seen. It does so twice a day; half a day later.
    await b.sync();
    await b.app.close();
    b = await bench.device('b', { clock: { offset: 13 * 60 * 60 * 1000, zone: null } });
    value(await b.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));
    expect((await b.sync()).state).toBe('synced');
    const rows = await asStranger(server.url, [{ sql: 'SELECT seq FROM log ORDER BY seq DESC LIMIT 2' }]);
    // The newest is what B said; the one before it is A's.
    await asStranger(server.url, [{ sql: 'DELETE FROM log WHERE seq = ?', args: [Number(rows[1]!['seq'])] }]);
    const c = await newcomer();
    const status = await c.sync();
    expect(await c.body(id)).toBeNull();
    expect(status.notices.missingFrom.length).toBeGreaterThan(0);
    value(await a.client.invoke('sync.compare-all', {}));
    await a.until((each) => each.state === 'synced');
    const healed = await c.sync();
    expect(await c.body(id)).toBe('taken away');
    expect(healed.notices.missingFrom).toEqual([]);
  });

  it('cannot put back an old envelope, nor one of its own', async () => {
    const [old] = await asStranger(server.url, [{ sql: 'SELECT body FROM envelope' }]);
    value(
      await a.client.invoke('vault.change-passphrase', {
        current: TEST_PASSPHRASE,
        next: 'another passphrase altogether',
      }),
    );
    await a.sync();
    const [current] = await asStranger(server.url, [{ sql: 'SELECT hex(body) AS body FROM envelope' }]);
    for (const body of [old!['body'] as Uint8Array, Buffer.from('12345678{"format":1}12345678')]) {
      await asStranger(server.url, [{ sql: 'UPDATE envelope SET body = ?', args: [body] }]);
      expect((await a.sync()).state).toBe('synced');
      // A's own is there again (its random ends differ).
      const [now] = await asStranger(server.url, [{ sql: 'SELECT hex(body) AS body FROM envelope' }]);
      expect(String(now!['body']).slice(16, -16)).toBe(String(current!['body']).slice(16, -16));
    }
    expect((await b.sync()).notices.passphraseChanged).toBe(true);
    const c = await bench.device('too-late');
    const joined = await c.client.invoke('vault.join', {
      url: server.url,
      token: TOKEN,
      method: 'passphrase',
      secret: TEST_PASSPHRASE,
    });
    expect(joined).toMatchObject({ ok: false, error: { code: 'wrong-secret' } });
  });

  it('does no more than destroy its own database with pages of its choice', async () => {
    const id = randomUUID();
    await b.write(id, 'before the damage');
    await b.sync();
    server.fault = ({ kind }) =>
      kind === 'pull'
        ? {
            kind: 'tamper',
            body: (honest) => (honest.byteLength % 4120 === 0 ? randomBytes(honest.byteLength) : honest),
          }
        : null;
    const other = randomUUID();
    await a.write(other, 'written meanwhile');
    const status = await a.sync();
    expect(status.state).not.toBe('synced');
    expect(status.waiting).toBeGreaterThan(0);
    await expectWhole(a);
    server.fault = () => null;
    await a.sync();
    await b.sync();
    await a.sync();
    expect(await b.body(other)).toBe('written meanwhile');
    expect(await a.body(id)).toBe('before the damage');
  });
});
