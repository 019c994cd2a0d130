import { MAX_BODY_LENGTH } from '../../../src-shared/contract/entries.ts';
import type { ImportChoices, ImportCounts, ImportFormat } from '../../../src-shared/contract/imports.ts';
import { uniqueTags } from '../../../src-shared/domain/tags.ts';
import type {
  ParsedCheckIn,
  ParsedEntry,
  ParsedHabit,
  ParsedMedia,
  ParsedRecord,
} from '../../import-process/parsed.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { wireItemSchema } from '../../import-process/item-schema.ts';
import { MEDIA_PIECE_BYTES, type WireItem } from '../../import-process/protocol.ts';
import { bytesOf } from '../../vault/database.ts';
import { idFromText, idToText, isIdText } from '../../vault/record-id.ts';
import { isErased } from '../../vault/record.ts';
import type { RecordChange, Vault } from '../../vault/vault.ts';
import { pieceId } from '../attachments/pieces.ts';
import { ATTACHMENT_RECORD, PIECE_RECORD } from '../attachments/projection.ts';
import { ENTRY_RECORD } from '../entries/projection.ts';
import { checkInChange, HABIT_RECORD } from '../habits/records.ts';
import { recordChange } from './archive-records.ts';
import { addCounts, isTakenBack, NO_COUNTS, readBatch } from './records.ts';

export interface Plan {
  readonly changes: readonly RecordChange[];
  /** What the changes bring that can be taken back again, hex. */
  readonly ids: readonly string[];
  /** The same of habits and media, which other things may hang on; a medium is named from its first piece on. */
  readonly hanging: readonly string[];
  readonly found: ImportCounts;
  readonly fresh: ImportCounts;
  /** Whether the medium that the items end with is to come. */
  readonly wantsMedia: boolean;
}

export interface PlannerOptions {
  readonly format: ImportFormat;
  readonly choices: ImportChoices;
  /** The day on which a habit begins that has no other. */
  readonly today: string;
  /** For each medium the journals of the new entries that name it (`null`: one without a journal); null: all media are wanted. */
  readonly media: MediaUses | null;
  /** Nothing of the plan is written. */
  readonly isLook?: boolean;
}

interface WantedMedium {
  readonly key: string;
  pieces: number;
  size: number;
}

export type MediaUses = ReadonlyMap<string, ReadonlySet<string | null>>;

const hexOf = (id: Uint8Array): string => Buffer.from(id).toString('hex');
export const MEDIA_LINK = /\]\(import:([\w.-]{1,100})\)/g;

/** Whether the person wants an entry of this journal. */
export function isChosen({ journal }: Pick<ParsedEntry, 'journal'>, { withoutJournals }: ImportChoices): boolean {
  return journal === undefined || !withoutJournals.includes(journal);
}

/**
 * What an import would write. Ids are derived from the format and the item's key, so that an item that was imported before is found, whatever
 * happened to it since: changed, thrown away or cleared, it stays as the person left it. Only what was taken back comes again.
 */
export class ImportPlanner {
  readonly #vault: Vault;
  readonly #options: PlannerOptions;
  readonly #takenBack: ReadonlySet<string>;
  readonly #firstPosition: number;
  /** Ids of the batch; where nothing is written, of all, each as a number of six of its bytes: two of them meet once in many millions, and a count is one too small then. */
  readonly #planned = new Set<number | string>();
  #wanted: WantedMedium | null = null;

  private constructor(vault: Vault, options: PlannerOptions, takenBack: ReadonlySet<string>, firstPosition: number) {
    this.#vault = vault;
    this.#options = options;
    this.#takenBack = takenBack;
    this.#firstPosition = firstPosition;
  }

  static async begin(vault: Vault, options: PlannerOptions): Promise<ImportPlanner> {
    const last = await vault.read.first('SELECT max(position) AS position FROM habit');
    const firstPosition = last?.position == null ? 0 : Number(last.position) + 1;
    return new ImportPlanner(vault, options, await takenBackIds(vault), firstPosition);
  }

  async plan(items: readonly WireItem[]): Promise<Plan> {
    const changes: RecordChange[] = [];
    const ids: string[] = [];
    const hanging: string[] = [];
    let [found, fresh] = [NO_COUNTS, NO_COUNTS];
    let wantsMedia = false;
    // What was written before is in the vault.
    if (!this.#options.isLook) this.#planned.clear();
    const count = (isFresh: boolean, counts: Partial<ImportCounts>): void => {
      found = addCounts(found, { ...NO_COUNTS, ...counts });
      if (isFresh) fresh = addCounts(fresh, { ...NO_COUNTS, ...counts });
    };
    const add = async (change: RecordChange): Promise<boolean> => {
      const key = await this.#freshKey(change.id);
      if (key === null) return false;
      changes.push(change);
      (isHanging(change.type) ? hanging : ids).push(key);
      return true;
    };
    for (const item of items) {
      if (!wireItemSchema.safeParse(item).success) throw new AppFailure('import-damaged');
      switch (item.kind) {
        case 'habit':
          count(await add(this.#habit(item.habit)), { habits: 1 });
          break;
        case 'check-in':
          count(await add(this.#checkIn(item.checkIn)), { checkIns: 1 });
          break;
        case 'entry':
          if (isChosen(item.entry, this.#options.choices)) count(await add(this.#entry(item.entry)), { entries: 1 });
          break;
        case 'record': {
          const change = recordChange(this.#vault, item.record);
          if (change !== null) count(await add(change), countsOf(item.record));
          break;
        }
        case 'media': {
          const isNeeded = this.#isNeeded(item.media.key);
          const key = isNeeded ? await this.#freshKey(this.#mediaId(item.media.key)) : null;
          wantsMedia = key !== null;
          this.#wanted = key === null ? null : { key: item.media.key, pieces: 0, size: 0 };
          if (key !== null) hanging.push(key);
          if (isNeeded || (await this.#vault.has(this.#mediaId(item.media.key)))) count(wantsMedia, { media: 1 });
          break;
        }
        case 'media-piece':
          this.#heedPiece(item);
          changes.push({
            id: pieceId(this.#vault, this.mediaText(item.key), item.index),
            type: PIECE_RECORD,
            fields: { data: Buffer.from(item.bytes).toString('base64') },
            deleted: false,
          });
          break;
        case 'media-end':
          if (item.media !== null) changes.push(this.#attachment(this.#whole(item.key, item.media)));
          this.#wanted = null;
          break;
      }
    }
    return { changes, ids, hanging, found, fresh, wantsMedia };
  }

  /** Hex; null where the record is there already, or was planned before. */
  async #freshKey(id: Uint8Array): Promise<string | null> {
    const key = hexOf(id);
    const name = this.#options.isLook === true ? Buffer.from(id.subarray(10)).readUIntBE(0, 6) : key;
    if (this.#planned.has(name)) return null;
    this.#planned.add(name);
    if (!(await this.#vault.has(id))) return key;
    if (!this.#takenBack.has(key)) return null;
    const record = await this.#vault.record(id);
    return record === null || isErased(record) || isTakenBack(record) ? key : null;
  }

  /** Pieces come of the medium that was wanted last, one behind the other: nothing that is there can be written over. */
  #heedPiece({ key, index, bytes }: Extract<WireItem, { kind: 'media-piece' }>): void {
    const wanted = this.#wanted;
    if (wanted?.key !== key || wanted.pieces !== index || wanted.size !== index * MEDIA_PIECE_BYTES) {
      throw new AppFailure('import-damaged');
    }
    wanted.pieces += 1;
    wanted.size += bytes.byteLength;
  }

  #whole(key: string, media: ParsedMedia): ParsedMedia {
    const wanted = this.#wanted;
    if (wanted?.key !== key || media.key !== key || media.size !== wanted.size) throw new AppFailure('import-damaged');
    return media;
  }

  /** Whether an entry names it that comes in, so that nothing lies in the vault that nobody sees. */
  #isNeeded(key: string): boolean {
    const { media, choices } = this.#options;
    if (media === null) return true;
    const journals = [...(media.get(key) ?? [])];
    return journals.some((journal) => journal === null || isChosen({ journal }, choices));
  }

  #entryId(key: string): Uint8Array {
    // Our own Markdown says which entry a file was: in the vault that it came from, it is that one.
    return this.#options.format === 'markdown' && isIdText(key) ? idFromText(key) : this.#derived('entry', key);
  }

  #derived(kind: string, key: string): Uint8Array {
    return this.#vault.derivedId('import', this.#options.format, kind, key);
  }

  #habit({ key, position, startDay, ...fields }: ParsedHabit): RecordChange {
    return {
      id: this.#derived('habit', key),
      type: HABIT_RECORD,
      fields: { ...fields, startDay: startDay ?? this.#options.today, position: this.#firstPosition + position },
      deleted: false,
    };
  }

  #checkIn({ habitKey, day, mark, amount, note }: ParsedCheckIn): RecordChange {
    // What the file does not say stays open for what another device says.
    const values = { ...(mark === null ? {} : { mark, amount }), ...(note === null ? {} : { note }) };
    return checkInChange(this.#vault, this.#derived('habit', habitKey), day, values);
  }

  #entry(entry: ParsedEntry): RecordChange {
    const { key, createdAt, updatedAt, moodWord, journal, title = '', location = '', ...fields } = entry;
    const { choices } = this.#options;
    const asked = choices.moods.find(({ word }) => word === moodWord)?.mood ?? null;
    const tags = journal !== undefined && choices.journalAsTag ? [...entry.tags, journal] : entry.tags;
    return {
      id: this.#entryId(key),
      type: ENTRY_RECORD,
      fields: {
        ...fields,
        title,
        location,
        body: this.#linked(entry.body),
        mood: entry.mood ?? asked,
        tags: uniqueTags(tags),
        createdAt: Date.parse(createdAt),
        updatedAt: Date.parse(updatedAt),
      },
      deleted: false,
    };
  }

  /** A link to an attachment is longer than one to a key: where a text would not be writable any more, its links stay as they are. */
  #linked(body: string): string {
    const linked = body.replace(MEDIA_LINK, (_link, key: string) => `](attachment:${this.mediaText(key)})`);
    return linked.length > MAX_BODY_LENGTH ? body : linked;
  }

  #mediaId(key: string): Uint8Array {
    // An archive's media have their own ids.
    return this.#options.format === 'daygrove'
      ? Buffer.from(key.replaceAll('-', ''), 'hex')
      : this.#derived('media', key);
  }

  /** UUID of the attachment that a medium becomes. */
  mediaText(key: string): string {
    return idToText(this.#mediaId(key));
  }

  #attachment({ key, name, type, size, width, height, record }: ParsedMedia): RecordChange {
    const id = this.#mediaId(key);
    const archived = record === undefined ? null : recordChange(this.#vault, record);
    if (archived?.type === ATTACHMENT_RECORD && hexOf(archived.id) === hexOf(id)) return archived;
    return {
      id,
      type: ATTACHMENT_RECORD,
      fields: {
        name: name.slice(0, 255),
        type: type.slice(0, 100),
        size,
        width,
        height,
        thumbnail: null,
        addedAt: this.#vault.clock.now(),
      },
      deleted: false,
    };
  }
}

/** Whether records of this type are something that others hang on. */
function isHanging(type: string): boolean {
  return type === HABIT_RECORD || type === ATTACHMENT_RECORD;
}

/** Where a record of this type is counted. */
export function countsOf({ type }: Pick<ParsedRecord, 'type'>): Partial<ImportCounts> {
  switch (type) {
    case 'entry':
      return { entries: 1 };
    case 'habit':
      return { habits: 1 };
    case 'check-in':
      return { checkIns: 1 };
    case ATTACHMENT_RECORD:
      return { media: 1 };
    default:
      return { others: 1 };
  }
}

/** Hex: what imports had added and that was taken back. Who imports the file again wants it again. */
async function takenBackIds(vault: Vault): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const rows = await vault.read.all('SELECT CAST(id AS BLOB) AS id FROM import_log ORDER BY started_at, id');
  for (const row of rows) {
    const importId = idToText(bytesOf(row.id));
    for (let index = 0; ; index += 1) {
      const batch = await readBatch(vault, importId, index);
      if (batch === null) break;
      // What a later import brought again is not taken back any more: what became of it since is the person's.
      for (const id of [...batch.ids, ...batch.hanging]) {
        if (batch.takenBack) found.add(id);
        else found.delete(id);
      }
    }
  }
  return found;
}
