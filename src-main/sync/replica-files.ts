import { createHash, randomBytes } from 'node:crypto';
import { access, constants, mkdir, open, readdir, readFile, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { writeDurably } from '../files/durable-file.ts';
import { MailboxFailure } from './mailbox.ts';

/**
 * The files of the replica, looked at while no connection is open. libSQL believes them without a check: a `-info` that is ahead of the WAL, a WAL that another
 * program checkpointed, a flipped bit, all end in rows that are never sent or in a damaged database on the server, each time with "ok"
 * (libsql-failures.md F6, F7, F9, F13, F26). So nothing is opened that is not exactly what the last cycle left, or more of the same.
 *
 *   mailbox.db        pages up to the beginning of a generation
 *   mailbox.db-wal    frames of this generation: 32-byte header, then 4120 bytes a frame
 *   mailbox.db-info   {"hash","version":0,"durable_frame_num":N,"generation":G}: up to frame N of G, the server has what we have
 *   replica.json      ours: which copy this is, and what its files were when they were last known good
 */
export const FRAME_BYTES = 4120;
const FRAME_HEADER_BYTES = 24;
const WAL_HEADER_BYTES = 32;
/** First byte of a page that holds nothing but the way to others (https://www.sqlite.org/fileformat2.html#b_tree_pages). */
const INTERIOR_PAGE = 5;
const DATABASE = 'mailbox.db';
const OWN_NAMES = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`, `${DATABASE}-info`, 'replica.json'];
const LEAST_FREE_BYTES = 4 * 1024 * 1024;

const infoSchema = z.object({
  hash: z.int(),
  version: z.literal(0),
  durable_frame_num: z.int().min(0),
  generation: z.int().min(1),
});

const replicaSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  url: z.string(),
  /** As it was when a cycle last knew it good; null: never yet. */
  good: z.object({ generation: z.int(), salts: z.string().nullable(), database: z.int() }).nullable(),
  /** The last frame that was seen on the server, of this generation or of one before; see `landmark`. */
  landmark: z.object({ generation: z.int(), frame: z.int(), digest: z.string() }).nullable(),
});
type Replica = z.infer<typeof replicaSchema>;

/** A frame that the server must have if it is the one that we know. */
export interface Landmark {
  readonly generation: number;
  readonly frame: number;
  /** Of its page, its page's number and the database's size; salts and checksums belong to whoever wrote it down. */
  readonly digest: string;
}

export function frameDigest(frame: Buffer): string {
  return createHash('sha256').update(frame.subarray(0, 8)).update(frame.subarray(FRAME_HEADER_BYTES)).digest('hex');
}

export interface ReplicaPosition {
  readonly generation: number;
  /** The last frame that the server is known to have. */
  readonly frame: number;
}

export class ReplicaFiles {
  readonly folder: string;
  readonly #url: string;
  #replica: Replica;

  private constructor(folder: string, url: string, replica: Replica) {
    this.folder = folder;
    this.#url = url;
    this.#replica = replica;
  }

  /**
   * Makes the files ready for libSQL: cut back to what the server has, or gone, where they are not what they should be.
   * Cutting is always safe: what is cut off is still in the outbox.
   * @param renew throw the copy away in any case
   * @throws MailboxFailure `disk-full`, `profile-read-only`
   */
  static async prepare(folder: string, url: string, renew: boolean): Promise<ReplicaFiles> {
    await assertWritable(folder);
    const replica = renew ? null : await readReplica(folder);
    const kept = replica !== null && replica.url === url && (await rewind(folder, replica));
    if (kept) return new ReplicaFiles(folder, url, replica);
    await dropReplica(folder);
    const fresh: Replica = { id: randomBytes(16).toString('hex'), url, good: null, landmark: null };
    const files = new ReplicaFiles(folder, url, fresh);
    // Before the first byte of the new copy: the storage process knows a new copy by its name, also where this process is killed right behind.
    await files.#write(fresh);
    return files;
  }

  get path(): string {
    return join(this.folder, DATABASE);
  }

  get id(): Uint8Array {
    return new Uint8Array(Buffer.from(this.#replica.id, 'hex'));
  }

  /** null: there is no copy yet, the server has still to be asked for one. */
  async position(): Promise<ReplicaPosition | null> {
    const info = await readInfo(this.folder);
    return info === null ? null : { generation: info.generation, frame: info.durable_frame_num };
  }

  /**
   * What to know the server by: the newest frame with rows in it. Rows are written with fresh random bytes around them, so that no other database, and no other
   * history of this one, has the same frame in the same place, also where the same versions were sent once more. null: nothing was ever seen there.
   */
  async landmark(): Promise<Landmark | null> {
    const position = await this.position();
    if (position === null) return null;
    for (let number = position.frame; number > 0; number -= 1) {
      const frame = await this.#frame(number);
      if (frame === null) return null;
      if (frame[FRAME_HEADER_BYTES] === INTERIOR_PAGE) continue;
      return { generation: position.generation, frame: number, digest: frameDigest(frame) };
    }
    // A generation that has just begun has no frames; the end of the one before it tells.
    return this.#replica.landmark;
  }

  /** Frame `number` (from 1) as it stands in the WAL. */
  async #frame(number: number): Promise<Buffer | null> {
    const file = await open(`${this.path}-wal`).catch(() => null);
    if (file === null) return null;
    try {
      const frame = Buffer.alloc(FRAME_BYTES);
      const { bytesRead } = await file.read(frame, 0, FRAME_BYTES, WAL_HEADER_BYTES + (number - 1) * FRAME_BYTES);
      return bytesRead === FRAME_BYTES ? frame : null;
    } finally {
      await file.close();
    }
  }

  /** Whether everything in the WAL is known to be on the server: libSQL says "ok" also where it is not. */
  async isLevel(): Promise<boolean> {
    const position = await this.position();
    const size = await sizeOf(`${this.path}-wal`);
    return position !== null && size !== null && Math.max(0, size - WAL_HEADER_BYTES) === position.frame * FRAME_BYTES;
  }

  /** Bytes of database and WAL together. */
  async size(): Promise<number> {
    return ((await sizeOf(this.path)) ?? 0) + ((await sizeOf(`${this.path}-wal`)) ?? 0);
  }

  /** Remembers the files as good: level with the server, and what it holds was there to be read. */
  async rememberGood(): Promise<void> {
    const position = await this.position();
    if (position === null) return;
    const { good } = this.#replica;
    const salts = (await readWalHeader(this.path))?.salts ?? null;
    // The database file changes with the generation only; its WAL carries checksums of its own.
    const isSame = good !== null && good.generation === position.generation && good.salts === salts;
    await this.#write({
      ...this.#replica,
      good: isSame ? good : { generation: position.generation, salts, database: await checksum(this.path) },
      landmark: await this.landmark(),
    });
  }

  async #write(replica: Replica): Promise<void> {
    await writeDurably(join(this.folder, 'replica.json'), (file) => file.writeFile(`${JSON.stringify(replica)}\n`));
    this.#replica = { ...replica, url: this.#url };
  }
}

/** Removes the copy. Nothing in it is unique. */
export async function dropReplica(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  // libSQL's half-fetched exports have names of their own and are never removed by it.
  const ours = names.filter((name) => OWN_NAMES.includes(name) || name.startsWith('.tmp') || name.includes('.tmp.'));
  for (const name of ours) await rm(join(folder, name), { force: true, recursive: true });
}

async function assertWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
    // libSQL says "ok" on read-only files and never sends anything (F14).
    for (const name of await readdir(folder)) await access(join(folder, name), constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    // On a full disk libSQL leaves an empty `-info` behind (F13).
    if (bavail * bsize < LEAST_FREE_BYTES) throw new MailboxFailure('disk-full');
  } catch (error) {
    if (error instanceof MailboxFailure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new MailboxFailure('disk-full', error);
    throw new MailboxFailure('profile-read-only', error);
  }
}

/** @returns false where the copy cannot be trusted */
async function rewind(folder: string, replica: Replica): Promise<boolean> {
  const path = join(folder, DATABASE);
  const info = await readInfo(folder);
  if (info === null || (await sizeOf(path)) === null) return false;
  // A copy that never got level has only its own checksums. It is gone on with, so that a slow line comes to an end some day; what is not
  // a database at all (an error page under its name, O4) does not open, and is renewed for that.
  const { good } = replica;
  if (good !== null && info.generation < good.generation) return false;
  for (const name of await readdir(folder)) {
    if (name.startsWith('.tmp') || name.includes('.tmp.'))
      await rm(join(folder, name), { force: true, recursive: true });
  }
  const wal = await readWalHeader(path);
  if (good !== null && info.generation === good.generation) {
    if (good.salts !== null && (wal?.salts ?? null) !== good.salts) return false;
    if ((await checksum(path)) !== good.database) return false;
  }
  const frame = info.durable_frame_num;
  if (frame === 0) {
    await rm(`${path}-wal`, { force: true });
  } else {
    if ((await validFrames(path, frame)) < frame) return false;
    const file = await open(`${path}-wal`, 'r+');
    try {
      await file.truncate(WAL_HEADER_BYTES + frame * FRAME_BYTES);
      await file.sync();
    } finally {
      await file.close();
    }
  }
  await rm(`${path}-shm`, { force: true });
  return true;
}

async function readReplica(folder: string): Promise<Replica | null> {
  return readJson(join(folder, 'replica.json'), replicaSchema);
}

async function readInfo(folder: string): Promise<z.infer<typeof infoSchema> | null> {
  const info = await readJson(join(folder, `${DATABASE}-info`), infoSchema);
  if (info === null) return null;
  const fields = Buffer.alloc(12);
  fields.writeUInt32LE(info.version, 0);
  fields.writeUInt32LE(info.durable_frame_num, 4);
  fields.writeUInt32LE(info.generation, 8);
  return crc32(fields) === info.hash ? info : null;
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function sizeOf(path: string): Promise<number | null> {
  const file = await open(path).catch(() => null);
  if (file === null) return null;
  try {
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

const STEP_BYTES = 256 * FRAME_BYTES;

async function checksum(path: string): Promise<number> {
  const file = await open(path);
  try {
    const step = Buffer.alloc(STEP_BYTES);
    let sum = 0;
    for (;;) {
      const { bytesRead } = await file.read(step, 0, STEP_BYTES);
      if (bytesRead === 0) return sum;
      sum = crc32(step.subarray(0, bytesRead), sum);
    }
  } finally {
    await file.close();
  }
}

interface WalHeader {
  readonly salts: string;
  readonly bigEndian: boolean;
  readonly sums: readonly [number, number];
}

async function readWalHeader(path: string): Promise<WalHeader | null> {
  const file = await open(`${path}-wal`).catch(() => null);
  if (file === null) return null;
  try {
    const header = Buffer.alloc(WAL_HEADER_BYTES);
    const { bytesRead } = await file.read(header, 0, WAL_HEADER_BYTES, 0);
    if (bytesRead < WAL_HEADER_BYTES) return null;
    const magic = header.readUInt32BE(0);
    if (magic !== 0x377f0682 && magic !== 0x377f0683) return null;
    const bigEndian = magic === 0x377f0683;
    const sums = walChecksum(header.subarray(0, 24), bigEndian, [0, 0]);
    if (sums[0] !== header.readUInt32BE(24) || sums[1] !== header.readUInt32BE(28)) return null;
    return { salts: header.subarray(16, 24).toString('hex'), bigEndian, sums };
  } finally {
    await file.close();
  }
}

/** SQLite's WAL checksum (https://www.sqlite.org/fileformat2.html#checksum_algorithm); `bytes` is a multiple of 8. */
function walChecksum(bytes: Buffer, bigEndian: boolean, from: readonly [number, number]): [number, number] {
  let [first, second] = from;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.byteLength; at += 8) {
    first = (first + view.getUint32(at, !bigEndian) + second) >>> 0;
    second = (second + view.getUint32(at + 4, !bigEndian) + first) >>> 0;
  }
  return [first, second];
}

/** How many frames from the first on are whole, at most `wanted`: SQLite would drop all behind the first that is not, and libSQL would not notice. */
async function validFrames(path: string, wanted: number): Promise<number> {
  const header = await readWalHeader(path);
  if (header === null) return 0;
  const file = await open(`${path}-wal`);
  try {
    const step = Buffer.alloc(STEP_BYTES);
    let sums = header.sums as [number, number];
    let valid = 0;
    while (valid < wanted) {
      const { bytesRead } = await file.read(step, 0, STEP_BYTES, WAL_HEADER_BYTES + valid * FRAME_BYTES);
      const frames = Math.min(Math.floor(bytesRead / FRAME_BYTES), wanted - valid);
      if (frames === 0) return valid;
      for (let index = 0; index < frames; index += 1) {
        const frame = step.subarray(index * FRAME_BYTES, (index + 1) * FRAME_BYTES);
        if (frame.subarray(8, 16).toString('hex') !== header.salts) return valid;
        sums = walChecksum(frame.subarray(0, 8), header.bigEndian, sums);
        sums = walChecksum(frame.subarray(24), header.bigEndian, sums);
        if (sums[0] !== frame.readUInt32BE(16) || sums[1] !== frame.readUInt32BE(20)) return valid;
        valid += 1;
      }
    }
    return valid;
  } finally {
    await file.close();
  }
}
