import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FRAME_BYTES } from './store.ts';
import { SyncServer, type SyncServerOptions } from './sync-server.ts';

const TOKEN = 'a-token';

let root: string;
let servers: SyncServer[];
let children: ChildProcess[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'daygrove-server-'));
  servers = [];
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const server of servers) await server.close();
  await rm(root, { recursive: true, force: true });
});

async function start(options: Partial<SyncServerOptions> = {}): Promise<SyncServer> {
  const server = await SyncServer.start({ dir: join(root, 'server'), token: TOKEN, ...options });
  servers.push(server);
  return server;
}

/** A frame of a page filled with one number; `size` above 0 ends a transaction. */
function frame(page: number, size: number, fill: number): Buffer {
  const bytes = Buffer.alloc(FRAME_BYTES, fill);
  bytes.writeUInt32BE(page, 0);
  bytes.writeUInt32BE(size, 4);
  return bytes;
}

interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
  readonly json: Record<string, unknown>;
}

async function ask(server: SyncServer, path: string, frames?: readonly Buffer[], token = TOKEN): Promise<Answer> {
  const response = await fetch(server.url + path, {
    method: frames === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}` },
    ...(frames === undefined ? {} : { body: Buffer.concat(frames) }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('content-type') === 'application/json';
  return {
    status: response.status,
    bytes,
    json: isJson ? (JSON.parse(bytes.toString()) as Record<string, unknown>) : {},
  };
}

describe('the protocol', () => {
  it('wants the token, whatever is asked', async () => {
    const server = await start();
    for (const path of ['/info', '/export/1', '/sync/1/1/129']) {
      expect((await ask(server, path, undefined, 'wrong')).status).toBe(401);
    }
    expect((await ask(server, '/sync/1/1/2', [frame(1, 1, 7)], '')).status).toBe(401);
    expect((await ask(server, '/sync/1/1/129')).json).toEqual({ generation: 1 });
  });

  it('tells its generation, gives an empty base, and says where the frames end', async () => {
    const server = await start();
    expect((await ask(server, '/info')).json).toEqual({ current_generation: 1 });
    expect((await ask(server, '/export/1')).bytes).toHaveLength(0);
    expect(await ask(server, '/sync/1/1/129')).toMatchObject({ status: 400, json: { generation: 1 } });
    // A path in front of it is somebody's way to several databases.
    expect((await ask(server, '/v1/mine/info')).status).toBe(200);
    expect((await ask(server, '/elsewhere')).status).toBe(404);
  });

  it('takes frames, gives them back as they are, at most 128 at once', async () => {
    const server = await start();
    const frames = Array.from({ length: 128 }, (_, index) => frame(index + 1, index + 1, index));
    expect((await ask(server, '/sync/1/1/129', frames)).json).toMatchObject({
      status: 'ok',
      generation: 1,
      max_frame_no: 128,
    });
    await ask(server, '/sync/1/129/131', [frame(1, 128, 1), frame(2, 128, 2)]);
    expect((await ask(server, '/sync/1/1/999')).bytes).toEqual(Buffer.concat(frames));
    expect((await ask(server, '/sync/1/129/257')).bytes).toHaveLength(2 * FRAME_BYTES);
    expect((await ask(server, '/sync/1/131/259')).json).toEqual({ generation: 1 });
  });

  it('commits whole transactions only, over several requests by their baton, and drops one that is not finished', async () => {
    const server = await start();
    const first = await ask(server, '/sync/1/1/3', [frame(1, 0, 1), frame(2, 0, 2)]);
    expect(first.json).toMatchObject({ status: 'ok', max_frame_no: 2 });
    expect(await server.frames()).toBe(0);
    const baton = String(first.json['baton']);
    await ask(server, `/sync/1/3/4/${baton}`, [frame(3, 3, 3)]);
    expect(await server.frames()).toBe(3);
    // Without its baton, what was held is nobody's.
    await ask(server, '/sync/1/4/5', [frame(4, 0, 4)]);
    expect((await ask(server, '/sync/1/5/6', [frame(5, 5, 5)])).json).toMatchObject({ status: 'ok', max_frame_no: 3 });
    expect(await server.frames()).toBe(3);
  });

  it.each(['strict', 'identical'] as const)('meets frames that it has, %s', async (overlap) => {
    const server = await start({ overlap });
    const [one, two] = [frame(1, 1, 1), frame(2, 2, 2)];
    await ask(server, '/sync/1/1/3', [one, two]);
    const restamped = Buffer.from(two);
    restamped.fill(9, 8, 24);
    const again = await ask(server, '/sync/1/2/4', [restamped, frame(3, 3, 3)]);
    expect(again.json).toMatchObject(
      overlap === 'strict' ? { status: 'conflict', max_frame_no: 2 } : { status: 'ok', max_frame_no: 3 },
    );
    const other = await ask(server, '/sync/1/1/2', [frame(1, 1, 77)]);
    expect(other.json).toMatchObject({ status: 'conflict' });
  });

  it.each(['error', 'conflict'] as const)(
    'meets an earlier generation, %s; and still gives its frames',
    async (oldGeneration) => {
      const server = await start({ oldGeneration });
      await ask(server, '/sync/1/1/3', [frame(1, 0, 1), frame(2, 2, 2)]);
      await server.rollOver();
      expect((await ask(server, '/info')).json).toEqual({ current_generation: 2 });
      const pushed = await ask(server, '/sync/1/3/4', [frame(1, 2, 9)]);
      expect(pushed).toMatchObject(
        oldGeneration === 'error' ? { status: 400 } : { status: 200, json: { status: 'conflict' } },
      );
      expect((await ask(server, '/sync/1/1/129')).bytes).toHaveLength(2 * FRAME_BYTES);
      expect((await ask(server, '/sync/1/3/131')).json).toEqual({ generation: 2 });
      // base(G+1) is base(G) with all frames of G.
      const base = await ask(server, '/export/2');
      expect(base.bytes).toEqual(Buffer.concat([frame(1, 0, 1).subarray(24), frame(2, 0, 2).subarray(24)]));
    },
  );

  it('refuses bodies that do not hold what the address says', async () => {
    const server = await start();
    for (const [path, frames] of [
      ['/sync/1/1/3', [frame(1, 1, 1)]],
      ['/sync/1/2/1', [frame(1, 1, 1)]],
      ['/sync/1/0/1', [frame(1, 1, 1)]],
      ['/sync/1/1/2', [Buffer.from('short')]],
    ] as const) {
      expect((await ask(server, path, frames)).status).toBe(400);
    }
    const many = Array.from({ length: 129 }, () => frame(1, 1, 1));
    expect([400, 413]).toContain((await ask(server, '/sync/1/1/130', many)).status);
    expect(await server.frames()).toBe(0);
  });
});

describe('what it keeps', () => {
  it('is there after a restart, without a batch that was cut in half', async () => {
    const server = await start();
    await ask(server, '/sync/1/1/2', [frame(1, 1, 1)]);
    await ask(server, '/sync/1/2/3', [frame(2, 2, 2)]);
    await server.rollOver();
    await ask(server, '/sync/2/1/2', [frame(1, 2, 3)]);
    await ask(server, '/sync/2/2/3', [frame(1, 2, 4)]);
    await server.close();
    const log = join(root, 'server', 'frames-2.log');
    const file = await open(log, 'r+');
    await file.truncate((await stat(log)).size - 100);
    await file.close();
    const again = await start();
    expect((await ask(again, '/info')).json).toEqual({ current_generation: 2 });
    expect((await ask(again, '/sync/2/1/129')).bytes).toEqual(frame(1, 2, 3));
    expect((await ask(again, '/sync/1/1/129')).bytes).toHaveLength(2 * FRAME_BYTES);
  });

  it('is every answered transaction, where its process is killed at any moment', async () => {
    const dir = join(root, 'killed');
    let answered = 0;
    for (let round = 0; round < 5; round += 1) {
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, 'cli.ts'), '--dir', dir, '--token', TOKEN, '--port', '0'],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      children.push(child);
      const said = await new Promise<string>((resolve) =>
        child.stdout.once('data', (text: Buffer) => resolve(text.toString())),
      );
      expect(said).toContain('For tests and development');
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)![0];
      setTimeout(() => child.kill('SIGKILL'), 30 + round * 15);
      for (;;) {
        const next = answered + 1;
        const body = frame(1, 1, next % 250);
        const response = await fetch(`${url}/sync/1/${next}/${next + 1}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${TOKEN}` },
          body: new Uint8Array(body),
        }).catch(() => null);
        if (response === null) break;
        const { status, max_frame_no: max } = (await response.json()) as { status: string; max_frame_no: number };
        // It may have taken one whose answer was cut off.
        answered = status === 'ok' ? next : max;
      }
    }
    const server = await start({ dir });
    expect(answered).toBeGreaterThan(5);
    expect(await server.frames()).toBeGreaterThanOrEqual(answered);
    expect(await server.frames()).toBeLessThanOrEqual(answered + 1);
  });

  it('is not shared by two', async () => {
    const parameters = [
      join(import.meta.dirname, 'cli.ts'),
      '--dir',
      join(root, 'one'),
      '--token',
      TOKEN,
      '--port',
      '0',
    ];
    const first = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(first);
    await new Promise((resolve) => first.stdout.once('data', resolve));
    const second = spawn(process.execPath, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
    children.push(second);
    const parts: Buffer[] = [];
    second.stderr.on('data', (part: Buffer) => parts.push(part));
    expect(await new Promise((resolve) => second.on('exit', resolve))).toBe(2);
    expect(Buffer.concat(parts).toString()).toContain('Another sync server');
  });
});

/** The native client itself, in a process of its own: its `sync()` holds its thread. */
const CLIENT = `
import { createClient } from '@libsql/client';
process.on('message', async ({ url, path, steps }) => {
  const client = createClient({ url: 'file:' + path, syncUrl: url, authToken: '${TOKEN}', offline: true });
  const seen = [];
  try {
    for (const step of steps) {
      if (step === 'sync') seen.push((await client.sync())?.frames_synced);
      else seen.push((await client.execute(step)).rows.map((row) => Object.values(row)));
    }
    process.send({ seen }, () => process.exit(0));
  } catch (error) {
    process.send({ seen, error: String(error.message) }, () => process.exit(0));
  }
});
process.send('ready');
`;

async function libsql(
  server: SyncServer,
  name: string,
  steps: readonly string[],
): Promise<{ seen: unknown[]; error?: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', CLIENT], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  children.push(child);
  await new Promise((resolve) => child.once('message', resolve));
  const answer = new Promise<{ seen: unknown[]; error?: string }>((resolve) =>
    child.once('message', (message) => resolve(message as never)),
  );
  child.send({ url: server.url, path: join(root, `${name}.db`), steps });
  return answer;
}

describe('with the real client', () => {
  it('carries rows between devices, a transaction of more than 128 frames, and a roll-over', async () => {
    const server = await start();
    const many = `WITH RECURSIVE n(x) AS (VALUES (10) UNION ALL SELECT x + 1 FROM n WHERE x < 130) INSERT INTO t SELECT x, zeroblob(9000) FROM n`;
    const a = await libsql(server, 'a', [
      'sync',
      'sync',
      'CREATE TABLE t (x INTEGER PRIMARY KEY, y BLOB)',
      'INSERT INTO t VALUES (1, NULL)',
      'sync',
      'sync',
    ]);
    expect(a.error).toBeUndefined();
    const pushed = await libsql(server, 'a', ['sync', 'sync', many, 'sync', 'sync']);
    expect(pushed.error).toBeUndefined();
    expect(await server.frames()).toBeGreaterThan(256);
    await server.rollOver();
    const b = await libsql(server, 'b', [
      'sync',
      'sync',
      'SELECT count(*) FROM t',
      'INSERT INTO t VALUES (2, NULL)',
      'sync',
      'sync',
    ]);
    expect(b.seen[2]).toEqual([[122]]);
    const after = await libsql(server, 'a', ['sync', 'sync', 'SELECT count(*) FROM t']);
    expect(after.seen[2]).toEqual([[123]]);
  });

  it('has the conflict that two writers run into', async () => {
    const server = await start();
    await libsql(server, 'a', ['sync', 'sync', 'CREATE TABLE t (x)', 'sync', 'sync']);
    await libsql(server, 'b', ['sync', 'sync', 'INSERT INTO t VALUES (1)']);
    await libsql(server, 'a', ['sync', 'INSERT INTO t VALUES (2)', 'sync', 'sync']);
    const b = await libsql(server, 'b', ['sync']);
    expect(b.error).toMatch(/conflict/i);
  });
});
