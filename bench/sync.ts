import { randomBytes, randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { mkdir } from 'node:fs/promises';
import { createClock } from '../src-main/clock.ts';
import { projections } from '../src-main/storage/service.ts';
import { createVault, openTestApp, value, type TestApp } from '../src-main/testing/test-app.ts';
import { deriveKeys, newVaultId, newVaultKey } from '../src-main/vault/keys.ts';
import { Vault } from '../src-main/vault/vault.ts';
import type { SyncStatus } from '../src-shared/contract/sync.ts';
import { asStranger } from '../e2e/sync/mailbox-tools.ts';
import { BY_HAND, deviceOf, TOKEN } from '../e2e/sync/two-devices.ts';
import { SyncServer } from '../e2e/support/sync-server/sync-server.ts';
import { median, report, timed } from './measure.ts';
import { BENCH_PASSPHRASE, sampleText, seedVault } from './seed.ts';

interface ServerProcess {
  readonly url: string;
  end(): void;
}

/** In a process of its own, so that it is not part of what is measured. */
async function startServer(dir: string): Promise<ServerProcess> {
  const cli = join(import.meta.dirname, '../e2e/support/sync-server/cli.ts');
  const child = spawn(process.execPath, [cli, '--dir', dir, '--token', TOKEN, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await new Promise<string>((resolve) =>
    child.stdout.once('data', (text: Buffer) => resolve(text.toString())),
  );
  return { url: /http:\/\/\S+?(?=,)/.exec(said)![0], end: () => void child.kill('SIGKILL') };
}

function open(folder: string): Promise<TestApp> {
  return openTestApp(folder, { syncTiming: BY_HAND, clock: { offset: 0, zone: 'UTC' } });
}

function settled({ client }: TestApp): Promise<SyncStatus> {
  return new Promise((resolve) => {
    const stop = client.on('sync.status', (status) => {
      if (status.state !== 'synced') return;
      stop();
      resolve(status);
    });
  });
}

/** What libSQL's replica takes by itself for rows of this size: create, insert in one transaction, sync; in a process that starts for it. */
function bareSend(url: string, rows: number): Promise<unknown> {
  return asStranger(url, [
    { sql: 'CREATE TABLE IF NOT EXISTS bare (seq INTEGER PRIMARY KEY, id BLOB, hlc BLOB, box BLOB)' },
    {
      sql: `WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n WHERE x < ${rows})
            INSERT INTO bare (id, hlc, box) SELECT randomblob(16), randomblob(16), randomblob(560) FROM n`,
    },
  ]);
}

/** First link of a vault to an empty server, and a new device on that server. Both against libSQL alone with as many rows; main's event loop is watched meanwhile. */
async function benchFirstLink(folder: string, entries: number): Promise<void> {
  const own = join(folder, `link-${entries}`);
  await mkdir(own);
  await mkdir(join(own, 'a'));
  await seedVault(join(own, 'a'), entries, '2026-11-22');
  const server = await startServer(join(own, 'server'));
  const bareServer = await startServer(join(own, 'bare-server'));
  const a = await open(join(own, 'a'));
  value(await a.client.invoke('vault.unlock', { method: 'passphrase', secret: BENCH_PASSPHRASE }));
  const { waiting } = value(await a.client.invoke('sync.status', {}));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const link = await timed(async () => {
    const done = settled(a);
    value(await a.client.invoke('sync.connect', { url: server.url, token: TOKEN }));
    await done;
  });
  delay.disable();
  const bare = await timed(() => bareSend(bareServer.url, waiting));
  report(`first link, ${waiting.toLocaleString('en')} versions`, link, bare, 'libSQL alone, as many rows');
  process.stdout.write(
    `${`  main’s event loop meanwhile (${(link / 1000).toFixed(1)} s)`.padEnd(42)} ${(delay.percentile(99) / 1e6).toFixed(2).padStart(9)} ms   p99 of the delay, with 1 ms of the timer itself\n`,
  );
  const b = await open(join(own, 'b'));
  const joined = await timed(async () =>
    value(
      await b.client.invoke('vault.join', {
        url: server.url,
        token: TOKEN,
        method: 'passphrase',
        secret: BENCH_PASSPHRASE,
      }),
    ),
  );
  const barePull = await timed(() => asStranger(bareServer.url, [{ sql: 'SELECT count(*) FROM bare' }]));
  report(`new device, ${waiting.toLocaleString('en')} versions`, joined, barePull, 'libSQL alone, fetching as many');
  await a.app.close();
  await b.app.close();
  server.end();
  bareServer.end();
}

async function benchCycle(folder: string): Promise<void> {
  const server = await startServer(join(folder, 'cycle-server'));
  const a = await open(join(folder, 'cycle'));
  await createVault(a.client);
  const device = deviceOf(a);
  await device.connect(server.url);
  const bareServer = await startServer(join(folder, 'cycle-bare'));
  await bareSend(bareServer.url, 10);
  const cycles: number[] = [];
  const bares: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    for (let index = 0; index < 10; index += 1) await device.write(randomUUID(), sampleText(round * 10 + index, 60));
    cycles.push(await timed(() => device.sync()));
    bares.push(await timed(() => bareSend(bareServer.url, 10)));
  }
  report('cycle of 10 changes', median(cycles), median(bares), 'libSQL alone, a new copy each time');
  await a.app.close();
  server.end();
  bareServer.end();
}

/** In this process, because it counts what the server is sent. */
async function benchBytes(folder: string): Promise<void> {
  let sent = 0;
  let received = 0;
  const server = await SyncServer.start({
    dir: join(folder, 'bytes-server'),
    token: TOKEN,
    onRequest: ({ kind, body }) => {
      sent += body.byteLength;
      if (kind === 'pull') received += 1;
    },
  });
  const a = await open(join(folder, 'bytes'));
  await createVault(a.client);
  const habitId = randomUUID();
  const { day } = value(await a.client.invoke('app.today', {}));
  value(
    await a.client.invoke('habits.create', {
      id: habitId,
      name: 'Walk',
      question: '',
      schedule: { type: 'daily' },
      startDay: day,
    }),
  );
  const device = deviceOf(a);
  await device.connect(server.url);
  const samples: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    value(
      await a.client.invoke('habits.check-in', { habitId, day, mark: { type: round % 2 === 0 ? 'done' : 'missed' } }),
    );
    sent = 0;
    received = 0;
    await device.sync();
    samples.push(sent);
  }
  process.stdout.write(
    `${'sent per check-in'.padEnd(42)} ${(median(samples) / 1024).toFixed(1).padStart(9)} KiB  ${(median(samples) / 4120).toFixed(2).padStart(6)} x   one frame (4120 bytes); the fewest a commit can send\n`,
  );
  await a.app.close();
  await server.close();
}

/** A cycle's work in the storage process, ten thousand times: a commit, handing out, receiving what others wrote and what is our own. Memory must not grow with it. */
async function benchMemory(folder: string): Promise<void> {
  const keys = deriveKeys(newVaultKey(), newVaultId());
  const clock = createClock({ offset: 0, zone: 'UTC' });
  const [one, other] = [
    await Vault.open(join(folder, 'memory-1.db'), keys, clock, projections),
    await Vault.open(join(folder, 'memory-2.db'), keys, clock, projections),
  ];
  const ids = Array.from({ length: 50 }, () => randomBytes(16));
  const replica = new Uint8Array(16);
  const used: number[] = [];
  for (let cycle = 1; cycle <= 10_000; cycle += 1) {
    const id = ids[cycle % ids.length]!;
    await one.commit([{ id, type: 'habit', fields: { name: `Walk ${cycle}` } }]);
    const { versions } = await one.handOut(null, 100, 1_000_000);
    await other.receive(versions, replica, cycle);
    await one.receive(versions, replica, cycle);
    if (cycle % 2000 === 0) used.push(process.memoryUsage().rss / 1024 / 1024);
  }
  process.stdout.write(
    `${'memory after 10,000 cycles of operations'.padEnd(42)} ${used.at(-1)!.toFixed(0).padStart(9)} MB   ${(used.at(-1)! / used[0]!).toFixed(2).padStart(6)} x   after 2,000 (${used[0]!.toFixed(0)} MB)\n`,
  );
  await one.close();
  await other.close();
}

export async function benchSync(folder: string): Promise<void> {
  await benchCycle(folder);
  await benchBytes(folder);
  await benchMemory(folder);
  for (const entries of [1_000, 10_000, 100_000]) await benchFirstLink(folder, entries);
}
