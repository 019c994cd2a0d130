import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppFailure, type Result } from '../../src-shared/result.ts';
import type { StorageCall, StorageMessage } from './protocol.ts';
import { StorageService } from './service.ts';
import { removeFolder, temporaryFolder, value } from '../testing/test-app.ts';

/** What the next look for pieces that are still to be erased does. */
const { damage, failing } = vi.hoisted(() => ({ damage: { next: false }, failing: { next: false } }));
vi.mock('../features/attachments/pieces.ts', async (original) => {
  const real = await original<typeof import('../features/attachments/pieces.ts')>();
  return {
    ...real,
    settleErasures: async (...given: Parameters<typeof real.settleErasures>) => {
      if (damage.next) throw new AppFailure('vault-damaged');
      if (!failing.next) return real.settleErasures(...given);
      failing.next = false;
      throw new AppFailure('disk-full');
    },
  };
});

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => removeFolder(folder));

function serve() {
  const answers = new Map<number, (result: Result<unknown>) => void>();
  const clock = { offset: 0, zone: 'UTC' };
  const start = { kind: 'start', folder, clock, passphraseCost: 'floor', locale: 'en' } as const;
  const service = new StorageService(
    start,
    (message: StorageMessage) => void (message.kind === 'reply' && answers.get(message.id)?.(message.result)),
    () => 'log',
  );
  let id = 0;
  return (method: string, input: unknown): Promise<Result<never>> =>
    new Promise((resolve) => {
      answers.set((id += 1), resolve as (result: Result<unknown>) => void);
      void service.receive({ kind: 'request', id, method: method as StorageCall, input });
    });
}

it('an owner is not shut out by a disk that takes no second copy of the envelope', async () => {
  const secret = 'a bench of stone in the garden';
  let ask = serve();
  const { recoveryKey } = value(await ask('create', { passphrase: secret })) as { recoveryKey: string };
  value(await ask('confirm-recovery-key', { recoveryKey }));
  await ask('close', {});
  // One copy of the envelope has gone bad, and the disk takes nothing (here: a folder stands in the way of the new file).
  await writeFile(join(folder, 'vault.json'), 'a bad sector');
  await mkdir(join(folder, 'vault.json.new'));
  ask = serve();
  value(await ask('unlock', { method: 'passphrase', secret }));
  value(await ask('entries.timeline', { before: null, limit: 1 }));
  await ask('close', {});
  await rm(join(folder, 'vault.json.new'), { recursive: true });
  // With room again, the next unlock mends the copy.
  ask = serve();
  value(await ask('unlock', { method: 'passphrase', secret }));
  await ask('close', {});
  const copies = ['vault.json', 'vault.copy.json'].map((name) => readFile(join(folder, name), 'utf8'));
  expect(await copies[0]).toBe(await copies[1]);
}, 30_000);

it('an unlock that fails behind the opening leaves no open vault in the process', async () => {
  const secret = 'a bench of stone in the garden';
  let ask = serve();
  const { recoveryKey } = value(await ask('create', { passphrase: secret })) as { recoveryKey: string };
  value(await ask('confirm-recovery-key', { recoveryKey }));
  await ask('close', {});
  damage.next = true;
  ask = serve();
  expect(await ask('unlock', { method: 'passphrase', secret })).toMatchObject({
    ok: false,
    error: { code: 'vault-damaged' },
  });
  expect(await ask('entries.timeline', { before: null, limit: 1 })).toMatchObject({
    ok: false,
    error: { code: 'vault-locked' },
  });
  // What else fails there is no reason to keep the owner out, and no answer says that it is shut while it is open.
  damage.next = false;
  failing.next = true;
  ask = serve();
  value(await ask('unlock', { method: 'passphrase', secret }));
  expect(failing.next).toBe(false);
  value(await ask('entries.timeline', { before: null, limit: 1 }));
  await ask('close', {});
}, 30_000);
