import { randomBytes } from 'node:crypto';
import { createClient, type Client, type InStatement } from '@libsql/client/sqlite3';
import { fileUrl } from '../files/libsql-file.ts';
import {
  MailboxFailure,
  type Mailbox,
  type MailboxFounding,
  type MailboxReason,
  type MailboxRow,
  type MailboxState,
} from './mailbox.ts';
import { FRAME_BYTES, frameDigest, ReplicaFiles } from './replica-files.ts';
import { askFrame, askGeneration, type ServerCheckOptions } from './server-check.ts';

/** Rows of one page, and of one transaction: a lock of the storage process waits for one page at most. */
const PAGE_ROWS = 300;
const PAGE_BYTES = 2 * 1024 * 1024;
/** Longer than any box that this app makes; a server must not be able to fill our memory with one row. */
const MAX_BOX_BYTES = 32 * 1024 * 1024;
/**
 * Random bytes before and behind every box, fresh with every transaction. The same versions, sent once more to a server that was emptied or set back, would
 * otherwise fill the same pages with the same bytes, and the comparison of one frame with the server's would find its own likeness in
 * a database that it has nothing to do with. Before, for the page that a row begins on; behind, for the page that it ends on.
 */
const SALT_BYTES = 8;

/** More rounds than any honest server needs: it rolls over once in many thousand frames. */
const MAX_ROUNDS = 200;

/**
 * Never migrated: devices of all ages share it. A plain rowid and no index, because every page that a row touches is sent whole: 1.33 frames a commit; a random
 * key would make it 3.24 (data-engine.md, 2).
 */
const SCHEMA = [
  'CREATE TABLE log (seq INTEGER PRIMARY KEY, id BLOB NOT NULL, hlc BLOB NOT NULL, box BLOB NOT NULL)',
  'CREATE TABLE envelope (one INTEGER PRIMARY KEY CHECK (one = 1), body BLOB NOT NULL)',
  // Last, so that the last frame of a founding holds the lineage, which is random.
  'CREATE TABLE about (one INTEGER PRIMARY KEY CHECK (one = 1), vault BLOB NOT NULL, lineage BLOB NOT NULL)',
];
const TABLES = ['about', 'envelope', 'log'];

export interface LibsqlMailboxOptions {
  readonly folder: string;
  /** As `syncAddress` gave it. */
  readonly address: string;
  readonly token: string;
  /** Throw the copy away and make a new one. */
  readonly renew: boolean;
  /** For tests: of the questions of our own. */
  readonly deadlineMs?: number;
}

/**
 * The mailbox on libSQL's offline-mode embedded replica. Everything that its `sync()` believes without asking is asked here first, and every "ok" of it is
 * looked at behind. One object, one process, one cycle: `close()` of the client keeps its files open until some garbage collection, so
 * that rewinding belongs to the beginning of a process.
 */
export class LibsqlMailbox implements Mailbox {
  readonly #options: LibsqlMailboxOptions;
  readonly #server: ServerCheckOptions;
  #files: ReplicaFiles | null = null;
  #client: Client | null = null;
  #bytes = 0;
  #operations = 0;

  constructor(options: LibsqlMailboxOptions) {
    this.#options = options;
    this.#server = {
      address: options.address,
      token: options.token,
      ...(options.deadlineMs === undefined ? {} : { deadlineMs: options.deadlineMs }),
    };
  }

  get bytes(): number {
    return this.#bytes;
  }

  async open(): Promise<MailboxState> {
    const { folder, address, token, renew } = this.#options;
    const files = await ReplicaFiles.prepare(folder, address, renew);
    this.#files = files;
    await this.#assertSameServer(files);
    const before = await files.size();
    try {
      this.#client = createClient({
        url: fileUrl(files.path),
        syncUrl: address,
        authToken: token,
        offline: true,
        intMode: 'number',
      });
    } catch (error) {
      throw failureOf(error);
    }
    this.#bytes += Math.max(0, (await files.size()) - before);
    await this.#level();
    const state = await this.#state();
    await files.rememberGood();
    return state;
  }

  async read(after: number): Promise<readonly MailboxRow[]> {
    const sizes = await this.#all(
      `SELECT seq, length(box) AS bytes FROM log WHERE seq > ? ORDER BY seq LIMIT ${PAGE_ROWS}`,
      after,
    );
    let bytes = 0;
    let last = after;
    for (const row of sizes) {
      const size = Math.min(Number(row.bytes), MAX_BOX_BYTES);
      if (last !== after && bytes + size > PAGE_BYTES) break;
      bytes += size;
      last = Number(row.seq);
    }
    // As BLOB: libSQL aborts the process over a TEXT that is not UTF-8 (U1), and a server may have put one there.
    const rows = await this.#all(
      `SELECT seq, CAST(id AS BLOB) AS id, CAST(hlc AS BLOB) AS hlc,
              CASE WHEN length(box) <= ${MAX_BOX_BYTES} THEN CAST(box AS BLOB) ELSE zeroblob(0) END AS box
       FROM log WHERE seq > ? AND seq <= ? ORDER BY seq`,
      after,
      last,
    );
    return rows.map((row) => ({
      seq: Number(row.seq),
      id: bytesOf(row.id),
      hlc: bytesOf(row.hlc),
      box: unsalted(bytesOf(row.box)),
    }));
  }

  async found({ vault, lineage, envelope }: MailboxFounding): Promise<void> {
    await this.#transact([
      ...SCHEMA,
      { sql: 'INSERT INTO about (one, vault, lineage) VALUES (1, ?, ?)', args: [vault, lineage] },
      { sql: 'INSERT INTO envelope (one, body) VALUES (1, ?)', args: [salted(Buffer.from(envelope))] },
    ]);
  }

  async putEnvelope(envelope: string): Promise<void> {
    await this.#transact([
      { sql: 'INSERT OR REPLACE INTO envelope (one, body) VALUES (1, ?)', args: [salted(Buffer.from(envelope))] },
    ]);
  }

  async append(
    versions: readonly { readonly id: Uint8Array; readonly hlc: Uint8Array; readonly box: Uint8Array }[],
  ): Promise<void> {
    const salt = randomBytes(SALT_BYTES);
    await this.#transact(
      versions.map(({ id, hlc, box }) => ({
        sql: 'INSERT INTO log (id, hlc, box) VALUES (?, ?, ?)',
        args: [id, hlc, salted(box, salt)],
      })),
    );
  }

  async publish(): Promise<MailboxState> {
    const files = this.#requireFiles();
    // Once more, as late as can be: frames that are pushed onto another database than the one they were made for destroy it (F15c, F16).
    await this.#assertSameServer(files);
    await this.#level();
    // "ok" is said by the client; that the frame is there is said by the server.
    await this.#assertSameServer(files);
    const state = await this.#state();
    await files.rememberGood();
    return state;
  }

  /** The server must have our last frame where we have it; else it is another one, or another time of this one (F15, F16). */
  async #assertSameServer(files: ReplicaFiles): Promise<void> {
    const theirs = await askGeneration(this.#server);
    const position = await files.position();
    if (position === null) return;
    if (theirs < position.generation) throw new MailboxFailure('spoilt');
    const landmark = await files.landmark();
    if (landmark === null) return;
    const there = await askFrame(this.#server, landmark.generation, landmark.frame);
    if (there === null || frameDigest(there) !== landmark.digest) throw new MailboxFailure('spoilt');
    this.#bytes += FRAME_BYTES;
  }

  /**
   * `sync()` pushes OR pulls, and takes a network that is gone for nothing to do. Two good answers in a row: whatever was to be pushed is pushed, and whatever
   * others did has come.
   */
  async #level(): Promise<void> {
    const files = this.#requireFiles();
    const client = this.#requireClient();
    let good = 0;
    for (let round = 0; good < 2; round += 1) {
      if (round >= MAX_ROUNDS) throw new MailboxFailure('server');
      const before = await files.position();
      let synced: number;
      try {
        synced = (await client.sync())?.frames_synced ?? 0;
      } catch (error) {
        throw failureOf(error);
      }
      if (synced === 0) throw new MailboxFailure('unreachable');
      const behind = await files.position();
      this.#bytes += framesBetween(before, behind) * FRAME_BYTES;
      good += 1;
    }
    // F7, F13, P7c: "ok" and nothing sent, or a position that cannot be read any more.
    if (!(await files.isLevel())) throw new MailboxFailure('spoilt');
  }

  async #state(): Promise<MailboxState> {
    const replica = this.#requireFiles().id;
    const names = (await this.#all(`SELECT CAST(name AS BLOB) AS name FROM sqlite_master WHERE type = 'table'`)).map(
      (row) => Buffer.from(bytesOf(row.name)).toString('latin1'),
    );
    const own = names.filter((name) => !name.startsWith('sqlite_') && !name.startsWith('libsql_'));
    if (own.length === 0) return { replica, content: null, newest: 0 };
    if (!TABLES.every((name) => own.includes(name))) return { replica, content: 'foreign', newest: 0 };
    const [about] = await this.#all('SELECT CAST(vault AS BLOB) AS vault, CAST(lineage AS BLOB) AS lineage FROM about');
    const [envelope] = await this.#all('SELECT CAST(body AS BLOB) AS body FROM envelope');
    if (about === undefined || envelope === undefined) return { replica, content: 'foreign', newest: 0 };
    const [newest] = await this.#all('SELECT max(seq) AS seq FROM log');
    return {
      replica,
      content: {
        vault: bytesOf(about.vault),
        lineage: bytesOf(about.lineage),
        envelope: Buffer.from(unsalted(bytesOf(envelope.body))).toString('utf8'),
      },
      newest: Number(newest?.seq ?? 0),
    };
  }

  async #all(sql: string, ...args: number[]): Promise<Awaited<ReturnType<Client['execute']>>['rows']> {
    await this.#turn();
    try {
      return (await this.#requireClient().execute({ sql, args })).rows;
    } catch (error) {
      throw failureOf(error);
    }
  }

  async #transact(statements: readonly InStatement[]): Promise<void> {
    await this.#turn();
    try {
      await this.#requireClient().batch([...statements], 'write');
    } catch (error) {
      throw failureOf(error);
    }
  }

  /** libSQL gives its memory back only when the event loop turns (A4). */
  async #turn(): Promise<void> {
    this.#operations += 1;
    if (this.#operations % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }

  #requireFiles(): ReplicaFiles {
    if (this.#files === null) throw new Error('the mailbox is not open');
    return this.#files;
  }

  #requireClient(): Client {
    if (this.#client === null) throw new Error('the mailbox is not open');
    return this.#client;
  }
}

function framesBetween(
  before: { generation: number; frame: number } | null,
  behind: { generation: number; frame: number } | null,
): number {
  if (behind === null) return 0;
  return before !== null && before.generation === behind.generation
    ? Math.max(0, behind.frame - before.frame)
    : behind.frame;
}

/**
 * libSQL says in words what happened (libsql-failures.md). Everything that is not plainly the network, the token, the server or the disk is our copy's fault, and
 * whether that is true does not matter: a new beginning is always safe.
 */
function failureOf(error: unknown): MailboxFailure {
  if (error instanceof MailboxFailure) return error;
  const text = error instanceof Error ? `${error.message} ${String((error as { code?: unknown }).code)}` : '';
  let reason: MailboxReason = 'wedged';
  if (/\b(401|403)\b/.test(text)) reason = 'refused';
  else if (/\b(429|50[0-9])\b/.test(text)) reason = 'server';
  else if (/HttpDispatch|dispatch|HttpBody|connect|dns/i.test(text)) reason = 'unreachable';
  else if (/SQLITE_FULL|No space|disk is full/i.test(text)) reason = 'disk-full';
  else if (/SQLITE_READONLY|PermissionDenied|readonly|Read-only/i.test(text)) reason = 'profile-read-only';
  else if (/SQLITE_CORRUPT|SQLITE_NOTADB|malformed|not a database/i.test(text)) reason = 'spoilt';
  return new MailboxFailure(reason, error);
}

/** BLOB columns arrive as ArrayBuffer. @throws MailboxFailure where a server has put something else there */
function bytesOf(value: unknown): Uint8Array {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  throw new MailboxFailure('spoilt');
}

function salted(bytes: Uint8Array, salt: Uint8Array = randomBytes(SALT_BYTES)): Buffer {
  return Buffer.concat([salt, bytes, salt]);
}

/** Empty where it is too short to be one of ours; that opens under no key. */
function unsalted(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength < 2 * SALT_BYTES ? new Uint8Array(0) : bytes.slice(SALT_BYTES, -SALT_BYTES);
}
