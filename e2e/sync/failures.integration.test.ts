/**
 * What can go wrong between a device and a server (libsql-failures.md, by its ids): what the person is told, that nothing is lost, and that it heals
 * by itself where it can.
 */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { value } from '../../src-main/testing/test-app.ts';
import type { Fault } from '../support/sync-server/sync-server.ts';
import { levelDevices, a, b, server, failNext, failAlways, expectLevel, writeOnBoth } from './level-devices.ts';
import { TOKEN } from './two-devices.ts';

levelDevices();

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
