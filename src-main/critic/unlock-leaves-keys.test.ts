import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Result } from '../../src-shared/result.ts';
import type { StorageCall, StorageMessage } from '../storage/protocol.ts';
import { StorageService } from '../storage/service.ts';
import { removeFolder, temporaryFolder, value } from '../testing/test-app.ts';

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

it('F8: an unlock either opens the vault, or leaves no open vault and no key in the process', async () => {
  const secret = 'a bench of stone in the garden';
  let ask = serve();
  const { recoveryKey } = value(await ask('create', { passphrase: secret })) as { recoveryKey: string };
  value(await ask('confirm-recovery-key', { recoveryKey }));
  await ask('close', {});
  // One copy of the envelope has gone bad, and the disk takes nothing (here: a folder stands in the way of the new file).
  await writeFile(join(folder, 'vault.json'), 'a bad sector');
  await mkdir(join(folder, 'vault.json.new'));
  ask = serve();
  const unlocked = await ask('unlock', { method: 'passphrase', secret });
  const read = await ask('entries.timeline', { before: null, limit: 1 });
  // Main says `locked` behind a failed unlock; then no lock (idle, sleep, screen) ends the process any more (VaultSession.lock returns at once).
  expect({ unlocked: unlocked.ok, isOpen: read.ok }).toEqual({ unlocked: read.ok, isOpen: unlocked.ok });
  await ask('close', {});
}, 30_000);
