import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err, ok, type ErrorCode } from '../../src-shared/result.ts';
import { removeFolder, temporaryFolder } from '../testing/test-app.ts';
import { delayAfter, UnlockAttempts } from './unlock-attempts.ts';

const NOON = Date.parse('2026-11-22T12:00:00Z');

let folder: string;
let path: string;
/** The wall clock, and one that only runs forward. */
let wall: number;
let elapsed: number;
const read = (): Promise<UnlockAttempts> =>
  UnlockAttempts.read(
    path,
    () => wall,
    () => elapsed,
  );
const pass = (ms: number): void => {
  wall += ms;
  elapsed += ms;
};
const failing = (code: ErrorCode) => async () => err(code);
const kept = async (): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder, 'attempts.json');
  wall = NOON;
  elapsed = 5000;
});
afterEach(() => removeFolder(folder));

describe('wrong tries', () => {
  it('wait longer each time, up to five minutes', () => {
    expect([0, 1, 2, 3, 4, 9, 50].map(delayAfter)).toEqual([0, 1000, 2000, 4000, 8000, 256_000, 300_000]);
  });

  it('count over every method and over restarts, and a right one ends the count', async () => {
    const attempts = await read();
    expect(await attempts.try(failing('wrong-secret'))).toEqual(err('wrong-secret', { retryAfterMs: 1000 }));
    let tried = false;
    const early = await attempts.try(async () => {
      tried = true;
      return ok({});
    });
    expect([early, tried]).toEqual([err('try-later', { retryAfterMs: 1000 }), false]);
    pass(1000);
    expect(await attempts.try(failing('wrong-secret'))).toEqual(err('wrong-secret', { retryAfterMs: 2000 }));
    pass(500);
    const again = await read();
    expect(again.retryAfterMs()).toBe(1500);
    pass(1500);
    expect(await again.try(async () => ok('open'))).toEqual(ok('open'));
    expect((await read()).retryAfterMs()).toBe(0);
    expect(await again.try(failing('wrong-secret'))).toEqual(err('wrong-secret', { retryAfterMs: 1000 }));
  });

  it('are written down before the answer is known', async () => {
    const attempts = await read();
    let during: unknown;
    await attempts.try(async () => {
      during = await kept();
      return ok({});
    });
    expect(during).toEqual({ failures: 1, lastFailureAt: NOON });
    expect(await kept()).toMatchObject({ failures: 0 });
  });

  it('count where the app was killed over them', async () => {
    const script = join(folder, 'killed.ts');
    const module = join(import.meta.dirname, 'unlock-attempts.ts');
    await writeFile(
      script,
      `import { UnlockAttempts } from ${JSON.stringify(module)};
       const attempts = await UnlockAttempts.read(${JSON.stringify(path)}, () => ${NOON});
       await attempts.try(() => process.kill(process.pid, 'SIGKILL') && new Promise(() => {}));`,
    );
    for (const [failures, delay] of [
      [1, 1000],
      [2, 2000],
    ]) {
      const child = fork(script, [], { execArgv: [] });
      expect((await once(child, 'exit'))[1]).toBe('SIGKILL');
      expect(await kept()).toEqual({ failures, lastFailureAt: NOON });
      expect((await read()).retryAfterMs()).toBe(delay);
      // The next child's clock stands still, so the delay has to be over for it.
      await writeFile(path, JSON.stringify({ failures, lastFailureAt: NOON - 600_000 }));
    }
  });

  it('are one after the other: many at once are no way around the delay', async () => {
    const attempts = await read();
    const results = await Promise.all([1, 2, 3, 4].map(() => attempts.try(failing('wrong-secret'))));
    expect(results.map((result) => (result.ok ? 'ok' : result.error.code))).toEqual([
      'wrong-secret',
      'try-later',
      'try-later',
      'try-later',
    ]);
    expect(await kept()).toMatchObject({ failures: 1 });
  });

  it('are not what has nothing to do with the secret, but the end of the process that looks at it is', async () => {
    const attempts = await read();
    await attempts.try(failing('wrong-secret'));
    pass(1000);
    for (const code of ['disk-full', 'vault-damaged', 'profile-read-only', 'cancelled'] as const) {
      expect(await attempts.try(failing(code))).toEqual(err(code));
      expect(await kept()).toMatchObject({ failures: 1 });
    }
    await expect(attempts.try(() => Promise.reject(new Error('thrown')))).rejects.toThrow('thrown');
    expect(await kept()).toMatchObject({ failures: 1 });
    expect(await attempts.try(failing('storage-stopped'))).toEqual(err('storage-stopped'));
    expect(await kept()).toMatchObject({ failures: 2 });
    expect(attempts.retryAfterMs()).toBe(2000);
  });

  it('wait their time whatever is done to the clock while the app runs', async () => {
    const attempts = await read();
    await attempts.try(failing('wrong-secret'));
    for (const set of [NOON + 86_400_000, 0]) {
      wall = set;
      expect(attempts.retryAfterMs()).toBe(1000);
    }
    elapsed += 400;
    expect(attempts.retryAfterMs()).toBe(600);
  });

  it('wait once more, and not for years, where the clock was set back between two runs', async () => {
    const attempts = await read();
    await attempts.try(failing('wrong-secret'));
    pass(1000);
    await attempts.try(failing('wrong-secret'));
    wall = 0;
    const again = await read();
    expect(again.retryAfterMs()).toBe(2000);
    wall = 1500;
    expect(again.retryAfterMs()).toBe(500);
  });

  it.each(['', 'not json', '{"failures":-1,"lastFailureAt":0}', '{"failures":1.5,"lastFailureAt":0}', '[]'])(
    'begin anew with a file that says %j, and with none',
    async (text) => {
      await writeFile(path, text);
      const attempts = await read();
      expect(attempts.retryAfterMs()).toBe(0);
      await attempts.try(failing('wrong-secret'));
      expect(await kept()).toEqual({ failures: 1, lastFailureAt: NOON });
      // Deleted under the running app: what it knows still counts.
      await rm(path);
      expect(attempts.retryAfterMs()).toBe(1000);
    },
  );

  it('wait five minutes at most, whatever a file claims', async () => {
    await writeFile(path, JSON.stringify({ failures: 1_000_000_000, lastFailureAt: NOON }));
    expect((await read()).retryAfterMs()).toBe(300_000);
  });

  it('count on where the disk takes nothing', async () => {
    await writeFile(path, '');
    path = join(path, 'attempts.json');
    const attempts = await read();
    await attempts.try(failing('wrong-secret'));
    expect(attempts.retryAfterMs()).toBe(1000);
  });
});
