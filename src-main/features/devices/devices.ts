import { hostname } from 'node:os';
import { MAX_DEVICE_NAME_LENGTH, type Device } from '../../../src-shared/contract/sync.ts';
import { isoMoment } from '../../../src-shared/domain/moment.ts';
import { bytesOf, jsonOf, textOf } from '../../vault/database.ts';
import type { Vault } from '../../vault/vault.ts';
import { DEVICE_RECORD, type DeviceFields } from './projection.ts';

/** A record a cycle would be waste: this is how exact "last seen" is. */
const ANNOUNCE_EVERY_MS = 12 * 60 * 60 * 1000;

type Holds = DeviceFields['holds'];

function recordId(vault: Vault): Uint8Array {
  return vault.derivedId('device', vault.device);
}

/** Of each device, the newest version and how many that were erased: no server need hold them any more. */
async function erased(vault: Vault): Promise<Holds> {
  const rows = await vault.read.all(
    'SELECT substr(hlc, 9) AS device, max(hlc) AS hlc, count(*) AS versions FROM erased GROUP BY substr(hlc, 9)',
  );
  return Object.fromEntries(
    rows.map((row) => [
      hex(bytesOf(row.device)),
      [hex(bytesOf(row.hlc)), Number(row.versions)] satisfies [string, number],
    ]),
  );
}

/** What this device has seen on the server. */
async function seen(vault: Vault): Promise<Holds> {
  const rows = await vault.read.all('SELECT device, hlc, versions FROM device_seen');
  return Object.fromEntries(
    rows.map((row) => [
      hex(bytesOf(row.device)),
      [hex(bytesOf(row.hlc)), Number(row.versions)] satisfies [string, number],
    ]),
  );
}

/** Says that this device is there, and what it has seen, where that was not said for half a day. */
export async function announceDevice(vault: Vault, name?: string): Promise<void> {
  const id = recordId(vault);
  const before = (await vault.record(id))?.fields as Partial<DeviceFields> | undefined;
  const now = vault.clock.now();
  const age = now - (before?.seenAt ?? 0);
  const isFresh = before !== undefined && age >= 0 && age < ANNOUNCE_EVERY_MS;
  if (isFresh && (name === undefined || name === before.name)) return;
  const fallback =
    hostname()
      .replace(/\.local$/u, '')
      .slice(0, MAX_DEVICE_NAME_LENGTH) || 'Computer';
  const fields: DeviceFields = {
    device: vault.device,
    name: name ?? before?.name ?? fallback,
    seenAt: now,
    holds: await seen(vault),
  };
  await vault.commit([{ id, type: DEVICE_RECORD, fields, deleted: false }]);
}

/** This device first, then the others, the latest seen first. */
export async function listDevices(vault: Vault): Promise<Device[]> {
  const rows = await vault.read.all(
    'SELECT CAST(device AS BLOB) AS device, CAST(name AS BLOB) AS name, seen_at FROM device ORDER BY seen_at DESC',
  );
  const devices = rows.map((row) => {
    const id = textOf(row.device);
    return {
      id,
      name: textOf(row.name),
      lastSeenAt: isoMoment(Number(row.seen_at)),
      isThis: id === vault.device,
    };
  });
  return devices.toSorted((one, other) => Number(other.isThis) - Number(one.isThis));
}

export interface DeviceNotices {
  /** Devices that wrote something which others saw on the server, and which is neither here nor there any more. */
  readonly missingFrom: string[];
  readonly clockAhead: string[];
}

/**
 * A server can withhold rows, or be set back to an older state; sealing cannot show that, but devices can: each says what it has seen. Only after a whole
 * cycle, when everything that the server offers is here.
 */
export async function deviceNotices(vault: Vault): Promise<DeviceNotices> {
  const rows = await vault.read.all(
    'SELECT CAST(device AS BLOB) AS device, CAST(name AS BLOB) AS name, CAST(holds AS BLOB) AS holds FROM device',
  );
  const names = new Map(rows.map((row) => [textOf(row.device), textOf(row.name)]));
  const nameOf = (device: string): string => names.get(device) ?? device;
  const here = await seen(vault);
  const gone = await erased(vault);
  const missing = new Set<string>();
  for (const row of rows) {
    for (const [device, [newest, versions]] of Object.entries(jsonOf(row.holds) as Holds)) {
      const [seenNewest, seenVersions] = here[device] ?? ['', 0];
      const [erasedNewest, erasedVersions] = gone[device] ?? ['', 0];
      const own = seenNewest > erasedNewest ? seenNewest : erasedNewest;
      if (newest > own || (newest === own && versions > seenVersions + erasedVersions)) missing.add(nameOf(device));
    }
  }
  const ahead = await vault.read.all('SELECT device FROM device_seen WHERE ahead = 1');
  return {
    missingFrom: [...missing].toSorted(),
    clockAhead: ahead.map((row) => nameOf(hex(bytesOf(row.device)))).toSorted(),
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
