import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../files/durable-file.ts';
import { HLC_BYTES } from '../../src-shared/domain/hybrid-logical-clock.ts';
import { parseEnvelope } from './envelope-file.ts';
import type { Envelope } from './envelope.ts';
import type { VaultKeys } from './keys.ts';
import { openVersion, type SealedVersion } from './vault.ts';

/**
 * A backup is the envelope and every sealed version, nothing else: passphrase or recovery key open it on any machine, and nobody else can.
 *
 *   "DAYGROVE-BACKUP-1\n" | u32 length, envelope (JSON) | per version: u8 1, u32 length, frame | u8 0
 *   frame: nonce 12, AES-256-GCM under the backup key of (id 16, hlc 16, box), tag 16; additional data: vault id, u32 number of the frame
 *
 * Numbers are big-endian. The outer layer hides ids and stamps, which stand open in the database's rows: a backup may lie anywhere. A file that ends
 * early, or is damaged in the middle, is read as far as it goes.
 */
const MAGIC = Buffer.from('DAYGROVE-BACKUP-1\n');
const VERSION_MARK = 1;
const END_MARK = 0;
const ID_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const MAX_FRAME_BYTES = 64 * 1024 * 1024;
const KEPT = 7;
const SUFFIX = '.daygrove-backup';

export interface BackupInfo {
  readonly name: string;
  /** ISO instant, from the name. */
  readonly writtenAt: string;
  readonly records: number;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** `2026-11-22T081400Z`: sorts by time and is a legal name everywhere. */
function nameFor(writtenAt: number): string {
  return `${new Date(writtenAt).toISOString().slice(0, 19).replaceAll(':', '')}Z${SUFFIX}`;
}

function instantOf(name: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.daygrove-backup$/.exec(name);
  return match === null ? null : `${match[1]}T${match[2]}:${match[3]}:${match[4]}.000Z`;
}

function frameContext(vaultId: Uint8Array, number: number): Buffer {
  return Buffer.concat([Buffer.from('daygrove/backup/v1'), vaultId, u32(number)]);
}

function sealFrame(keys: VaultKeys, number: number, version: SealedVersion): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keys.backupKey, nonce);
  cipher.setAAD(frameContext(keys.vaultId, number));
  const parts = [version.id, version.hlc, version.box].map((part) => cipher.update(part));
  return Buffer.concat([nonce, ...parts, cipher.final(), cipher.getAuthTag()]);
}

/** A backup from before a renewal of the key is covered by an earlier one. */
function openFrame(keys: VaultKeys, number: number, frame: Buffer): SealedVersion | null {
  for (const { backupKey } of [keys, ...keys.earlier]) {
    const version = openFrameWith(backupKey, keys.vaultId, number, frame);
    if (version !== null) return version;
  }
  return null;
}

function openFrameWith(
  backupKey: Uint8Array,
  vaultId: Uint8Array,
  number: number,
  frame: Buffer,
): SealedVersion | null {
  if (frame.byteLength < NONCE_BYTES + ID_BYTES + HLC_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', backupKey, frame.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(frameContext(vaultId, number));
  decipher.setAuthTag(frame.subarray(frame.byteLength - TAG_BYTES));
  try {
    const inside = frame.subarray(NONCE_BYTES, frame.byteLength - TAG_BYTES);
    const plain = new Uint8Array(Buffer.concat([decipher.update(inside), decipher.final()]));
    return {
      id: plain.slice(0, ID_BYTES),
      hlc: plain.slice(ID_BYTES, ID_BYTES + HLC_BYTES),
      box: plain.slice(ID_BYTES + HLC_BYTES),
    };
  } catch {
    return null;
  }
}

/**
 * Writes a backup beside the earlier ones; it has its name only when it is whole and on the disk.
 * @returns its path
 */
export async function writeBackup(
  folder: string,
  writtenAt: number,
  envelope: Envelope,
  keys: VaultKeys,
  versions: AsyncIterable<SealedVersion>,
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, nameFor(writtenAt));
  await writeDurably(path, async (file) => {
    const header = Buffer.from(JSON.stringify(envelope));
    await file.writeFile(Buffer.concat([MAGIC, u32(header.byteLength), header]));
    let number = 0;
    for await (const version of versions) {
      const frame = sealFrame(keys, number, version);
      await file.writeFile(Buffer.concat([Buffer.from([VERSION_MARK]), u32(frame.byteLength), frame]));
      number += 1;
    }
    await file.writeFile(Buffer.from([END_MARK]));
  });
  return path;
}

/** Removes all but the newest seven, and what a crash left half written. */
export async function rotateBackups(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.includes(SUFFIX)).toSorted();
  const whole = names.filter((name) => instantOf(name) !== null);
  const surplus = [...whole.slice(0, -KEPT), ...names.filter((name) => name.endsWith('.new'))];
  for (const name of surplus) await rm(join(folder, name), { force: true });
}

/** Newest first; a folder that is not there has none. */
export async function backupNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => instantOf(name) !== null)
    .toSorted()
    .toReversed();
}

/** Newest first. A file that is no backup is passed over. */
export async function listBackups(folder: string, keys: VaultKeys): Promise<BackupInfo[]> {
  const backups: BackupInfo[] = [];
  for (const name of await backupNames(folder)) {
    const reader = await readBackup(join(folder, name));
    if (reader === null) continue;
    let records = 0;
    for await (const version of reader.versions(keys)) {
      if (openVersion(keys, version) !== null) records += 1;
    }
    backups.push({ name, writtenAt: instantOf(name)!, records });
  }
  return backups;
}

/** Milliseconds since the epoch of the newest backup by name; null: none. Opens no file. */
export async function newestBackupTime(folder: string): Promise<number | null> {
  const names = await readdir(folder).catch(() => []);
  const times = names.map(instantOf).filter((instant) => instant !== null);
  return times.length === 0 ? null : Math.max(...times.map((instant) => Date.parse(instant)));
}

export interface BackupReader {
  readonly envelope: Envelope;
  /** What opens under the vault's keys; ends where the file ends or stops making sense. */
  versions(keys: VaultKeys): AsyncGenerator<SealedVersion>;
}

/** @returns null where the file is no backup of ours, or its envelope cannot be read. */
export async function readBackup(path: string): Promise<BackupReader | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    const start = await readAt(file, 0, MAGIC.byteLength + 4);
    if (start === null || !start.subarray(0, MAGIC.byteLength).equals(MAGIC)) return null;
    const length = start.readUInt32BE(MAGIC.byteLength);
    if (length > 1024 * 1024) return null;
    const text = await readAt(file, start.byteLength, length);
    const envelope = text === null ? null : parseEnvelope(text.toString('utf8'));
    if (envelope === null) return null;
    return { envelope, versions: (keys) => readFrames(path, start.byteLength + length, keys) };
  } finally {
    await file.close();
  }
}

async function* readFrames(path: string, start: number, keys: VaultKeys): AsyncGenerator<SealedVersion> {
  const file = await open(path, 'r');
  try {
    let position = start;
    for (let number = 0; ; number += 1) {
      const head = await readAt(file, position, 5);
      if (head === null || head[0] !== VERSION_MARK) return;
      const length = head.readUInt32BE(1);
      if (length > MAX_FRAME_BYTES) return;
      const frame = await readAt(file, position + 5, length);
      if (frame === null) return;
      const version = openFrame(keys, number, frame);
      if (version !== null) yield version;
      position += 5 + length;
    }
  } finally {
    await file.close();
  }
}

/** @returns null where the file ends before. */
async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer | null> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return bytesRead === length ? buffer : null;
}
