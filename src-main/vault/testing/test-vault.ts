/** For tests: an open vault in a folder of its own, without processes and without a passphrase. */
import { join } from 'node:path';
import type { Clock } from '../../clock.ts';
import { projections } from '../../storage/service.ts';
import { deriveKeys, newVaultId, newVaultKey, type VaultKeys } from '../keys.ts';
import { Vault } from '../vault.ts';
import { removeFolder, temporaryFolder } from '../../testing/test-app.ts';

/** A clock that stands where it was put. */
export class StillClock implements Clock {
  millis: number;
  zoneName: string;
  constructor(iso: string, zone = 'Europe/Vienna') {
    this.millis = Date.parse(iso);
    this.zoneName = zone;
  }
  readonly now = (): number => this.millis;
  readonly zone = (): string => this.zoneName;
  advance(milliseconds: number): void {
    this.millis += milliseconds;
  }
}

export interface TestVault {
  readonly vault: Vault;
  readonly clock: StillClock;
  readonly keys: VaultKeys;
  readonly path: string;
  readonly folder: string;
  /** Closes and opens the same file. */
  reopen(): Promise<Vault>;
  remove(): Promise<void>;
}

export async function openTestVault(now = '2026-11-22T08:14:00Z'): Promise<TestVault> {
  const folder = await temporaryFolder();
  const path = join(folder, 'vault.db');
  const keys = deriveKeys(newVaultKey(), newVaultId());
  const clock = new StillClock(now);
  let vault = await Vault.open(path, keys, clock, projections);
  return {
    get vault() {
      return vault;
    },
    clock,
    keys,
    path,
    folder,
    async reopen() {
      await vault.close();
      vault = await Vault.open(path, keys, clock, projections);
      return vault;
    },
    async remove() {
      await vault.close();
      await removeFolder(folder);
    },
  };
}
