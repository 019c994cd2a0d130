/** What the tests of failures share. The bindings are live: they are set before the first test of a file. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { createVault, value } from '../../src-main/testing/test-app.ts';
import type { Fault, SeenRequest, SyncServer } from '../support/sync-server/sync-server.ts';
import { BY_HAND, joinVault, Workbench, type Device } from './two-devices.ts';

export let bench: Workbench;
export let server: SyncServer;
export let a: Device;
export let b: Device;
export const PATIENCE = 9000;

/** Two devices of one vault, level, over one server, for all tests of a file; each test leaves them level, and the next one begins with them. */
export function levelDevices(): void {
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
}

/** Faults for the next requests of a kind; honest behind them. */
export function failNext(kind: SeenRequest['kind'], fault: Fault, times = 1): void {
  let left = times;
  server.fault = (request) => {
    if (request.kind !== kind || left === 0) return null;
    left -= 1;
    return fault;
  };
}

export function failAlways(kinds: readonly SeenRequest['kind'][], fault: Fault): void {
  server.fault = (request) => (kinds.includes(request.kind) ? fault : null);
}

/** What both have written arrives at the other, and both say that they are level. */
export async function expectLevel(ids: readonly string[] = []): Promise<void> {
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

export async function writeOnBoth(): Promise<string[]> {
  const ids = [randomUUID(), randomUUID()];
  await a.write(ids[0]!, `on A ${ids[0]}`);
  await b.write(ids[1]!, `on B ${ids[1]}`);
  return ids;
}

/** Starts the second device again after its app was closed. */
export async function startAgain(): Promise<void> {
  b = await bench.device('b');
}
