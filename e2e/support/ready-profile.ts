import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createClock } from '../../src-main/clock.ts';
import { projections } from '../../src-main/storage/service.ts';
import { VaultKeeper } from '../../src-main/storage/vault-keeper.ts';
import { PASSPHRASE } from './marker.ts';

const folder = resolve(import.meta.dirname, '../../test-results/ready');
/** A profile with an empty vault, locked. Specs that are not about the first three steps begin with a copy: it saves each of them the steps. */
export const READY_PROFILE = join(folder, 'profile');
const RECOVERY_KEY = join(folder, 'recovery-key');

export async function makeReadyProfile(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(READY_PROFILE, { recursive: true });
  const keeper = new VaultKeeper({
    folder: READY_PROFILE,
    clock: createClock({ offset: 0, zone: 'UTC' }),
    passphraseCost: 'floor',
    projections,
    log: () => {},
  });
  const recoveryKey = await keeper.create(PASSPHRASE);
  await keeper.confirmRecoveryKey(recoveryKey);
  await keeper.close();
  writeFileSync(RECOVERY_KEY, recoveryKey);
}

export function readyRecoveryKey(): string {
  return readFileSync(RECOVERY_KEY, 'utf8');
}
