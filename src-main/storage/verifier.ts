import { join } from 'node:path';
import type { RecordKind, VerifyReport } from '../../src-shared/contract/backups.ts';
import { AppFailure } from '../../src-shared/result.ts';
import { lengthOfPiece, pieceId } from '../features/attachments/pieces.ts';
import { ATTACHMENT_RECORD, attachmentFields, PIECE_RECORD } from '../features/attachments/projection.ts';
import { ATTACHMENT_PIECE_BYTES } from '../../src-shared/contract/attachments.ts';
import { backupFiles } from '../vault/backup-files.ts';
import { readBackup } from '../vault/backup.ts';
import { bytesOf, type ReadableDatabase } from '../vault/database.ts';
import { stateOf } from '../vault/history.ts';
import type { Projection } from '../vault/projection.ts';
import { idToText } from '../vault/record-id.ts';
import { nextLimit, openVersion, readVersionsAfter, type SealedVersion, type Vault } from '../vault/vault.ts';
import { figuresOf } from './compare-vaults.ts';
import { ProjectionCheck } from './projection-check.ts';

export interface VerifyPage {
  readonly done: number;
  readonly total: number;
  /** Not null: this was the last page. */
  readonly report: VerifyReport | null;
}

const KINDS: ReadonlySet<string> = new Set<RecordKind>([
  'entry',
  'habit',
  'check-in',
  'pause',
  'attachment',
  'attachment-piece',
  'template',
  'saved-search',
  'spelling-word',
  'preferences',
  'device',
]);
const RECORDS_A_PAGE = 50;
const PIECES_A_PAGE = 16;
const BACKUP_FRAMES_A_PAGE = 500;
/** A check of pages cannot be done in parts, and holds up whatever is asked for meanwhile: about a second at this size. */
const MOST_PAGE_BYTES = 192 * 1024 * 1024;
/** The search index is checked as a whole. */
const MOST_SEARCHED_ENTRIES = 5000;
/** Places that are remembered, to be looked for in backups. */
const MOST_REMEMBERED = 10_000;

function kindOf(type: string | undefined): RecordKind {
  return type !== undefined && KINDS.has(type) ? (type as RecordKind) : 'other';
}

const placeOf = ({ id, hlc }: Pick<SealedVersion, 'id' | 'hlc'>): string =>
  `${Buffer.from(id).toString('hex')}/${Buffer.from(hlc).toString('hex')}`;

/**
 * Looks at everything that a vault holds, in pages between which the person's own requests are answered: opens every sealed version; compares every record with what
 * the tables show of it; counts the pieces of files; asks the database about its pages; and looks in backups for what does not open.
 */
export class Verifier {
  readonly #vault: Vault;
  readonly #projections: readonly Projection[];
  readonly #backups: string;
  readonly #check: ProjectionCheck;
  readonly #steps: AsyncGenerator<void>;
  readonly #unreadable = new Map<string, { readonly id: Uint8Array; readonly hlc: Uint8Array }>();
  readonly #kinds = new Map<RecordKind, { current: number; earlier: number }>();
  readonly #disagreeing = new Map<RecordKind, number>();
  #counts = { versions: 0, records: 0, attachments: 0, incomplete: 0 };
  #holds = { entries: 0, habits: 0, checkIns: 0, photos: 0 };
  #unreadableCount = 0;
  #pages: number | null = null;
  #remedy: VerifyReport['remedy'] = null;
  #done = 0;
  #total = 0;

  private constructor(vault: Vault, projections: readonly Projection[], backups: string, check: ProjectionCheck) {
    this.#vault = vault;
    this.#projections = projections;
    this.#backups = backups;
    this.#check = check;
    this.#steps = this.#run();
  }

  /** @param backups the folder of the profile's backups */
  static async begin(vault: Vault, projections: readonly Projection[], backups: string): Promise<Verifier> {
    const verifier = new Verifier(vault, projections, backups, await ProjectionCheck.open(projections));
    const count = async (sql: string): Promise<number> => Number((await vault.read.first(sql))?.n);
    verifier.#total =
      (await vault.versionCount()) +
      (await count('SELECT count(DISTINCT id) AS n FROM head')) +
      (await count('SELECT count(*) AS n FROM attachment'));
    return verifier;
  }

  /** The next page. */
  async page(): Promise<VerifyPage> {
    const { done } = await this.#steps.next();
    const total = Math.max(this.#total, this.#done);
    if (done !== true) return { done: this.#done, total, report: null };
    this.#check.close();
    return { done: total, total, report: this.#report() };
  }

  /** Lets go of everything. */
  close(): void {
    this.#check.close();
  }

  #report(): VerifyReport {
    return {
      ...this.#counts,
      holds: this.#holds,
      unreadable: [...this.#kinds].map(([kind, counts]) => ({ kind, ...counts })),
      disagreeing: [...this.#disagreeing].map(([kind, count]) => ({ kind, count })),
      pages: this.#pages,
      remedy: this.#remedy,
    };
  }

  async *#run(): AsyncGenerator<void> {
    yield* this.#openVersions();
    const { entries, habits, checkIns, photos } = await figuresOf(this.#vault);
    this.#holds = { entries, habits, checkIns, photos };
    yield* this.#nameUnreadable();
    yield* this.#compareRecords();
    yield* this.#countPieces();
    yield* this.#checkPages();
    if (this.#unreadable.size > 0) yield* this.#findInBackups();
  }

  async *#openVersions(): AsyncGenerator<void> {
    let after = 0;
    let limit = 16;
    for (;;) {
      const { versions, last } = await readVersionsAfter(this.#vault.read, after, limit);
      if (last === null) return;
      after = last;
      limit = nextLimit(versions);
      for (const version of versions) {
        this.#counts.versions += 1;
        if (this.#vault.opens(version)) continue;
        this.#unreadableCount += 1;
        if (this.#unreadable.size < MOST_REMEMBERED) this.#unreadable.set(placeOf(version), version);
      }
      this.#done += versions.length;
      yield;
    }
  }

  /** What a version that does not open was of, as far as its record's other versions or the tables tell. */
  async *#nameUnreadable(): AsyncGenerator<void> {
    let seen = 0;
    for (const { id, hlc } of this.#unreadable.values()) {
      const [other] = (await this.#vault.history(id)).values();
      const type = other?.type ?? (await this.#typeByTable(id));
      const isCurrent = await this.#vault.read.first('SELECT 1 AS found FROM head WHERE id = ? AND hlc = ?', id, hlc);
      const counts = this.#kinds.get(kindOf(type)) ?? { current: 0, earlier: 0 };
      counts[isCurrent === undefined ? 'earlier' : 'current'] += 1;
      this.#kinds.set(kindOf(type), counts);
      seen += 1;
      if (seen % RECORDS_A_PAGE === 0) yield;
    }
    const unnamed = this.#unreadableCount - this.#unreadable.size;
    if (unnamed === 0) return;
    const others = this.#kinds.get('other') ?? { current: 0, earlier: 0 };
    this.#kinds.set('other', { ...others, earlier: others.earlier + unnamed });
  }

  async #typeByTable(id: Uint8Array): Promise<string | undefined> {
    for (const { recordType, schema } of this.#projections) {
      const table = schema
        .filter((sql) => /\bid BLOB\b/u.test(sql))
        .flatMap((sql) => /^CREATE TABLE (\w+)/u.exec(sql)?.[1] ?? [])[0];
      if (table === undefined) continue;
      const row = await this.#vault.read.first(`SELECT 1 AS found FROM ${table} WHERE id = ?`, id);
      if (row !== undefined) return recordType;
    }
    return undefined;
  }

  async *#compareRecords(): AsyncGenerator<void> {
    const { read } = this.#vault;
    const types = this.#projections.map(({ recordType }) => recordType);
    const turns = types.map((type) => this.#vault.turnOf(type));
    let after: Uint8Array = new Uint8Array(0);
    for (;;) {
      const rows = await read.all(
        `SELECT CAST(id AS BLOB) AS id FROM (SELECT id FROM version WHERE id > ?1 UNION SELECT id FROM head WHERE id > ?1 ORDER BY id LIMIT ${RECORDS_A_PAGE})`,
        after,
      );
      if (rows.length === 0) break;
      for (const row of rows) {
        after = bytesOf(row.id);
        await this.#compareRecord(after);
      }
      this.#done += rows.length;
      yield;
    }
    // What was written meanwhile has other rows than were looked at.
    if (types.some((type, place) => this.#vault.turnOf(type) !== turns[place])) return;
    if (this.#unreadableCount > 0) return;
    for (const [type, rows] of await this.#check.surplus(read)) {
      // Rows that records miss, or have too many, were told of with the records.
      if (!this.#disagreeing.has(kindOf(type))) this.#disagree(kindOf(type), rows);
    }
    yield;
  }

  async #compareRecord(id: Uint8Array): Promise<void> {
    const { read } = this.#vault;
    const history = await this.#vault.history(id);
    const rows = await read.all('SELECT CAST(hlc AS BLOB) AS hlc FROM head WHERE id = ? ORDER BY hlc', id);
    const heads = rows.map((row) => Buffer.from(bytesOf(row.hlc)).toString('hex'));
    // Only versions that another device has erased and this one is about to drop.
    if (history.size === 0 && heads.length === 0) return;
    this.#counts.records += 1;
    // Counted already; what it should look like nobody can say.
    if (this.#unreadableCount > 0 && (await this.#hasUnreadable(id))) return;
    const state =
      history.size === 0
        ? null
        : stateOf(history, (type) => new Set(this.#projections.find((each) => each.recordType === type)?.textFields));
    // Asked in any case: it counts the rows that there should be.
    const isShown = state !== null && (await this.#check.agrees(read, id, state.record));
    const agrees = isShown && state.heads.join() === heads.join();
    if (!agrees) this.#disagree(kindOf(state?.record.type), 1);
  }

  async #hasUnreadable(id: Uint8Array): Promise<boolean> {
    const rows = await this.#vault.read.all('SELECT CAST(hlc AS BLOB) AS hlc FROM version WHERE id = ?', id);
    return rows.some((row) => this.#unreadable.has(placeOf({ id, hlc: bytesOf(row.hlc) })));
  }

  #disagree(kind: RecordKind, count: number): void {
    this.#disagreeing.set(kind, (this.#disagreeing.get(kind) ?? 0) + count);
  }

  async *#countPieces(): AsyncGenerator<void> {
    const { read } = this.#vault;
    let after: Uint8Array = new Uint8Array(0);
    for (;;) {
      const row = await read.first(
        'SELECT CAST(id AS BLOB) AS id FROM attachment WHERE id > ? ORDER BY id LIMIT 1',
        after,
      );
      if (row === undefined) return;
      after = bytesOf(row.id);
      const record = [...(await this.#vault.history(after)).values()].find(({ type }) => type === ATTACHMENT_RECORD);
      const fields = attachmentFields(record ?? null);
      this.#counts.attachments += 1;
      this.#done += 1;
      let isWhole = fields !== null;
      for (let index = 0; isWhole && index * ATTACHMENT_PIECE_BYTES < fields!.size; index += 1) {
        isWhole = await this.#hasPiece(idToText(after), index, lengthOfPiece(fields!.size, index));
        if (index % PIECES_A_PAGE === PIECES_A_PAGE - 1) yield;
      }
      if (!isWhole) this.#counts.incomplete += 1;
      yield;
    }
  }

  async #hasPiece(attachment: string, index: number, length: number): Promise<boolean> {
    const versions = [...(await this.#vault.history(pieceId(this.#vault, attachment, index))).values()];
    return versions.some(({ type, deleted, fields }) => {
      const { data } = fields;
      return (
        type === PIECE_RECORD && !deleted && typeof data === 'string' && Buffer.byteLength(data, 'base64') === length
      );
    });
  }

  async *#checkPages(): AsyncGenerator<void> {
    const { read } = this.#vault;
    const size = await read.first('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size');
    if (Number(size?.bytes) > MOST_PAGE_BYTES) return;
    this.#pages = 0;
    const tables = await read.all(
      "SELECT CAST(name AS BLOB) AS name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    );
    for (const row of tables) {
      const name = Buffer.from(bytesOf(row.name)).toString('latin1');
      // A name that was damaged is a complaint of its own.
      if (!/^\w+$/u.test(name)) this.#pages += 1;
      else this.#pages += await complaints(read, `PRAGMA integrity_check(${name})`);
      yield;
    }
    const entries = Number((await read.first('SELECT count(*) AS n FROM entry'))?.n);
    if (entries > MOST_SEARCHED_ENTRIES) return;
    for (const index of ['entry_search', 'entry_short']) {
      // Of the index itself: entries in the trash are in its table and not in it, so that comparing the two would find fault with them.
      const wrong = await complaints(read, `INSERT INTO ${index} (${index}) VALUES ('integrity-check')`);
      if (wrong > 0) this.#disagree('entry', wrong);
      yield;
    }
  }

  /** The newest backup that holds most of what does not open. */
  async *#findInBackups(): AsyncGenerator<void> {
    const { keys } = this.#vault;
    for (const { name, time } of await backupFiles(this.#backups)) {
      const reader = await readBackup(join(this.#backups, name));
      if (reader === null) continue;
      let holds = 0;
      let frames = 0;
      for await (const version of reader.versions(keys)) {
        if (this.#unreadable.has(placeOf(version)) && openVersion(keys, version) !== null) holds += 1;
        frames += 1;
        if (frames % BACKUP_FRAMES_A_PAGE === 0) yield;
      }
      if (holds > (this.#remedy?.holds ?? 0)) {
        this.#remedy = { backup: name, writtenAt: new Date(time).toISOString(), holds };
      }
      yield;
      if (holds === this.#unreadable.size) return;
    }
  }
}

/** How much a check has to complain about; an error of the database is one complaint. */
async function complaints(database: ReadableDatabase, sql: string): Promise<number> {
  try {
    const rows = await database.all(sql);
    return rows.filter((row) => Object.values(row)[0] !== 'ok').length;
  } catch (error) {
    if (error instanceof AppFailure && error.error.code === 'vault-damaged') return 1;
    throw error;
  }
}
