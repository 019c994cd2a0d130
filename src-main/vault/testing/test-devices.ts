/** For tests: vaults of several devices, and what a mailbox would carry between them. */
import { projections } from '../../storage/service.ts';
import type { VaultKeys } from '../keys.ts';
import { Vault, type RecordChange, type SealedVersion } from '../vault.ts';
import { StillClock } from './test-vault.ts';

export const REPLICA = new Uint8Array(16).fill(7);

export interface TestDevice {
  readonly vault: Vault;
  readonly clock: StillClock;
}

export async function openDevice(path: string, keys: VaultKeys, now = '2026-11-24T08:00:00Z'): Promise<TestDevice> {
  const clock = new StillClock(now);
  return { vault: await Vault.open(path, keys, clock, projections), clock };
}

export async function versionsOf(vault: Vault): Promise<SealedVersion[]> {
  return Array.fromAsync(vault.versions());
}

/** As a cycle would: everything that `from` waits to send arrives at `to`, and is seen on the server by both. */
export async function deliver(from: Vault, to: Vault): Promise<void> {
  let after: Uint8Array | null = null;
  do {
    const page = await from.handOut(after, 100, 1_000_000);
    await to.receive(page.versions, REPLICA, 1);
    await from.receive(page.versions, REPLICA, 1);
    after = page.next;
  } while (after !== null);
}

export function entry(id: Uint8Array, body: string, base?: readonly string[]): RecordChange {
  return {
    id,
    type: 'entry',
    fields: { day: '2026-11-24', createdAt: 1, zone: 'UTC', body },
    ...(base === undefined ? {} : { base }),
  };
}

/** What the vault's projection shows of its entries. */
export async function shown(vault: Vault): Promise<string> {
  const rows = await vault.read.all('SELECT hex(id) AS id, body, mood, deleted FROM entry ORDER BY id');
  return JSON.stringify(rows);
}
