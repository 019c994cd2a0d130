import { randomBytes } from 'node:crypto';
import {
  DEVICE_ID_BYTES,
  HLC_BYTES,
  decodeHlc,
  encodeHlc,
  nextHlc,
  type HlcTime,
} from '../../src-shared/domain/hybrid-logical-clock.ts';
import { AppFailure } from '../../src-shared/result.ts';
import type { Clock } from '../clock.ts';
import { bytesOf, Database, type ReadableDatabase, type Statement } from './database.ts';
import { derivedId, type VaultKeys } from './keys.ts';
import { migrate } from './migrations/index.ts';
import { projectionsVersion, type Projection } from './projection.ts';
import { decodeRecord, encodeRecord, RECORD_FORMAT, type VaultRecord } from './record.ts';
import { seal, SealBroken, unseal } from './sealing.ts';

/** What one user action wants written. Fields not named keep their value, known to this app or not. */
export interface RecordChange {
  readonly id: Uint8Array;
  readonly type: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly deleted?: boolean;
}

export interface SealedVersion {
  readonly id: Uint8Array;
  readonly hlc: Uint8Array;
  readonly box: Uint8Array;
}

export interface RebuildProgress {
  readonly done: number;
  readonly total: number;
}

const ID_BYTES = 16;
/**
 * Versions of one sitting replace each other as long as nobody else can have seen them: autosave commits every pause, and a history of pauses is
 * of no use to anybody. What stays is the text as it stood at each sitting's end.
 */
const SITTING_MS = 10 * 60 * 1000;
/** A text that lost more than this many characters, and more than three tenths of itself, keeps the version from before. */
const CUT_CHARACTERS = 200;
const CUT_SHARE = 0.7;
const REBUILD_STEP = 200;

/** An open vault. One caller at a time: the storage process runs its requests one after the other. */
export class Vault {
  readonly keys: VaultKeys;
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #projections: ReadonlyMap<string, Projection>;
  #device: Uint8Array = new Uint8Array(DEVICE_ID_BYTES);
  #lastHlc: HlcTime = { millis: 0, counter: 0 };

  private constructor(database: Database, keys: VaultKeys, clock: Clock, projections: readonly Projection[]) {
    this.#database = database;
    this.keys = keys;
    this.#clock = clock;
    this.#projections = new Map(projections.map((projection) => [projection.recordType, projection]));
  }

  /**
   * Opens, or makes, the database at `path`; migrates it; rebuilds the projections where their schema changed.
   * @throws AppFailure `vault-damaged`, `vault-too-new`, `disk-full`, `profile-read-only`
   */
  static async open(
    path: string,
    keys: VaultKeys,
    clock: Clock,
    projections: readonly Projection[],
    onRebuild: (progress: RebuildProgress) => void = () => {},
  ): Promise<Vault> {
    const database = await Database.open(path, keys.fileKey);
    const vault = new Vault(database, keys, clock, projections);
    try {
      await migrate(database);
      await vault.#readState();
      const wanted = Buffer.from(projectionsVersion(projections));
      const found = await vault.#state('projections');
      if (found === null || !wanted.equals(found)) await vault.rebuildProjections(onRebuild);
    } catch (error) {
      database.abandon();
      throw error;
    }
    return vault;
  }

  get read(): ReadableDatabase {
    return this.#database;
  }

  get clock(): Clock {
    return this.#clock;
  }

  /** The id of something that every device must give the same id; see `derivedId`. */
  derivedId(...parts: readonly string[]): Uint8Array {
    return derivedId(this.keys.idKey, ...parts);
  }

  /** The current version of a record, trashed ones too; null where there is none. */
  async record(id: Uint8Array): Promise<VaultRecord | null> {
    return (await this.#head(id))?.record ?? null;
  }

  /** Whether there is such a record, trashed ones too. Opens nothing: cheap for thousands, and blind to damage. */
  async has(id: Uint8Array): Promise<boolean> {
    return (await this.#database.first('SELECT 1 FROM head WHERE id = ?', id)) !== undefined;
  }

  /**
   * One user action, one commit: seals a new version of each record and writes versions, heads, outbox and projections together.
   * When it has returned, the change is on the disk. No record may stand in `changes` twice.
   */
  async commit(changes: readonly RecordChange[]): Promise<void> {
    if (new Set(changes.map((change) => Buffer.from(change.id).toString('hex'))).size !== changes.length) {
      throw new Error('a record stands twice in one commit');
    }
    const now = this.#clock.now();
    const statements: Statement[] = [];
    let last = this.#lastHlc;
    for (const change of changes) {
      const head = await this.#head(change.id);
      const replaces = head !== null && this.#sameSitting(head, change, now);
      const record: VaultRecord = {
        ...head?.record,
        format: RECORD_FORMAT,
        type: change.type,
        base: head === null ? null : replaces ? head.record.base : Buffer.from(head.hlc).toString('hex'),
        sitting: replaces ? head.record.sitting : now,
        writtenAt: now,
        deleted: change.deleted ?? head?.record.deleted ?? false,
        fields: { ...head?.record.fields, ...defined(change.fields) },
      };
      last = nextHlc(last, now);
      const hlc = encodeHlc(last, this.#device);
      if (replaces) {
        statements.push(
          { sql: 'DELETE FROM version WHERE id = ? AND hlc = ?', args: [change.id, head.hlc] },
          { sql: 'DELETE FROM outbox WHERE id = ? AND hlc = ?', args: [change.id, head.hlc] },
        );
      }
      statements.push(
        {
          sql: 'INSERT INTO version (id, hlc, box) VALUES (?, ?, ?)',
          args: [change.id, hlc, this.#seal(change.id, hlc, record)],
        },
        {
          sql: 'INSERT INTO head (id, hlc) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET hlc = excluded.hlc',
          args: [change.id, hlc],
        },
        { sql: 'INSERT INTO outbox (id, hlc) VALUES (?, ?)', args: [change.id, hlc] },
        ...this.#project(change.id, record),
      );
    }
    await this.#database.transact(statements);
    this.#lastHlc = last;
  }

  /** Every sealed version in the order of arrival, as it stands in the file. */
  async *versions(): AsyncGenerator<SealedVersion> {
    yield* readVersions(this.#database);
  }

  async versionCount(): Promise<number> {
    return Number((await this.#database.first('SELECT count(*) AS n FROM version'))?.n);
  }

  /** Whether a version opens, under this vault's key and at its own place. */
  opens(version: SealedVersion): boolean {
    return this.#unseal(version) !== null;
  }

  /**
   * Takes in sealed versions from elsewhere (a damaged vault, a backup). Those that do not open, and those already here, are left out.
   * Projections are not touched: call `rebuildProjections` behind the last one.
   * @returns how many were added
   */
  async adopt(versions: readonly SealedVersion[]): Promise<number> {
    let added = 0;
    const statements: Statement[] = [];
    for (const version of versions) {
      if (!this.opens(version)) continue;
      const held = await this.#database.first(
        'SELECT 1 FROM version WHERE id = ? AND hlc = ?',
        version.id,
        version.hlc,
      );
      if (held !== undefined) continue;
      added += 1;
      statements.push(
        {
          sql: 'INSERT OR IGNORE INTO version (id, hlc, box) VALUES (?, ?, ?)',
          args: [version.id, version.hlc, version.box],
        },
        { sql: 'INSERT OR IGNORE INTO outbox (id, hlc) VALUES (?, ?)', args: [version.id, version.hlc] },
        {
          sql: 'INSERT INTO head (id, hlc) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET hlc = max(hlc, excluded.hlc)',
          args: [version.id, version.hlc],
        },
      );
    }
    await this.#database.transact(statements);
    const newest = await this.#database.first('SELECT max(hlc) AS hlc FROM head');
    if (newest?.hlc != null) {
      await this.#writeState('clock', bytesOf(newest.hlc));
      await this.#readState();
    }
    return added;
  }

  /** Throws all projections away and makes them again. A crash half way is healed by the next unlock: the version stamp is written last. */
  async rebuildProjections(onProgress: (progress: RebuildProgress) => void = () => {}): Promise<void> {
    const projections = [...this.#projections.values()];
    await this.#database.transact([
      { sql: 'DELETE FROM state WHERE name = ?', args: ['projections'] },
      ...projections.flatMap((projection) => [...projection.drop, ...projection.schema]).map((sql) => ({ sql })),
    ]);
    const total = Number((await this.#database.first('SELECT count(*) AS n FROM head'))?.n);
    let after = new Uint8Array(0);
    let done = 0;
    for (;;) {
      const rows = await this.#database.all(
        `SELECT CAST(head.id AS BLOB) AS id, CAST(head.hlc AS BLOB) AS hlc, CAST(version.box AS BLOB) AS box FROM head JOIN version ON version.id = head.id AND version.hlc = head.hlc
         WHERE head.id > ? ORDER BY head.id LIMIT ${REBUILD_STEP}`,
        after,
      );
      if (rows.length === 0) break;
      const statements: Statement[] = [];
      for (const row of rows) {
        const version = { id: bytesOf(row.id), hlc: bytesOf(row.hlc), box: bytesOf(row.box) };
        const record = this.#unseal(version);
        if (record !== null) statements.push(...this.#project(version.id, record));
        after = new Uint8Array(version.id);
      }
      await this.#database.transact(statements);
      done += rows.length;
      onProgress({ done, total });
    }
    await this.#writeState('projections', Buffer.from(projectionsVersion(projections)));
  }

  /** Closes without touching the files: see `Database.abandon`. */
  abandon(): void {
    this.#database.abandon();
  }

  async close(): Promise<void> {
    await this.#database.close();
  }

  #seal(id: Uint8Array, hlc: Uint8Array, record: VaultRecord): Uint8Array {
    return seal(this.keys.recordKey, { vaultId: this.keys.vaultId, id, hlc }, encodeRecord(record));
  }

  #unseal(version: SealedVersion): VaultRecord | null {
    return openVersion(this.keys, version);
  }

  #project(id: Uint8Array, record: VaultRecord): readonly Statement[] {
    // A type that only a newer app knows is kept as a version and shown by nobody.
    return this.#projections.get(record.type)?.project(id, record) ?? [];
  }

  async #head(id: Uint8Array): Promise<{ hlc: Uint8Array; record: VaultRecord; unsent: boolean } | null> {
    const row = await this.#database.first(
      `SELECT CAST(head.hlc AS BLOB) AS hlc, CAST(version.box AS BLOB) AS box,
              EXISTS (SELECT 1 FROM outbox WHERE outbox.id = head.id AND outbox.hlc = head.hlc AND handed_at IS NULL) AS unsent
       FROM head LEFT JOIN version ON version.id = head.id AND version.hlc = head.hlc WHERE head.id = ?`,
      id,
    );
    if (row === undefined) return null;
    // A head without its version, or a version that does not open, must never be written over as if there had been nothing.
    if (row.box === null) throw new AppFailure('vault-damaged');
    const version = { id, hlc: bytesOf(row.hlc), box: bytesOf(row.box) };
    const record = this.#unseal(version);
    if (record === null) throw new AppFailure('vault-damaged');
    return { hlc: version.hlc, record, unsent: row.unsent === 1 };
  }

  #sameSitting(
    head: { hlc: Uint8Array; record: VaultRecord; unsent: boolean },
    change: RecordChange,
    now: number,
  ): boolean {
    const sameDevice = Buffer.from(decodeHlc(head.hlc).device).equals(this.#device);
    const age = now - head.record.sitting;
    // Neither does taking away most of a text: select all and one key would otherwise be the end of it.
    const before = lengthOf(head.record.fields['body']);
    const after = change.fields['body'] === undefined ? before : lengthOf(change.fields['body']);
    const cuts = before - after > CUT_CHARACTERS && after < before * CUT_SHARE;
    // Deleting never replaces the version that holds what was deleted.
    const deletes = (change.deleted ?? head.record.deleted) !== head.record.deleted;
    return head.unsent && sameDevice && !deletes && !cuts && age >= 0 && age < SITTING_MS;
  }

  async #readState(): Promise<void> {
    const device = await this.#state('device');
    if (device === null) {
      this.#device = randomBytes(DEVICE_ID_BYTES);
      await this.#writeState('device', this.#device);
    } else {
      this.#device = device;
    }
    // The clock goes on from the newest stamp in the file, so that it runs forward even where the wall clock was set back. The newest of our own
    // is the last row; what came from elsewhere left its newest in the state. Looking through every head would cost unlock time for ever.
    const last = await this.#database.first('SELECT hlc FROM version ORDER BY rowid DESC LIMIT 1');
    const stamps = [last?.hlc, await this.#state('clock')].filter((stamp) => stamp != null).map(bytesOf);
    for (const stamp of stamps) {
      const { millis, counter } = decodeHlc(stamp);
      const later =
        millis > this.#lastHlc.millis || (millis === this.#lastHlc.millis && counter > this.#lastHlc.counter);
      if (later) this.#lastHlc = { millis, counter };
    }
  }

  async #state(name: string): Promise<Uint8Array | null> {
    const row = await this.#database.first('SELECT value FROM state WHERE name = ?', name);
    return row === undefined ? null : bytesOf(row.value);
  }

  async #writeState(name: string, value: Uint8Array): Promise<void> {
    await this.#database.transact([
      {
        sql: 'INSERT INTO state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        args: [name, value],
      },
    ]);
  }
}

/** What a sealed version holds; null where it does not open under these keys at its own place. */
export function openVersion(keys: VaultKeys, version: SealedVersion): VaultRecord | null {
  if (version.id.byteLength !== ID_BYTES || version.hlc.byteLength !== HLC_BYTES) return null;
  try {
    const place = { vaultId: keys.vaultId, id: version.id, hlc: version.hlc };
    return decodeRecord(unseal(keys.recordKey, place, version.box));
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}

function lengthOf(text: unknown): number {
  return typeof text === 'string' ? text.length : 0;
}

/** A key with `undefined` means "not given"; spread over the old fields it would take the old value away. */
function defined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const READ_STEP = 100;

/** Reads the version table in steps of bounded memory. */
export async function* readVersions(database: ReadableDatabase): AsyncGenerator<SealedVersion> {
  let after = 0;
  for (;;) {
    const rows = await database.all(
      `SELECT rowid AS place, CAST(id AS BLOB) AS id, CAST(hlc AS BLOB) AS hlc, CAST(box AS BLOB) AS box FROM version WHERE rowid > ? ORDER BY rowid LIMIT ${READ_STEP}`,
      after,
    );
    if (rows.length === 0) return;
    for (const row of rows) {
      after = Number(row.place);
      yield { id: bytesOf(row.id), hlc: bytesOf(row.hlc), box: bytesOf(row.box) };
    }
  }
}
