import { createCipheriv, createDecipheriv, createHash, randomBytes, type Hash } from 'node:crypto';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ForwardReader } from '../files/forward-reader.ts';
import { writeDurably } from '../files/durable-file.ts';
import { HLC_BYTES } from '../../src-shared/domain/hybrid-logical-clock.ts';
import { AppFailure } from '../../src-shared/result.ts';
import { isNewerEnvelope, parseEnvelope } from './envelope-file.ts';
import type { Envelope } from './envelope.ts';
import type { VaultKeys } from './keys.ts';
import { openVersion, type SealedVersion } from './vault.ts';

/**
 * A backup is the envelope and every sealed version, nothing else: passphrase or recovery key open it on any machine, and nobody else can.
 *
 *   "DAYGROVE-BACKUP-1\n" | u32 length, envelope (JSON) | per version: u8 1, u32 length, frame | u8 2, u32 length, summary | u8 0
 *   frame: nonce 12, AES-256-GCM under the backup key of (id 16, hlc 16, box), tag 16; additional data: vault id, u32 number of the frame
 *   summary: as a frame, of (u32 versions, u32 of them that did not open when it was written, SHA-256 over id, hlc, u32 length, box of each)
 *
 * Numbers are big-endian. The outer layer hides ids and stamps, which stand open in the database's rows: a backup may lie anywhere. A file that ends
 * early, or is damaged in the middle, is read as far as it goes. Backups of before there were summaries have none and end with their 0.
 */
const FORMAT = 'DAYGROVE-BACKUP-';
const MAGIC = Buffer.from(`${FORMAT}1\n`);
const VERSION_MARK = 1;
const SUMMARY_MARK = 2;
const END_MARK = 0;
const HEAD_BYTES = 5;
const ID_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const DIGEST_BYTES = 32;
const SUMMARY_BYTES = NONCE_BYTES + 8 + DIGEST_BYTES + TAG_BYTES;
const MAX_FRAME_BYTES = 64 * 1024 * 1024;
const MAX_ENVELOPE_BYTES = 1024 * 1024;
const WRITE_BYTES = 256 * 1024;

/** What a backup says of itself, under the vault's key. */
export interface BackupSummary {
  readonly records: number;
  /** Of `records`: what did not open any more when it was written. */
  readonly unreadable: number;
  /** Hex. */
  readonly digest: string;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function frameContext(vaultId: Uint8Array, number: number): Buffer {
  return Buffer.concat([Buffer.from('daygrove/backup/v1'), vaultId, u32(number)]);
}

function summaryContext(vaultId: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from('daygrove/backup-summary/v1'), vaultId]);
}

function cover(keys: VaultKeys, context: Buffer, parts: readonly Uint8Array[]): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keys.backupKey, nonce);
  cipher.setAAD(context);
  const covered = parts.map((part) => cipher.update(part));
  return Buffer.concat([nonce, ...covered, cipher.final(), cipher.getAuthTag()]);
}

/** A backup from before a renewal of the key is covered by an earlier one. */
function uncover(keys: VaultKeys, context: Buffer, frame: Buffer): Buffer | null {
  if (frame.byteLength < NONCE_BYTES + TAG_BYTES) return null;
  for (const { backupKey } of [keys, ...keys.earlier]) {
    const decipher = createDecipheriv('aes-256-gcm', backupKey, frame.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(context);
    decipher.setAuthTag(frame.subarray(frame.byteLength - TAG_BYTES));
    try {
      const inside = frame.subarray(NONCE_BYTES, frame.byteLength - TAG_BYTES);
      return Buffer.concat([decipher.update(inside), decipher.final()]);
    } catch {
      // Another of the keys, or none.
    }
  }
  return null;
}

function openFrame(keys: VaultKeys, number: number, frame: Buffer): SealedVersion | null {
  if (frame.byteLength < NONCE_BYTES + ID_BYTES + HLC_BYTES + TAG_BYTES) return null;
  const covered = uncover(keys, frameContext(keys.vaultId, number), frame);
  if (covered === null) return null;
  const plain = new Uint8Array(covered);
  return {
    id: plain.slice(0, ID_BYTES),
    hlc: plain.slice(ID_BYTES, ID_BYTES + HLC_BYTES),
    box: plain.slice(ID_BYTES + HLC_BYTES),
  };
}

function openSummary(keys: VaultKeys, frame: Buffer): BackupSummary | null {
  const plain = uncover(keys, summaryContext(keys.vaultId), frame);
  if (plain === null || plain.byteLength !== 8 + DIGEST_BYTES) return null;
  return { records: plain.readUInt32BE(0), unreadable: plain.readUInt32BE(4), digest: plain.toString('hex', 8) };
}

/** Counts what goes into a backup, or comes out of it. */
class Tally {
  readonly #hash: Hash = createHash('sha256');
  readonly #keys: VaultKeys;
  records = 0;
  unreadable = 0;

  constructor(keys: VaultKeys) {
    this.#keys = keys;
  }

  add(version: SealedVersion): void {
    this.records += 1;
    if (openVersion(this.#keys, version) === null) this.unreadable += 1;
    this.#hash.update(version.id).update(version.hlc).update(u32(version.box.byteLength)).update(version.box);
  }

  summary(): BackupSummary {
    return { records: this.records, unreadable: this.unreadable, digest: this.#hash.digest('hex') };
  }
}

export interface BackupWriting {
  readonly envelope: Envelope;
  readonly keys: VaultKeys;
  readonly versions: AsyncIterable<SealedVersion>;
  /** Called now and then with the records that were written, and then with those that were read again. Throwing ends it. */
  readonly onProgress?: (phase: 'writing' | 'verifying', records: number) => void;
  /** For tests: between writing and reading again. */
  readonly beforeVerifying?: (temporary: string) => Promise<void>;
}

/**
 * Writes a backup. It has its name only when it is whole and on the disk, and when every record of it was read from the file again and is what was to be written.
 * @throws AppFailure `backup-not-verified`; what the file system throws. Nothing of it stays then.
 */
export async function writeBackup(path: string, writing: BackupWriting): Promise<BackupSummary> {
  const { envelope, keys, versions, onProgress = () => {}, beforeVerifying = async () => {} } = writing;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const tally = new Tally(keys);
  let written: BackupSummary | undefined;
  await writeDurably(
    path,
    async (file) => {
      const header = Buffer.from(JSON.stringify(envelope));
      let pending = [MAGIC, u32(header.byteLength), header];
      let bytes = 0;
      const put = async (...parts: readonly Buffer[]): Promise<void> => {
        pending.push(...parts);
        bytes += parts.reduce((sum, part) => sum + part.byteLength, 0);
        if (bytes < WRITE_BYTES) return;
        await file.writeFile(Buffer.concat(pending));
        [pending, bytes] = [[], 0];
      };
      for await (const version of versions) {
        const frame = cover(keys, frameContext(keys.vaultId, tally.records), [version.id, version.hlc, version.box]);
        await put(Buffer.from([VERSION_MARK]), u32(frame.byteLength), frame);
        tally.add(version);
        if (tally.records % 100 === 0) onProgress('writing', tally.records);
      }
      written = tally.summary();
      const { records, unreadable, digest } = written;
      const covered = cover(keys, summaryContext(keys.vaultId), [
        u32(records),
        u32(unreadable),
        Buffer.from(digest, 'hex'),
      ]);
      await put(Buffer.from([SUMMARY_MARK]), u32(covered.byteLength), covered, Buffer.from([END_MARK]));
      await file.writeFile(Buffer.concat(pending));
    },
    async (temporary) => {
      await beforeVerifying(temporary);
      await verifyBackup(temporary, keys, { ...written!, envelope }, (records) => onProgress('verifying', records));
    },
  );
  return written!;
}

/**
 * Reads a whole backup from its file and opens every record in it.
 * @param expected what was written
 * @throws AppFailure `backup-not-verified` where it is anything else
 */
export async function verifyBackup(
  path: string,
  keys: VaultKeys,
  expected: BackupSummary & { readonly envelope: Envelope },
  onProgress: (records: number) => void = () => {},
): Promise<void> {
  const reader = await readBackup(path);
  const tally = new Tally(keys);
  const end: BackupEnd = { isCut: true, damaged: 0, summary: null };
  if (reader !== null) {
    for await (const version of reader.versions(keys, end)) {
      tally.add(version);
      if (tally.records % 100 === 0) onProgress(tally.records);
    }
  }
  const same = (one: BackupSummary | null): boolean =>
    one !== null &&
    one.records === expected.records &&
    one.unreadable === expected.unreadable &&
    one.digest === expected.digest;
  // Without its envelope it opens nowhere but here.
  const wanted = parseEnvelope(JSON.stringify(expected.envelope));
  if (reader === null || !isDeepStrictEqual(reader.envelope, wanted)) throw new AppFailure('backup-not-verified');
  const isAll = !end.isCut && end.damaged === 0 && end.position === reader.size;
  if (!isAll || !same(end.summary) || !same(tally.summary())) {
    throw new AppFailure('backup-not-verified');
  }
}

/** How reading a backup ended. */
export interface BackupEnd {
  /** The file ends before the backup does, or makes no sense from some place on. */
  isCut: boolean;
  /** Frames that did not open. */
  damaged: number;
  /** Bytes that were read so far. */
  position?: number;
  summary: BackupSummary | null;
}

export interface BackupReader {
  readonly envelope: Envelope;
  /** Bytes of the whole file. */
  readonly size: number;
  /** What opens under the vault's keys; ends where the file ends or stops making sense. `end` is filled in as it goes. */
  versions(keys: VaultKeys, end?: BackupEnd): AsyncGenerator<SealedVersion>;
}

/**
 * Looks at the head of a backup; needs no key.
 * @throws AppFailure `backup-unrecognised`, `backup-too-new`, `backup-cut` (it ends before its first record), `not-found`
 */
export async function openBackup(path: string): Promise<BackupReader> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) throw new AppFailure('not-found');
  try {
    const reader = new ForwardReader(file);
    const magic = await reader.next(MAGIC.byteLength);
    if (magic?.equals(MAGIC) !== true) throw new AppFailure(otherFormat(magic));
    const length = (await reader.next(4))?.readUInt32BE(0);
    if (length === undefined) throw new AppFailure('backup-cut');
    if (length > MAX_ENVELOPE_BYTES) throw new AppFailure('backup-unrecognised');
    const text = (await reader.next(length))?.toString('utf8');
    if (text === undefined) throw new AppFailure('backup-cut');
    const envelope = parseEnvelope(text);
    if (envelope === null) throw new AppFailure(isNewerEnvelope(text) ? 'backup-too-new' : 'backup-unrecognised');
    const { size } = await file.stat();
    const start = reader.position;
    return { envelope, size, versions: (keys, end) => readFrames(path, start, keys, end) };
  } finally {
    await file.close();
  }
}

function otherFormat(magic: Buffer | null): 'backup-too-new' | 'backup-unrecognised' {
  const match = magic === null ? null : /^DAYGROVE-BACKUP-(\d+)/u.exec(magic.toString('latin1'));
  return match !== null && Number(match[1]) > 1 ? 'backup-too-new' : 'backup-unrecognised';
}

/** @returns null where the file is no backup of ours, or its envelope cannot be read. */
export async function readBackup(path: string): Promise<BackupReader | null> {
  try {
    return await openBackup(path);
  } catch (error) {
    if (error instanceof AppFailure) return null;
    throw error;
  }
}

/** What a backup says of itself at its end, without reading the rest; null where it does not, or not under these keys. */
export async function readSummary(path: string, keys: VaultKeys): Promise<BackupSummary | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    const tail = HEAD_BYTES + SUMMARY_BYTES + 1;
    const { size } = await file.stat();
    const bytes = size < tail ? null : await readAt(file, size - tail, tail);
    if (bytes === null || bytes[0] !== SUMMARY_MARK || bytes.readUInt32BE(1) !== SUMMARY_BYTES) return null;
    if (bytes[tail - 1] !== END_MARK) return null;
    return openSummary(keys, bytes.subarray(HEAD_BYTES, tail - 1));
  } finally {
    await file.close();
  }
}

async function* readFrames(
  path: string,
  start: number,
  keys: VaultKeys,
  end: BackupEnd = { isCut: true, damaged: 0, summary: null },
): AsyncGenerator<SealedVersion> {
  const file = await open(path, 'r');
  try {
    const reader = new ForwardReader(file, start);
    for (let number = 0; ; number += 1) {
      const mark = (await reader.next(1))?.[0];
      end.position = reader.position;
      if (mark === END_MARK) {
        end.isCut = false;
        return;
      }
      const length =
        mark === VERSION_MARK || mark === SUMMARY_MARK ? (await reader.next(4))?.readUInt32BE(0) : undefined;
      const frame = length === undefined || length > MAX_FRAME_BYTES ? null : await reader.next(length);
      if (frame === null) return;
      if (mark === SUMMARY_MARK) {
        end.summary = openSummary(keys, frame);
        continue;
      }
      const version = openFrame(keys, number, frame);
      if (version === null) end.damaged += 1;
      else yield version;
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
