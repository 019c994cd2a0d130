import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { InValue } from '@libsql/client/sqlite3';
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
import { NO_SITTING, stateOf, withAncestors, type History, type MergedState } from './history.ts';
import { basesOf, decodeRecord, encodeRecord, isErased, RECORD_FORMAT, type VaultRecord } from './record.ts';
import { seal, SealBroken, unseal } from './sealing.ts';

/** What one user action wants written. Fields not named keep their value, known to this app or not. */
export interface RecordChange {
  readonly id: Uint8Array;
  readonly type: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly deleted?: boolean;
  /** Milliseconds since the epoch: it was written elsewhere, at another time than now. What is written next is never taken for the same sitting. */
  readonly writtenAt?: number;
  /** What a newer app keeps beside the fields: see `extrasOf`. */
  readonly extras?: Readonly<Record<string, unknown>>;
  /**
   * Stamps in hex of the versions that the person had before them, as `revision` gave them. Where others have arrived since, the change is merged
   * with them. Left out: the change is made to the record as it stands.
   */
  readonly base?: readonly string[];
  /**
   * `as-written`: it is part of the sample journal. `kept`: whatever it was, it stays that. `own`: it is the person's from now on. Left out: what the person writes
   * on top of a part of the sample journal is a change of it.
   */
  readonly sample?: 'as-written' | 'kept' | 'own';
}

/** A record as it stands. */
export interface Current {
  readonly record: VaultRecord;
  /** Stamps in hex, ascending, of the versions it is made of: one, or several that were written without knowing of each other. */
  readonly revision: readonly string[];
}

export interface SealedVersion {
  readonly id: Uint8Array;
  readonly hlc: Uint8Array;
  readonly box: Uint8Array;
}

export interface Received {
  readonly added: number;
  readonly unreadable: number;
  /** Of the records that changed. */
  readonly types: ReadonlySet<string>;
}

/** A version that is on its way to the server. */
export interface OutgoingPage {
  readonly versions: readonly SealedVersion[];
  /** Where the next page begins; null: this was the last. */
  readonly next: Uint8Array | null;
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
/** A clock that is further ahead than this is not followed, and is reported. */
export const MAX_CLOCK_LEAD_MS = 24 * 60 * 60 * 1000;
/** Boxes that do not open are kept up to this number, so that a server cannot fill the disk with them. */
const MAX_UNREADABLE = 10_000;

interface Head {
  readonly record: VaultRecord;
  /** Stamps in hex, ascending. */
  readonly heads: readonly string[];
  /** It is one version, and nobody else can have seen it. */
  readonly unsent: boolean;
}

/** An open vault. One caller at a time: the storage process runs its requests one after the other. */
export class Vault {
  readonly keys: VaultKeys;
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #projections: ReadonlyMap<string, Projection>;
  #device: Uint8Array = new Uint8Array(DEVICE_ID_BYTES);
  #lastHlc: HlcTime = { millis: 0, counter: 0 };
  readonly #turns = new Map<string, number>();
  /** Whether anything of a sample journal is here: nearly always nothing is, and then no commit asks. */
  #hasSample = false;

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

  /** Rises by one with every record of the type that is written or comes in: what was made from them before is old. */
  turnOf(recordType: string): number {
    return this.#turns.get(recordType) ?? 0;
  }

  /** The id of something that every device must give the same id; see `derivedId`. */
  derivedId(...parts: readonly string[]): Uint8Array {
    return derivedId(this.keys.idKey, ...parts);
  }

  /** A record as it stands, trashed ones too; null where there is none. */
  async record(id: Uint8Array): Promise<VaultRecord | null> {
    return (await this.current(id))?.record ?? null;
  }

  /** As `record`, with what it is made of. */
  async current(id: Uint8Array): Promise<Current | null> {
    const state = await this.#head(id);
    return state === null ? null : { record: state.record, revision: state.heads };
  }

  /** One version of a record; null where it is not there or does not open. */
  async version(id: Uint8Array, hlc: Uint8Array): Promise<VaultRecord | null> {
    const row = await this.#database.first(
      'SELECT CAST(box AS BLOB) AS box FROM version WHERE id = ? AND hlc = ?',
      id,
      hlc,
    );
    return row === undefined ? null : this.#unseal({ id, hlc, box: bytesOf(row.box) });
  }

  /** Every version of a record that opens, by its stamp in hex. */
  history(id: Uint8Array): Promise<History> {
    return this.#history(id);
  }

  /** The person has looked at a wording that lost. It stays in the history. */
  async settleConflict(id: Uint8Array, hlc: Uint8Array): Promise<void> {
    await this.#database.transact([
      { sql: 'UPDATE conflict SET settled = 1 WHERE id = ? AND hlc = ?', args: [id, hlc] },
    ]);
  }

  /** Whether there is such a record, trashed ones too. Opens nothing: cheap for thousands, and blind to damage. */
  async has(id: Uint8Array): Promise<boolean> {
    return (await this.#database.first('SELECT 1 FROM head WHERE id = ? LIMIT 1', id)) !== undefined;
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
      const { from, bases, behind } = await this.#startingPoint(change, head);
      const replaces = head !== null && !behind && this.#sameSitting(head, change, now);
      const [base = null, ...alsoBased] = replaces ? basesOf(head.record) : bases;
      const { alsoBased: _bases, erases: _erased, sample: wasSample, ...before } = from ?? {};
      const sample = sampleOf(change, wasSample);
      const record: VaultRecord = {
        ...before,
        ...change.extras,
        format: RECORD_FORMAT,
        type: change.type,
        base,
        ...(alsoBased.length === 0 ? {} : { alsoBased }),
        sitting: replaces ? head.record.sitting : change.writtenAt === undefined ? now : NO_SITTING,
        writtenAt: change.writtenAt ?? now,
        deleted: change.deleted ?? from?.deleted ?? false,
        ...(sample === undefined ? {} : { sample }),
        fields: { ...from?.fields, ...defined(change.fields) },
      };
      last = nextHlc(last, now);
      const hlc = encodeHlc(last, this.#device);
      const version = { id: change.id, hlc, box: this.#seal(change.id, hlc, record) };
      if (replaces) {
        const replaced = fromHex(head.heads[0]!);
        statements.push(
          { sql: 'DELETE FROM version WHERE id = ? AND hlc = ?', args: [change.id, replaced] },
          { sql: 'DELETE FROM outbox WHERE id = ? AND hlc = ?', args: [change.id, replaced] },
        );
      }
      const stamp = toHex(hlc);
      // Written on top of all there is: nothing to merge.
      const state = behind
        ? stateOf(new Map([...(await this.#history(change.id)), [stamp, record]]), this.#textFields)
        : { record, heads: [stamp], conflicts: [] };
      statements.push(
        insertVersion(version),
        { sql: 'INSERT INTO outbox (id, hlc) VALUES (?, ?)', args: [change.id, hlc] },
        ...this.#show(change.id, state),
      );
    }
    await this.#database.transact(statements);
    this.#lastHlc = last;
  }

  /**
   * Forgets records for good, with all that they ever were: one commit. In the place of each stays a version without fields that tells other devices to
   * forget the same versions. What is sealed in backups and in the server's log stays there; no device shows it again.
   */
  async erase(ids: readonly Uint8Array[]): Promise<void> {
    const now = this.#clock.now();
    const statements: Statement[] = [];
    let last = this.#lastHlc;
    for (const id of ids) {
      const head = await this.#head(id);
      if (head === null || isErased(head.record)) continue;
      const rows = await this.#database.all('SELECT CAST(hlc AS BLOB) AS hlc FROM version WHERE id = ?', id);
      const earlier = await this.#database.all('SELECT CAST(hlc AS BLOB) AS hlc FROM erased WHERE id = ?', id);
      const named = [...(await this.#history(id)).values()].flatMap((record) => [
        ...basesOf(record),
        ...(record.erases ?? []),
      ]);
      // Those too that others were written over and that never arrived here: should they come, they are no news.
      const erases = [
        ...new Set([...[...rows, ...earlier].map((row) => toHex(bytesOf(row.hlc))), ...named]),
      ].toSorted();
      const [base = null, ...alsoBased] = head.heads;
      const record: VaultRecord = {
        format: RECORD_FORMAT,
        type: head.record.type,
        base,
        ...(alsoBased.length === 0 ? {} : { alsoBased }),
        sitting: now,
        writtenAt: now,
        deleted: true,
        erases,
        fields: {},
      };
      last = nextHlc(last, now);
      const hlc = encodeHlc(last, this.#device);
      statements.push(
        ...forget(id, erases),
        { sql: 'DELETE FROM version WHERE id = ?', args: [id] },
        insertVersion({ id, hlc, box: this.#seal(id, hlc, record) }),
        { sql: 'INSERT INTO outbox (id, hlc) VALUES (?, ?)', args: [id, hlc] },
        ...this.#show(id, { record, heads: [toHex(hlc)], conflicts: [] }),
      );
    }
    await this.#database.transact(statements);
    this.#lastHlc = last;
  }

  /**
   * Takes unchanged records of the sample journal out as if they had never been, in one commit. They were handed out to nobody, so that nothing has to tell other devices of it.
   * Those of `ids` that are none are left alone.
   */
  async withdraw(ids: readonly Uint8Array[]): Promise<void> {
    const statements: Statement[] = [];
    for (const id of ids) {
      const head = await this.#head(id);
      if (head?.record.sample !== 'as-written') continue;
      // Some projections find a record by its fields, others show one that has fields as thrown away: both are told.
      const gone = { ...head.record, deleted: true };
      statements.push(...this.#project(id, gone), ...this.#project(id, { ...gone, fields: {} }));
      for (const table of ['version', 'outbox', 'head', 'conflict', 'sample_record'] as const) {
        statements.push({ sql: `DELETE FROM ${table} WHERE id = ?`, args: [id] });
      }
    }
    await this.#database.transact(statements);
  }

  /** Records, as hex, whose erasing came from another device and is not carried out here yet: see `dropErased`. */
  async erasedHere(): Promise<ReadonlySet<string>> {
    const rows = await this.#database.all(
      `SELECT DISTINCT CAST(erased.id AS BLOB) AS id FROM erased JOIN version ON version.id = erased.id AND version.hlc = erased.hlc`,
    );
    return new Set(rows.map((row) => toHex(bytesOf(row.id))));
  }

  /** Writes what erased records last were on top of their erasing: they are needed here. Those that `dropErased` has dropped stay as they are. */
  async revive(ids: readonly Uint8Array[]): Promise<void> {
    const changes: RecordChange[] = [];
    for (const id of ids) {
      const rows = await this.#database.all(
        `SELECT CAST(version.hlc AS BLOB) AS hlc, CAST(box AS BLOB) AS box FROM version JOIN erased ON erased.id = version.id AND erased.hlc = version.hlc
         WHERE version.id = ?`,
        id,
      );
      const versions = rows.map((row) => ({ id, hlc: bytesOf(row.hlc), box: bytesOf(row.box) }));
      const history = new Map(this.#opened(versions));
      const current = await this.record(id);
      if (history.size === 0 || current === null || !isErased(current)) continue;
      const { type, fields } = stateOf(history, this.#textFields).record;
      changes.push({ id, type, fields, deleted: false });
    }
    await this.commit(changes);
  }

  /** Carries out what other devices have erased. Until then its versions lie here unseen, for the case that something of it is needed. */
  async dropErased(): Promise<void> {
    await this.#database.transact([
      {
        sql: `DELETE FROM version WHERE rowid IN
                (SELECT version.rowid FROM erased JOIN version ON version.id = erased.id AND version.hlc = erased.hlc)`,
      },
    ]);
  }

  /**
   * Every sealed version in the order of arrival, as it stands in the file at the moment when the first is asked for. What is committed while it is read is not among
   * them: half of it would be worse than none, as versions replace each other and numbers of erased rows are given again.
   */
  async *versions(): AsyncGenerator<SealedVersion> {
    const moment = await this.#database.snapshot();
    try {
      yield* readVersions(moment);
    } finally {
      moment.close();
    }
  }

  /** How many versions were written from `time` on, in milliseconds since the epoch, by the clocks that they were written under. */
  async versionsSince(time: number): Promise<number> {
    const from = encodeHlc({ millis: Math.max(0, time), counter: 0 }, new Uint8Array(DEVICE_ID_BYTES));
    const row = await this.#database.first('SELECT count(*) AS n FROM version WHERE hlc >= ?', from);
    return Number(row?.n ?? 0);
  }

  async versionCount(): Promise<number> {
    return Number((await this.#database.first('SELECT count(*) AS n FROM version'))?.n);
  }

  /** Whether a version opens, under this vault's key and at its own place. */
  opens(version: SealedVersion): boolean {
    return this.#unseal(version) !== null;
  }

  /**
   * Takes in sealed versions from elsewhere (a damaged vault, a backup). Those that do not open, and those already here, are left out; those from before a
   * renewal of the key are sealed anew.
   * Projections are not touched: call `rebuildProjections` behind the last one.
   * @returns how many were added
   */
  async adopt(versions: readonly SealedVersion[]): Promise<number> {
    const readable = versions.filter((version) => this.opens(version)).map((version) => this.#underPresentKey(version));
    const fresh = await this.#notHeld(readable);
    const { kept, statements } = await this.#withoutErased(fresh);
    statements.push(...(await this.#absorb(kept, 'unconfirmed')));
    await this.#database.transact([...statements, ...this.#followClock(fresh)]);
    return kept.length;
  }

  /**
   * Takes in what the server holds: `versions` of the mailbox's copy `replica`, up to and including its row `seq`, in one commit. What is new is merged and
   * shown; what is our own is now known to be there and leaves the outbox; what does not open is kept and counted. Any order, any number of times.
   */
  async receive(versions: readonly SealedVersion[], replica: Uint8Array, seq: number): Promise<Received> {
    const statements: Statement[] = [];
    const unreadable: SealedVersion[] = [];
    const readable: SealedVersion[] = [];
    for (const version of versions) (this.opens(version) ? readable : unreadable).push(version);
    const fresh = await this.#notHeld(readable);
    const confirmed = await this.#confirmed(readable);
    for (const { id, hlc } of confirmed) {
      statements.push({ sql: 'DELETE FROM outbox WHERE id = ? AND hlc = ?', args: [id, hlc] });
    }
    for (const { id, hlc, box } of unreadable) {
      // A shape that no record of ours has would be refused by nobody else.
      if (id.byteLength !== ID_BYTES || hlc.byteLength !== HLC_BYTES) continue;
      statements.push({
        sql: `INSERT INTO unreadable (id, hlc, box, replica) SELECT ?1, ?2, ?3, ?4
              WHERE NOT EXISTS (SELECT 1 FROM version WHERE id = ?1 AND hlc = ?2) AND (SELECT count(*) FROM unreadable) < ${MAX_UNREADABLE}
              ON CONFLICT (id, hlc) DO UPDATE SET box = excluded.box, replica = excluded.replica`,
        args: [id, hlc, box, replica],
      });
    }
    for (const { id, hlc } of fresh) {
      statements.push({ sql: 'DELETE FROM unreadable WHERE id = ? AND hlc = ?', args: [id, hlc] });
    }
    // A version of this device that this device never wrote: the folder was copied, and both copies write under one name. From now on
    // they have two, so that no stamp is ever given twice.
    const { kept, statements: forgetting } = await this.#withoutErased(fresh);
    // What this device wrote and has erased since is no such version.
    const isCopy = kept.some((version) => toHex(version.hlc.subarray(8)) === toHex(this.#device));
    const device = isCopy ? randomBytes(DEVICE_ID_BYTES) : this.#device;
    if (isCopy) statements.push(writeState('device', device));
    statements.push(...forgetting, ...(await this.#absorb(kept, 'seen')));
    // Also what is not kept: how many versions were seen is what devices compare.
    statements.push(...this.#countSeen([...fresh, ...confirmed]));
    statements.push(...this.#followClock(fresh), writeState('sync-seq', Buffer.from(String(seq))));
    await this.#database.transact(statements);
    this.#device = device;
    const types = new Set(kept.map((version) => this.#unseal(version)?.type).filter((type) => type !== undefined));
    return { added: kept.length, unreadable: unreadable.length, types };
  }

  /** Tries once more what did not open when it came: with another key it may. */
  async reconsiderUnreadable(): Promise<void> {
    const seq = Number(Buffer.from((await this.#state('sync-seq')) ?? Buffer.from('0')).toString());
    const found: { version: SealedVersion; replica: Uint8Array }[] = [];
    for await (const { columns, values } of rowsOf(this.#database, 'unreadable')) {
      const value = (name: string): Uint8Array => bytesOf(values[columns.indexOf(name)]);
      const version = { id: value('id'), hlc: value('hlc'), box: value('box') };
      if (this.opens(version)) found.push({ version, replica: value('replica') });
    }
    for (let at = 0; at < found.length; at += REBUILD_STEP) {
      const step = found.slice(at, at + REBUILD_STEP);
      await this.receive(
        step.map(({ version }) => version),
        step[0]!.replica,
        seq,
      );
    }
  }

  /** Versions that no server was seen to hold. */
  async waiting(): Promise<number> {
    return Number((await this.#database.first(`SELECT count(*) AS n FROM outbox WHERE ${NOT_SAMPLE}`))?.n);
  }

  /**
   * The next page of what waits, to be given to the sync process. From here on others may have seen it, so that no version of it is replaced any more.
   * `after`: null for the first page, then `next` of the page before.
   */
  async handOut(after: Uint8Array | null, maxVersions: number, maxBytes: number): Promise<OutgoingPage> {
    const from = `FROM outbox JOIN version ON version.id = outbox.id AND version.hlc = outbox.hlc
       WHERE (outbox.id, outbox.hlc) > (?, ?) AND ${NOT_SAMPLE} ORDER BY outbox.id, outbox.hlc LIMIT ?`;
    const start = [after?.subarray(0, ID_BYTES) ?? new Uint8Array(0), after?.subarray(ID_BYTES) ?? new Uint8Array(0)];
    // Sizes first: a page of photographs would not fit into memory only to be cut.
    const sizes = await this.#database.all(`SELECT length(version.box) AS bytes ${from}`, ...start, maxVersions);
    let fitting = 0;
    for (let bytes = 0; fitting < sizes.length; fitting += 1) {
      bytes += Number(sizes[fitting]!.bytes);
      if (fitting > 0 && bytes > maxBytes) break;
    }
    const rows = await this.#database.all(
      `SELECT CAST(outbox.id AS BLOB) AS id, CAST(outbox.hlc AS BLOB) AS hlc, CAST(version.box AS BLOB) AS box ${from}`,
      ...start,
      fitting,
    );
    const versions = rows.map((row) => ({ id: bytesOf(row.id), hlc: bytesOf(row.hlc), box: bytesOf(row.box) }));
    const now = this.#clock.now();
    await this.#database.transact(
      versions.map(({ id, hlc }) => ({
        sql: 'UPDATE outbox SET handed_at = ? WHERE id = ? AND hlc = ? AND handed_at IS NULL',
        args: [now, id, hlc],
      })),
    );
    const last = versions.at(-1);
    const isAll = sizes.length < maxVersions && fitting === sizes.length;
    return { versions, next: last === undefined || isAll ? null : Buffer.concat([last.id, last.hlc]) };
  }

  /**
   * Begins a mailbox from its first row: another lineage, another copy of it, or one that has fewer rows than were seen. Whatever was seen there before
   * proves nothing about it, so every version waits again until it is seen.
   */
  async startOver(states: Readonly<Record<string, Uint8Array>>): Promise<void> {
    await this.#database.transact([
      {
        sql: `INSERT OR IGNORE INTO outbox (id, hlc, handed_at) SELECT id, hlc, ? FROM version WHERE ${NOT_ERASED}`,
        args: [this.#clock.now()],
      },
      // How many versions of each device were seen is counted anew with them.
      { sql: 'UPDATE device_seen SET versions = 0' },
      writeState('sync-seq', Buffer.from('0')),
      ...Object.entries(states).map(([name, value]) => writeState(name, value)),
    ]);
  }

  /** This device's id, hex. */
  get device(): string {
    return toHex(this.#device);
  }

  /** A value of this device's own bookkeeping, inside the encrypted file; it goes into no backup and to no server. */
  async setting(name: string): Promise<Uint8Array | null> {
    return this.#state(name);
  }

  async changeSettings(values: Readonly<Record<string, Uint8Array | null>>): Promise<void> {
    await this.#database.transact(
      Object.entries(values).map(([name, value]) =>
        value === null ? { sql: 'DELETE FROM state WHERE name = ?', args: [name] } : writeState(name, value),
      ),
    );
  }

  /**
   * Fills this new, empty vault with all that `source` holds, sealed anew under this vault's keys. Every version waits again: what the server has is sealed
   * under the key before.
   */
  async copyFrom(source: Vault, onProgress: (progress: RebuildProgress) => void): Promise<void> {
    const total = 2 * (await source.versionCount());
    const now = this.#clock.now();
    let done = 0;
    let statements: Statement[] = [];
    const flush = async (): Promise<void> => {
      await this.#database.transact(statements);
      statements = [];
      // libsql works in our own thread: without a turn of the event loop nobody would be heard who wants it to stop.
      await setImmediate();
      onProgress({ done, total });
    };
    for await (const version of source.versions()) {
      const record = source.#unseal(version);
      // What does not open stays as it is: damage that may be mended some day.
      const box = record === null ? version.box : this.#seal(version.id, version.hlc, record);
      statements.push(insertVersion({ ...version, box }), {
        sql: 'INSERT INTO outbox (id, hlc, handed_at) VALUES (?, ?, ?)',
        args: [version.id, version.hlc, now],
      });
      done += 1;
      if (statements.length >= 2 * REBUILD_STEP) await flush();
    }
    for (const table of ['head', 'conflict', 'erased', 'unreadable', 'device_seen', 'state'] as const) {
      for await (const { columns, values } of rowsOf(source.#database, table)) {
        if (table === 'state' && values[0] === 'projections') continue;
        statements.push({
          sql: `INSERT OR REPLACE INTO ${table} (${columns.join()}) VALUES (${places(values)})`,
          args: values,
        });
        if (statements.length >= 2 * REBUILD_STEP) await flush();
      }
    }
    statements.push(
      { sql: 'UPDATE device_seen SET versions = 0' },
      { sql: 'DELETE FROM outbox WHERE (id, hlc) IN (SELECT id, hlc FROM erased)' },
    );
    await flush();
    await this.#readState();
    await this.rebuildProjections((progress) =>
      onProgress({ done: done + Math.round((done * progress.done) / Math.max(1, progress.total)), total }),
    );
  }

  /** Throws all projections away and makes them again. A crash half way is healed by the next unlock: the version stamp is written last. */
  async rebuildProjections(onProgress: (progress: RebuildProgress) => void = () => {}): Promise<void> {
    const projections = [...this.#projections.values()];
    await this.#database.transact([
      { sql: 'DELETE FROM state WHERE name = ?', args: ['projections'] },
      ...projections.flatMap((projection) => [...projection.drop, ...projection.schema]).map((sql) => ({ sql })),
      { sql: 'DELETE FROM sample_record' },
    ]);
    this.#hasSample = false;
    const total = Number((await this.#database.first('SELECT count(DISTINCT id) AS n FROM head'))?.n);
    let after = new Uint8Array(0);
    let done = 0;
    for (;;) {
      const rows = await this.#database.all(
        `SELECT CAST(page.id AS BLOB) AS id, page.heads, CAST(page.hlc AS BLOB) AS hlc, CAST(version.box AS BLOB) AS box
         FROM (SELECT id, count(*) AS heads, max(hlc) AS hlc FROM head WHERE id > ? GROUP BY id ORDER BY id LIMIT ${REBUILD_STEP}) AS page
         LEFT JOIN version ON version.id = page.id AND version.hlc = page.hlc ORDER BY page.id`,
        after,
      );
      if (rows.length === 0) break;
      const statements: Statement[] = [];
      for (const row of rows) {
        const id = bytesOf(row.id);
        after = new Uint8Array(id);
        const record =
          row.heads !== 1
            ? ((await this.#head(id))?.record ?? null)
            : row.box === null
              ? null
              : this.#unseal({ id, hlc: bytesOf(row.hlc), box: bytesOf(row.box) });
        if (record !== null) statements.push(...this.#project(id, record), ...this.#markSample(id, record));
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

  #underPresentKey(version: SealedVersion): SealedVersion {
    if (this.keys.earlier.length === 0 || openVersion({ ...this.keys, earlier: [] }, version) !== null) return version;
    const record = this.#unseal(version);
    return record === null ? version : { ...version, box: this.#seal(version.id, version.hlc, record) };
  }

  #unseal(version: SealedVersion): VaultRecord | null {
    return openVersion(this.keys, version);
  }

  #project(id: Uint8Array, record: VaultRecord): readonly Statement[] {
    this.#turns.set(record.type, this.turnOf(record.type) + 1);
    // A type that only a newer app knows is kept as a version and shown by nobody.
    return this.#projections.get(record.type)?.project(id, record) ?? [];
  }

  readonly #textFields = (recordType: string): ReadonlySet<string> =>
    new Set(this.#projections.get(recordType)?.textFields);

  /** Makes `state` the current one: heads, projection, and what lost. */
  #show(id: Uint8Array, state: MergedState): readonly Statement[] {
    return [
      { sql: 'DELETE FROM head WHERE id = ?', args: [id] },
      ...state.heads.map((hlc) => ({ sql: 'INSERT INTO head (id, hlc) VALUES (?, ?)', args: [id, fromHex(hlc)] })),
      ...state.conflicts.map((hlc) => ({
        sql: 'INSERT OR IGNORE INTO conflict (id, hlc) VALUES (?, ?)',
        args: [id, fromHex(hlc)],
      })),
      ...this.#project(id, state.record),
      ...this.#markSample(id, state.record),
    ];
  }

  #markSample(id: Uint8Array, { sample }: VaultRecord): readonly Statement[] {
    if (sample === undefined) {
      return this.#hasSample ? [{ sql: 'DELETE FROM sample_record WHERE id = ?', args: [id] }] : [];
    }
    this.#hasSample = true;
    return [
      {
        sql: 'INSERT OR REPLACE INTO sample_record (id, changed) VALUES (?, ?)',
        args: [id, sample === 'changed' ? 1 : 0],
      },
    ];
  }

  async #head(id: Uint8Array): Promise<Head | null> {
    const rows = await this.#database.all(
      `SELECT CAST(head.hlc AS BLOB) AS hlc, CAST(version.box AS BLOB) AS box,
              EXISTS (SELECT 1 FROM outbox WHERE outbox.id = head.id AND outbox.hlc = head.hlc AND handed_at IS NULL) AS unsent
       FROM head LEFT JOIN version ON version.id = head.id AND version.hlc = head.hlc WHERE head.id = ? ORDER BY head.hlc`,
      id,
    );
    const [row] = rows;
    if (row === undefined) return null;
    const heads = new Map<string, VaultRecord>();
    for (const each of rows) {
      // A head without its version, or a version that does not open, must never be written over as if there had been nothing.
      if (each.box === null) throw new AppFailure('vault-damaged');
      const hlc = bytesOf(each.hlc);
      const record = this.#unseal({ id, hlc, box: bytesOf(each.box) });
      if (record === null) throw new AppFailure('vault-damaged');
      heads.set(toHex(hlc), record);
    }
    const [only] = heads.values();
    if (heads.size === 1) return { record: only!, heads: [...heads.keys()], unsent: row.unsent === 1 };
    const state = stateOf(await this.#history(id), this.#textFields);
    return { record: state.record, heads: state.heads, unsent: false };
  }

  /** Every version of a record that opens. An old one that does not is left out: it is no reason to show nothing. */
  async #history(id: Uint8Array): Promise<History> {
    const rows = await this.#database.all(
      `SELECT CAST(hlc AS BLOB) AS hlc, CAST(box AS BLOB) AS box FROM version WHERE id = ? AND ${NOT_ERASED}`,
      id,
    );
    const history = new Map<string, VaultRecord>();
    for (const row of rows) {
      const hlc = bytesOf(row.hlc);
      const record = this.#unseal({ id, hlc, box: bytesOf(row.box) });
      if (record !== null) history.set(toHex(hlc), record);
    }
    return history;
  }

  /** What a change is made to: the record as it stands, or as the person had it before them where others have arrived since (`behind`). */
  async #startingPoint(
    change: RecordChange,
    head: Head | null,
  ): Promise<{ from: VaultRecord | null; bases: readonly string[]; behind: boolean }> {
    if (head === null) return { from: null, bases: [], behind: false };
    const wanted = change.base;
    if (wanted === undefined || wanted.toSorted().join() === head.heads.join()) {
      return { from: head.record, bases: head.heads, behind: false };
    }
    const history = await this.#history(change.id);
    // One that is gone was replaced within a sitting of this device, by the version that stands in its place now.
    const own = head.heads.filter((hlc) => hlc.endsWith(this.device));
    const known = wanted.filter((hlc) => history.has(hlc));
    const bases = [...new Set(known.length === wanted.length ? known : [...known, ...own])].toSorted();
    if (bases.length === 0 || bases.join() === head.heads.join()) {
      return { from: head.record, bases: head.heads, behind: false };
    }
    const before = stateOf(withAncestors(history, bases), this.#textFields);
    return { from: before.record, bases: before.heads, behind: true };
  }

  async #notHeld(versions: readonly SealedVersion[]): Promise<SealedVersion[]> {
    const held = await this.#stamps('SELECT id, hlc FROM version WHERE id IN', versions);
    const fresh = new Map<string, SealedVersion>();
    for (const version of versions) {
      const key = placeOf(version);
      if (!held.has(key)) fresh.set(key, version);
    }
    return [...fresh.values()];
  }

  /** Which of `versions`, seen on the server, are ours to confirm: in the outbox, and there as they are here. */
  async #confirmed(versions: readonly SealedVersion[]): Promise<SealedVersion[]> {
    const waiting = await this.#stamps('SELECT id, hlc FROM outbox WHERE id IN', versions);
    const candidates = versions.filter((version) => waiting.has(placeOf(version)));
    if (candidates.length === 0) return [];
    const here = new Map<string, Uint8Array>();
    const rows = await this.#database.all(
      `SELECT CAST(id AS BLOB) AS id, CAST(hlc AS BLOB) AS hlc, CAST(box AS BLOB) AS box FROM version WHERE id IN (${places(candidates)})`,
      ...candidates.map((version) => version.id),
    );
    for (const row of rows) {
      here.set(placeOf({ id: bytesOf(row.id), hlc: bytesOf(row.hlc) }), bytesOf(row.box));
    }
    // A box that opens under an earlier key only is the one from before the renewal: the new one still has to arrive.
    const seen = candidates.filter((version) => {
      const box = here.get(placeOf(version));
      return (
        box !== undefined && (Buffer.from(box).equals(version.box) || this.#isResealed({ ...version, box }, version))
      );
    });
    return [...new Map(seen.map((version) => [placeOf(version), version])).values()];
  }

  /**
   * What of `fresh` is to be kept: not what was erased, nor what is erased by another of them. `statements` make this device forget what they erase; the versions
   * themselves lie here until `dropErased`.
   */
  async #withoutErased(
    fresh: readonly SealedVersion[],
  ): Promise<{ readonly kept: readonly SealedVersion[]; readonly statements: Statement[] }> {
    const erased = await this.#stamps('SELECT id, hlc FROM erased WHERE id IN', fresh);
    const statements: Statement[] = [];
    for (const version of fresh) {
      const stamps = this.#unseal(version)?.erases ?? [];
      for (const stamp of stamps) erased.add(`${toHex(version.id)}/${stamp}`);
      if (stamps.length > 0) statements.push(...forget(version.id, stamps));
    }
    return { kept: fresh.filter((version) => !erased.has(placeOf(version))), statements };
  }

  async #stamps(select: string, versions: readonly { readonly id: Uint8Array }[]): Promise<Set<string>> {
    if (versions.length === 0) return new Set();
    const ids = [...new Map(versions.map(({ id }) => [toHex(id), id])).values()];
    const rows = await this.#database.all(`${select} (${places(ids)})`, ...ids);
    return new Set(rows.map((row) => placeOf({ id: bytesOf(row.id), hlc: bytesOf(row.hlc) })));
  }

  /** Statements that add versions, none of which is here yet, and show what the records have become. */
  async #absorb(fresh: readonly SealedVersion[], to: 'seen' | 'unconfirmed'): Promise<Statement[]> {
    const statements: Statement[] = [];
    const byRecord = new Map<string, SealedVersion[]>();
    for (const version of fresh) {
      statements.push(insertVersion(version));
      if (to === 'unconfirmed') {
        const args = [version.id, version.hlc, this.#clock.now()];
        statements.push({ sql: 'INSERT OR IGNORE INTO outbox (id, hlc, handed_at) VALUES (?, ?, ?)', args });
      }
      const key = toHex(version.id);
      const versions = byRecord.get(key);
      if (versions === undefined) byRecord.set(key, [version]);
      else versions.push(version);
    }
    const heads = new Map<string, string[]>();
    for (const place of await this.#stamps('SELECT id, hlc FROM head WHERE id IN', fresh)) {
      const [id, hlc] = place.split('/') as [string, string];
      heads.set(id, [...(heads.get(id) ?? []), hlc]);
    }
    for (const [key, versions] of byRecord) {
      const id = versions[0]!.id;
      const opened = this.#opened(versions);
      const erased = new Set(opened.flatMap(([, record]) => record.erases ?? []));
      const held = async (): Promise<[string, VaultRecord][]> =>
        [...(await this.#history(id))].filter(([stamp]) => !erased.has(stamp));
      const state =
        this.#continued(heads.get(key) ?? [], versions) ??
        stateOf(new Map([...(await held()), ...opened]), this.#textFields);
      statements.push(...this.#show(id, state));
    }
    return statements;
  }

  /**
   * The common case without a look at the history: a first version, or a chain in which each was written over the one before, beginning at the only head.
   * null: it is not that case.
   */
  #continued(heads: readonly string[], versions: readonly SealedVersion[]): MergedState | null {
    if (heads.length > 1) return null;
    let head = heads[0] ?? null;
    let record: VaultRecord | null = null;
    for (const version of versions) {
      record = this.#unseal(version);
      const bases = record === null ? [] : basesOf(record);
      // An erasing names what it erases: what it does not name lives on, and only the whole history tells.
      if (record === null || isErased(record) || bases.length > 1 || (bases[0] ?? null) !== head) return null;
      head = toHex(version.hlc);
    }
    return head === null || record === null ? null : { record, heads: [head], conflicts: [] };
  }

  #opened(versions: readonly SealedVersion[]): [string, VaultRecord][] {
    return versions.flatMap((version) => {
      const record = this.#unseal(version);
      return record === null ? [] : [[toHex(version.hlc), record] satisfies [string, VaultRecord]];
    });
  }

  /** Two boxes of one version, and the one on the server opens under the present key: another device sealed it anew. */
  #isResealed(here: SealedVersion, there: SealedVersion): boolean {
    const record = openVersion({ ...this.keys, earlier: [] }, there);
    return record !== null && isDeepStrictEqual(record, this.#unseal(here));
  }

  #countSeen(versions: readonly SealedVersion[]): Statement[] {
    const devices = new Map<string, { newest: string; versions: number }>();
    for (const { hlc } of versions) {
      const stamp = toHex(hlc);
      const known = devices.get(stamp.slice(16));
      devices.set(stamp.slice(16), {
        newest: known === undefined || stamp > known.newest ? stamp : known.newest,
        versions: (known?.versions ?? 0) + 1,
      });
    }
    const tooLate = this.#clock.now() + MAX_CLOCK_LEAD_MS;
    return [...devices].map(([device, { newest, versions: count }]) => ({
      sql: `INSERT INTO device_seen (device, hlc, versions, ahead) VALUES (?, ?, ?, ?)
            ON CONFLICT (device) DO UPDATE SET hlc = max(hlc, excluded.hlc), versions = versions + excluded.versions, ahead = excluded.ahead`,
      args: [fromHex(device), fromHex(newest), count, decodeHlc(fromHex(newest)).millis > tooLate ? 1 : 0],
    }));
  }

  /**
   * Our clock runs on from the newest stamp received, so that what is written next is later than what was read. A stamp that is more than a day ahead is
   * not followed: one device with a wrong clock would take all others with it into its future, for good.
   */
  #followClock(versions: readonly SealedVersion[]): Statement[] {
    const limit = this.#clock.now() + MAX_CLOCK_LEAD_MS;
    for (const { hlc } of versions) {
      const { millis, counter } = decodeHlc(hlc);
      if (millis <= limit) this.#advance({ millis, counter });
    }
    return [writeState('clock', encodeHlc(this.#lastHlc, this.#device))];
  }

  #advance({ millis, counter }: HlcTime): void {
    const later = millis > this.#lastHlc.millis || (millis === this.#lastHlc.millis && counter > this.#lastHlc.counter);
    if (later) this.#lastHlc = { millis, counter };
  }

  #sameSitting(head: Head, change: RecordChange, now: number): boolean {
    const [only] = head.heads;
    const sameDevice = head.heads.length === 1 && only!.endsWith(this.device);
    const age = now - head.record.sitting;
    // Neither does taking away most of a text: select all and one key would otherwise be the end of it.
    const before = lengthOf(head.record.fields['body']);
    const after = change.fields['body'] === undefined ? before : lengthOf(change.fields['body']);
    const cuts = before - after > CUT_CHARACTERS && after < before * CUT_SHARE;
    // Deleting never replaces the version that holds what was deleted.
    const deletes = (change.deleted ?? head.record.deleted) !== head.record.deleted;
    return head.unsent && sameDevice && !deletes && !cuts && !isErased(head.record) && age >= 0 && age < SITTING_MS;
  }

  async #readState(): Promise<void> {
    this.#hasSample = (await this.#database.first('SELECT 1 FROM sample_record LIMIT 1')) !== undefined;
    const device = await this.#state('device');
    if (device === null) {
      this.#device = randomBytes(DEVICE_ID_BYTES);
      await this.#writeState('device', this.#device);
    } else {
      this.#device = device;
    }
    // The clock goes on from the newest stamp that it followed, so that it runs forward even where the wall clock was set back. The newest of our own
    // is the last row, unless something was received behind it: that left the clock in the state.
    const last = await this.#database.first('SELECT hlc FROM version ORDER BY rowid DESC LIMIT 1');
    const own = last === undefined || toHex(bytesOf(last.hlc)).slice(16) !== this.device ? null : bytesOf(last.hlc);
    for (const stamp of [own, await this.#state('clock')]) {
      if (stamp !== null) this.#advance(decodeHlc(stamp));
    }
  }

  async #state(name: string): Promise<Uint8Array | null> {
    const row = await this.#database.first('SELECT value FROM state WHERE name = ?', name);
    return row === undefined ? null : bytesOf(row.value);
  }

  async #writeState(name: string, value: Uint8Array): Promise<void> {
    await this.#database.transact([writeState(name, value)]);
  }
}

/** All rows of one of our own tables, in steps by their key. */
async function* rowsOf(
  database: Database,
  table: 'head' | 'conflict' | 'erased' | 'unreadable' | 'device_seen' | 'state',
): AsyncGenerator<{ columns: readonly string[]; values: InValue[] }> {
  const key = {
    head: 'id, hlc',
    conflict: 'id, hlc',
    erased: 'id, hlc',
    unreadable: 'id, hlc',
    device_seen: 'device',
    state: 'name',
  }[table];
  const columns = key.split(', ');
  let after: InValue[] = columns.map(() => (table === 'state' ? '' : new Uint8Array(0)));
  for (;;) {
    const rows = await database.all(
      `SELECT * FROM ${table} WHERE (${key}) > (${places(columns)}) ORDER BY ${key} LIMIT ${REBUILD_STEP}`,
      ...after,
    );
    for (const row of rows) {
      const names = Object.keys(row);
      yield { columns: names, values: names.map((name) => row[name] as InValue) };
      after = columns.map((name) => row[name] as InValue);
    }
    if (rows.length < REBUILD_STEP) return;
  }
}

function writeState(name: string, value: Uint8Array): Statement {
  return {
    sql: 'INSERT INTO state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    args: [name, value],
  };
}

/** A version that lies in the table and was not erased by another device since. */
const NOT_ERASED = 'NOT EXISTS (SELECT 1 FROM erased WHERE erased.id = version.id AND erased.hlc = version.hlc)';

/** Versions that wait and that are not an unchanged part of the sample journal: that stays on this device. */
const NOT_SAMPLE = 'NOT EXISTS (SELECT 1 FROM sample_record WHERE sample_record.id = outbox.id AND changed = 0)';

function sampleOf(change: RecordChange, before: VaultRecord['sample']): VaultRecord['sample'] {
  switch (change.sample) {
    case undefined:
      return before === undefined ? undefined : 'changed';
    case 'as-written':
      return 'as-written';
    case 'kept':
      return before;
    case 'own':
      return undefined;
  }
}

/** Makes versions count no more, wherever they are named. */
function forget(id: Uint8Array, stamps: readonly string[]): Statement[] {
  return stamps.flatMap((stamp) => {
    const args = [id, fromHex(stamp)];
    return [
      { sql: 'INSERT OR IGNORE INTO erased (id, hlc) VALUES (?, ?)', args },
      { sql: 'DELETE FROM outbox WHERE id = ? AND hlc = ?', args },
      { sql: 'DELETE FROM conflict WHERE id = ? AND hlc = ?', args },
      { sql: 'DELETE FROM unreadable WHERE id = ? AND hlc = ?', args },
    ];
  });
}

function insertVersion({ id, hlc, box }: SealedVersion): Statement {
  return { sql: 'INSERT INTO version (id, hlc, box) VALUES (?, ?, ?)', args: [id, hlc, box] };
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

function fromHex(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

/** A version's name within the vault. */
function placeOf({ id, hlc }: Pick<SealedVersion, 'id' | 'hlc'>): string {
  return `${toHex(id)}/${toHex(hlc)}`;
}

function places(values: readonly unknown[]): string {
  return values.map(() => '?').join();
}

/** What a sealed version holds; null where it does not open under these keys, the earlier ones too, at its own place. */
export function openVersion(keys: VaultKeys, version: SealedVersion): VaultRecord | null {
  if (version.id.byteLength !== ID_BYTES || version.hlc.byteLength !== HLC_BYTES) return null;
  const place = { vaultId: keys.vaultId, id: version.id, hlc: version.hlc };
  for (const { recordKey } of [keys, ...keys.earlier]) {
    try {
      return decodeRecord(unseal(recordKey, place, version.box));
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
    }
  }
  return null;
}

function lengthOf(text: unknown): number {
  return typeof text === 'string' ? text.length : 0;
}

/** A key with `undefined` means "not given"; spread over the old fields it would take the old value away. */
function defined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const MOST_READ = 200;
/** About what is read at once: pieces of photographs are a thousand times as large as check-ins. */
const READ_BYTES = 2 * 1024 * 1024;

/** Reads the version table in steps of bounded memory. */
export async function* readVersions(database: ReadableDatabase): AsyncGenerator<SealedVersion> {
  let after = 0;
  let limit = 16;
  for (;;) {
    const { versions, last } = await readVersionsAfter(database, after, limit);
    if (last === null) return;
    after = last;
    yield* versions;
    limit = nextLimit(versions);
  }
}

/** How many versions to read next, so that it is about READ_BYTES if they are like the ones before. */
export function nextLimit(versions: readonly SealedVersion[]): number {
  const bytes = versions.reduce((sum, { box }) => sum + box.byteLength, 0);
  return Math.max(4, Math.min(MOST_READ, Math.floor((READ_BYTES * versions.length) / Math.max(1, bytes))));
}

/** Versions in the order of arrival, behind the row `after`. `last`: the row of the last one; null: there is none any more. */
export async function readVersionsAfter(
  database: ReadableDatabase,
  after: number,
  limit: number,
): Promise<{ readonly versions: readonly SealedVersion[]; readonly last: number | null }> {
  const rows = await database.all(
    `SELECT rowid AS place, CAST(id AS BLOB) AS id, CAST(hlc AS BLOB) AS hlc, CAST(box AS BLOB) AS box FROM version WHERE rowid > ? ORDER BY rowid LIMIT ?`,
    after,
    limit,
  );
  const versions = rows.map((row) => ({ id: bytesOf(row.id), hlc: bytesOf(row.hlc), box: bytesOf(row.box) }));
  const last = rows.at(-1);
  return { versions, last: last === undefined ? null : Number(last.place) };
}
