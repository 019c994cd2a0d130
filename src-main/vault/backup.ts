import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from './durable-file.ts';
import { HLC_BYTES } from '../../src-shared/domain/hybrid-logical-clock.ts';
import { parseEnvelope } from './envelope-file.ts';
import type { Envelope } from './envelope.ts';
import type { SealedVersion } from './vault.ts';

/**
 * A backup is the envelope and every sealed version, nothing else: passphrase or recovery key open it on any machine, and nobody else can.
 *
 *   "DAYGROVE-BACKUP-1\n" | u32 length, envelope (JSON) | per version: u8 1, id 16, hlc 16, u32 length, box | u8 0, u32 count, SHA-256 of all before
 *
 * Numbers are big-endian. A file that ends early is read as far as it goes: every box carries its own proof.
 */
const MAGIC = Buffer.from('DAYGROVE-BACKUP-1\n');
const VERSION_MARK = 1;
const END_MARK = 0;
const ID_BYTES = 16;
const VERSION_HEADER_BYTES = 1 + ID_BYTES + HLC_BYTES + 4;
const MAX_BOX_BYTES = 64 * 1024 * 1024;
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

/**
 * Writes a backup beside the earlier ones; it has its name only when it is whole and on the disk.
 * @returns its path
 */
export async function writeBackup(
  folder: string,
  writtenAt: number,
  envelope: Envelope,
  versions: AsyncIterable<SealedVersion>,
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, nameFor(writtenAt));
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w', 0o600);
  const hash = createHash('sha256');
  const write = async (bytes: Uint8Array): Promise<void> => {
    hash.update(bytes);
    await file.writeFile(bytes);
  };
  try {
    const header = Buffer.from(JSON.stringify(envelope));
    await write(Buffer.concat([MAGIC, u32(header.byteLength), header]));
    let count = 0;
    for await (const version of versions) {
      count += 1;
      await write(
        Buffer.concat([Buffer.from([VERSION_MARK]), version.id, version.hlc, u32(version.box.byteLength), version.box]),
      );
    }
    await write(Buffer.concat([Buffer.from([END_MARK]), u32(count)]));
    await file.writeFile(hash.digest());
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(temporary, { force: true });
    throw error;
  }
  await file.close();
  await rename(temporary, path);
  await syncFolder(dirname(path));
  return path;
}

/** Removes all but the newest seven, and what a crash left half written. */
export async function rotateBackups(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.includes(SUFFIX)).toSorted();
  const whole = names.filter((name) => instantOf(name) !== null);
  const surplus = [...whole.slice(0, -KEPT), ...names.filter((name) => name.endsWith('.new'))];
  for (const name of surplus) await rm(join(folder, name), { force: true });
}

/** Newest first; a folder that is not there has none. A file that is no backup is passed over. */
export async function listBackups(folder: string): Promise<BackupInfo[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch {
    return [];
  }
  const backups: BackupInfo[] = [];
  for (const name of names.toSorted().toReversed()) {
    const writtenAt = instantOf(name);
    if (writtenAt === null) continue;
    const reader = await readBackup(join(folder, name));
    if (reader === null) continue;
    let records = 0;
    for await (const _ of reader.versions) records += 1;
    backups.push({ name, writtenAt, records });
  }
  return backups;
}

/** Milliseconds since the epoch of the newest backup by name; null: none. Opens no file. */
export async function newestBackupTime(folder: string): Promise<number | null> {
  const names = await readdir(folder).catch(() => []);
  const times = names.map(instantOf).filter((instant) => instant !== null);
  return times.length === 0 ? null : Math.max(...times.map((instant) => Date.parse(instant)));
}

/** Reads exact numbers of bytes from a stream of chunks of any size. */
class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #buffer: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** @returns null where the file ends before. */
  async take(length: number): Promise<Buffer | null> {
    const parts = [this.#buffer];
    let held = this.#buffer.byteLength;
    while (held < length) {
      const next = await this.#chunks.next();
      if (next.done === true) return null;
      parts.push(next.value);
      held += next.value.byteLength;
    }
    const all = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    this.#buffer = all.subarray(length);
    return all.subarray(0, length);
  }
}

export interface BackupReader {
  readonly envelope: Envelope;
  readonly versions: AsyncIterable<SealedVersion>;
}

/** @returns null where the file is no backup of ours, or its envelope cannot be read. Versions end where the file is damaged. */
export async function readBackup(path: string): Promise<BackupReader | null> {
  const reader = new ByteReader(createReadStream(path) as AsyncIterable<Buffer>);
  const magic = await reader.take(MAGIC.byteLength).catch(() => null);
  if (magic === null || !magic.equals(MAGIC)) return null;
  const length = (await reader.take(4))?.readUInt32BE() ?? 0;
  if (length === 0 || length > 1024 * 1024) return null;
  const text = await reader.take(length);
  const envelope = text === null ? null : parseEnvelope(text.toString('utf8'));
  if (envelope === null) return null;
  return { envelope, versions: readVersionsFrom(reader) };
}

async function* readVersionsFrom(reader: ByteReader): AsyncGenerator<SealedVersion> {
  for (;;) {
    const mark = await reader.take(1);
    if (mark === null || mark[0] !== VERSION_MARK) return;
    const header = await reader.take(VERSION_HEADER_BYTES - 1);
    if (header === null) return;
    const length = header.readUInt32BE(ID_BYTES + HLC_BYTES);
    if (length > MAX_BOX_BYTES) return;
    const box = await reader.take(length);
    if (box === null) return;
    yield {
      id: new Uint8Array(header.subarray(0, ID_BYTES)),
      hlc: new Uint8Array(header.subarray(ID_BYTES, ID_BYTES + HLC_BYTES)),
      box: new Uint8Array(box),
    };
  }
}
