import { MAX_ATTACHMENT_BYTES } from '../../../src-shared/contract/attachments.ts';
import { isArchiveId, naturalKeyOf } from '../../../src-shared/domain/archive.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { bytesOf } from '../../vault/database.ts';
import { extrasOf } from '../../vault/history.ts';
import { isErased, type VaultRecord } from '../../vault/record.ts';
import { openVersion, type Vault } from '../../vault/vault.ts';
import { lengthOfPiece, pieceId } from '../attachments/pieces.ts';
import { PIECE_RECORD } from '../attachments/projection.ts';
import { sampleInUse } from '../sample/sample-in-use.ts';
import { idToArchive } from './archive-id.ts';
import { ID_BYTES, RECORDS_A_PAGE } from './export-pages.ts';
import type { ArchivedRecord, ExportPages, IndexPage, RecordPage } from './export-pages.ts';

const INDEX_STEP = 500;
/** Of sealed records in one answer, unless one alone is larger. */
const PAGE_BYTES = 2 * 1024 * 1024;
/** Pieces of files that one answer looks for: saves wait for no longer than that. */
const PIECES_A_STEP = 1000;
const FILES_A_STEP = 500;
/** Before every id. */
const BEGINNING = new Uint8Array(0);

/** Ids as hex. */
interface KnownPieces {
  readonly ids: Set<string>;
  /** The file that was looked at last; null: all were. */
  after: Uint8Array | null;
}

interface Head {
  readonly id: Uint8Array;
  /** null: it is made of several versions. */
  readonly hlc: Uint8Array | null;
  readonly bytes: number;
}

/**
 * The records of a vault as they stand, page by page. Which type a record has stands only inside its box, so that the whole vault has to be opened once to know what there is
 * (`index`), but for the pieces of files, which are most of its bytes and are known by their ids.
 */
export class VaultPages implements ExportPages {
  readonly #vault: Vault;
  /** For as long as an index is being read. */
  #pieces: KnownPieces | null = null;
  /** Hex: of the sample journal, what something of the person's hangs on. */
  #sampleInUse: ReadonlySet<string> = new Set();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  async index(after: Uint8Array | null): Promise<IndexPage> {
    if (after === null || this.#pieces === null) this.#pieces = { ids: new Set(), after: BEGINNING };
    // Empty, and to be asked for again: the pieces are not all known yet.
    if (!(await this.#findPieces(this.#pieces)))
      return { ids: new Uint8Array(0), types: [], naturalKeys: [], next: after ?? BEGINNING };
    if (after === null) this.#sampleInUse = await sampleInUse(this.#vault);
    const pieces = this.#pieces.ids;
    const heads = await this.#heads(
      `SELECT id, count(*) AS heads, max(hlc) AS hlc FROM head WHERE id > ? GROUP BY id ORDER BY id LIMIT ${INDEX_STEP}`,
      [after ?? BEGINNING],
    );
    const ids: Uint8Array[] = [];
    const types: string[] = [];
    const naturalKeys: (readonly string[] | null)[] = [];
    for (const page of pagesOf(heads.filter(({ id }) => !pieces.has(hexOf(id))))) {
      for (const [id, record] of await this.#open(page)) {
        if (isErased(record) || record.type === PIECE_RECORD) continue;
        // Nobody wants the sample journal in a file of their own.
        if (record.sample === 'as-written' && !this.#sampleInUse.has(hexOf(id))) continue;
        ids.push(id);
        types.push(record.type);
        naturalKeys.push(this.#naturalKey(id, record));
      }
    }
    const isLast = heads.length < INDEX_STEP;
    if (isLast) this.#pieces = null;
    return { ids: new Uint8Array(Buffer.concat(ids)), types, naturalKeys, next: isLast ? null : heads.at(-1)!.id };
  }

  async records(ids: Uint8Array): Promise<RecordPage> {
    const asked = Array.from({ length: Math.floor(ids.length / ID_BYTES) }, (_, at) =>
      ids.slice(at * ID_BYTES, (at + 1) * ID_BYTES),
    );
    if (asked.length === 0 || asked.length > RECORDS_A_PAGE) throw new AppFailure('invalid-input');
    const found = await this.#heads(
      `SELECT id, count(*) AS heads, max(hlc) AS hlc FROM head WHERE id IN (${asked.map(() => '?').join()}) GROUP BY id`,
      asked,
    );
    const byId = new Map(found.map((head) => [hexOf(head.id), head]));
    let taken = 0;
    let bytes = 0;
    const page: Head[] = [];
    for (const id of asked) {
      const head = byId.get(hexOf(id));
      bytes += head?.bytes ?? 0;
      if (taken > 0 && bytes > PAGE_BYTES) break;
      taken += 1;
      if (head !== undefined) page.push(head);
    }
    const records = (await this.#open(page)).filter(([, record]) => !isErased(record));
    return { taken, records: records.map(([id, record]) => this.#archived(id, record)) };
  }

  async piece(attachment: string, index: number): Promise<Uint8Array> {
    if (!isArchiveId(attachment)) throw new AppFailure('not-found');
    const record = await this.#vault.record(pieceId(this.#vault, attachment, index));
    const data = record?.type === PIECE_RECORD && !record.deleted ? record.fields['data'] : undefined;
    if (typeof data !== 'string') throw new AppFailure('not-found');
    return new Uint8Array(Buffer.from(data, 'base64'));
  }

  /** `select`: gives id, how many heads it has, and the newest of them. */
  async #heads(select: string, args: readonly Uint8Array[]): Promise<Head[]> {
    const rows = await this.#vault.read.all(
      `SELECT CAST(page.id AS BLOB) AS id, page.heads, CAST(page.hlc AS BLOB) AS hlc, length(version.box) AS bytes
       FROM (${select}) AS page LEFT JOIN version ON version.id = page.id AND version.hlc = page.hlc ORDER BY page.id`,
      ...args,
    );
    return rows.map((row) => {
      if (row.bytes === null) throw new AppFailure('vault-damaged');
      return {
        id: new Uint8Array(bytesOf(row.id)),
        hlc: row.heads === 1 ? new Uint8Array(bytesOf(row.hlc)) : null,
        bytes: Number(row.bytes),
      };
    });
  }

  /** In the same order. @throws AppFailure `vault-damaged` where one does not open: an export that leaves it out would look whole */
  async #open(heads: readonly Head[]): Promise<(readonly [Uint8Array, VaultRecord])[]> {
    const single = heads.filter((head) => head.hlc !== null);
    const boxes = new Map<string, Uint8Array>();
    if (single.length > 0) {
      // The wanted ones lead, so that each is one step along the index.
      const rows = await this.#vault.read.all(
        `WITH wanted (id, hlc) AS (VALUES ${single.map(() => '(?, ?)').join()})
         SELECT CAST(version.id AS BLOB) AS id, CAST(version.box AS BLOB) AS box
         FROM wanted CROSS JOIN version ON version.id = wanted.id AND version.hlc = wanted.hlc`,
        ...single.flatMap(({ id, hlc }) => [id, hlc!]),
      );
      for (const row of rows) boxes.set(hexOf(bytesOf(row.id)), bytesOf(row.box));
    }
    const opened: (readonly [Uint8Array, VaultRecord])[] = [];
    for (const { id, hlc } of heads) {
      const box = boxes.get(hexOf(id));
      const record =
        hlc === null || box === undefined
          ? await this.#vault.record(id)
          : openVersion(this.#vault.keys, { id, hlc, box });
      if (record === null) throw new AppFailure('vault-damaged');
      opened.push([id, record]);
    }
    return opened;
  }

  #naturalKey(id: Uint8Array, { type, fields }: VaultRecord): readonly string[] | null {
    const key = naturalKeyOf(type, fields);
    if (key === null) return null;
    return Buffer.from(this.#vault.derivedId(type, ...key)).equals(id) ? key : null;
  }

  #archived(id: Uint8Array, record: VaultRecord): ArchivedRecord {
    const { type, deleted, writtenAt, fields } = record;
    return {
      id: idToArchive(id),
      type,
      deleted,
      writtenAt,
      fields,
      naturalKey: this.#naturalKey(id, record),
      extras: extrasOf(record),
    };
  }

  /**
   * Goes on looking for the pieces of files, which the index leaves closed. A description may claim a size of which nothing is here, so that only as much is looked for as
   * is found. A piece that is missed (of a file that came meanwhile, or behind a gap) is opened, and known by its type then.
   * @returns whether all are known
   */
  async #findPieces(known: KnownPieces): Promise<boolean> {
    let looked = 0;
    while (known.after !== null) {
      const rows = await this.#vault.read.all(
        `SELECT CAST(id AS BLOB) AS id, size FROM attachment WHERE id > ? ORDER BY id LIMIT ${FILES_A_STEP}`,
        known.after,
      );
      for (const row of rows) {
        if (looked >= PIECES_A_STEP) return false;
        known.after = new Uint8Array(bytesOf(row.id));
        const attachment = idToArchive(known.after);
        const size = Math.min(Number(row.size), MAX_ATTACHMENT_BYTES);
        for (let index = 0; lengthOfPiece(size, index) > 0; index += 1) {
          const id = pieceId(this.#vault, attachment, index);
          looked += 1;
          if (!(await this.#vault.has(id))) break;
          known.ids.add(hexOf(id));
        }
      }
      if (rows.length < FILES_A_STEP) known.after = null;
    }
    return true;
  }
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/** In parts that fit into memory. */
function* pagesOf(heads: readonly Head[]): Generator<readonly Head[]> {
  let page: Head[] = [];
  let bytes = 0;
  for (const head of heads) {
    if (page.length > 0 && bytes + head.bytes > PAGE_BYTES) {
      yield page;
      page = [];
      bytes = 0;
    }
    page.push(head);
    bytes += head.bytes;
  }
  if (page.length > 0) yield page;
}
