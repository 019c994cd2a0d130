/** What the plain exports read from the records of a vault: the same tolerant reading as everywhere else, one record at a time. */
import type { Habit, Pause } from '../../../src-shared/contract/habits.ts';
import type { ExportSelection } from '../../../src-shared/contract/exports.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import type { VaultRecord } from '../../vault/record.ts';
import { ATTACHMENT_RECORD, attachmentFields } from '../attachments/projection.ts';
import { ENTRY_RECORD, entryFields, entryTags } from '../entries/projection.ts';
import {
  CHECK_IN_RECORD,
  checkInFields,
  HABIT_RECORD,
  habitFields,
  PAUSE_RECORD,
  pauseFields,
} from '../habits/records.ts';
import type { ExportTally } from './export-job.ts';
import type { ExportedRecord, ExportSource } from './export-source.ts';
import { inOrder } from './in-order.ts';
import { hasTag, isInRange } from './selection.ts';

export interface ExportedEntry {
  readonly id: string;
  readonly day: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly zone: string;
  readonly title: string;
  readonly location: string;
  readonly body: string;
  readonly mood: number | null;
  /** Those beside the text, then those in it. */
  readonly tags: readonly string[];
  readonly starred: boolean;
}

export interface ExportedCheckIn {
  readonly habitId: string;
  readonly day: string;
  readonly mark: 'done' | 'missed' | 'skipped' | null;
  readonly amount: number | null;
  readonly note: string | null;
}

export interface ExportedFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** In pixels, as it is shown; null: nobody has measured it. */
  readonly width: number | null;
  readonly height: number | null;
}

/** As the tolerant readers of the features want it; nothing else of a version is theirs. */
export function recordOf({ type, deleted, writtenAt, fields }: ExportedRecord): VaultRecord {
  return { format: 1, type, base: null, sitting: writtenAt, writtenAt, deleted, fields };
}

/** `0123…` as `01234567-…`. */
export function uuidOfHex(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A lone surrogate cannot be written as UTF-8: whatever stands for it is written instead, and not by whoever writes the file. */
function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed();
}

/** An entry of a selection; null where the record is none, or lies in the trash. `tally`: is told what is left out. */
export function entryOf(
  record: ExportedRecord,
  selection: ExportSelection,
  tally: ExportTally | null,
): ExportedEntry | null {
  const fields = entryFields(recordOf(record));
  if (fields === null) {
    // What is left of something that was erased has no fields, and is nothing.
    if (Object.keys(record.fields).length > 0 && !record.deleted) tally?.skip('unreadable', null);
    return null;
  }
  const tags = entryTags(fields);
  if (!isInRange(fields.day, selection) || !hasTag(tags, selection.tag)) return null;
  if (record.deleted) {
    tally?.skip('in-trash', { day: fields.day });
    return null;
  }
  return {
    id: record.id,
    day: fields.day,
    createdAt: fields.createdAt,
    updatedAt: fields.updatedAt ?? record.writtenAt,
    zone: fields.zone,
    title: wellFormed(fields.title),
    location: wellFormed(fields.location),
    body: wellFormed(fields.body),
    mood: fields.mood,
    tags: tags.map(wellFormed),
    starred: fields.starred,
  };
}

/** The entries of a selection in the order of their ids. `tally`: is told what is left out; only of one scan of several. */
export async function* readEntries(
  source: ExportSource,
  selection: ExportSelection,
  tally: ExportTally | null,
): AsyncGenerator<ExportedEntry> {
  for await (const record of source.records(ENTRY_RECORD)) {
    const entry = entryOf(record, selection, tally);
    if (entry !== null) yield entry;
  }
}

/** In the order that the person gave them; archived ones behind. Those in the trash are left out. */
export async function readHabits(source: ExportSource, tally: ExportTally | null): Promise<Habit[]> {
  const habits: Habit[] = [];
  for await (const record of source.records(HABIT_RECORD)) {
    const fields = habitFields(recordOf(record));
    if (fields === null) {
      if (Object.keys(record.fields).length > 0 && !record.deleted) tally?.skip('unreadable', null);
      continue;
    }
    if (record.deleted) {
      tally?.skip('in-trash', fields.name);
      continue;
    }
    const { kind, schedule, startDay, endDay, timeOfDay, icon, colour, reminders, archived, position } = fields;
    const { name, question, description, group } = fields;
    habits.push({
      id: record.id,
      name: wellFormed(name),
      question: wellFormed(question),
      description: wellFormed(description),
      kind,
      schedule,
      startDay,
      endDay,
      group: wellFormed(group),
      timeOfDay,
      icon: wellFormed(icon),
      colour,
      reminders,
      archived,
      archivedOn: archived ? fields.archivedOn : null,
      position,
    });
  }
  return habits.toSorted(
    (a, b) =>
      Number(a.archived) - Number(b.archived) ||
      a.position - b.position ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1),
  );
}

/** What is logged with the given habits, in the order of the records' ids. */
export async function* readCheckIns(
  source: ExportSource,
  habits: ReadonlySet<string>,
  range: Pick<ExportSelection, 'from' | 'to'>,
): AsyncGenerator<ExportedCheckIn> {
  for await (const record of source.records(CHECK_IN_RECORD)) {
    const fields = record.deleted ? null : checkInFields(recordOf(record));
    if (fields === null || (fields.mark === null && fields.note === null)) continue;
    const habitId = uuidOfHex(fields.habit);
    if (!habits.has(habitId) || !isInRange(fields.day, range)) continue;
    const { day, mark, amount, note } = fields;
    yield { habitId, day, mark, amount: mark === null ? null : amount, note: note === null ? null : wellFormed(note) };
  }
}

/** The earliest first. */
export async function readPauses(source: ExportSource): Promise<Pause[]> {
  const pauses: Pause[] = [];
  for await (const record of source.records(PAUSE_RECORD)) {
    const fields = record.deleted ? null : pauseFields(recordOf(record));
    if (fields === null) continue;
    const { habit, from, to, reason } = fields;
    pauses.push({
      id: record.id,
      habitId: habit === null ? null : uuidOfHex(habit),
      from,
      to,
      reason: wellFormed(reason),
    });
  }
  return pauses.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));
}

/** Every file of the vault, by id; their bytes stay where they are. */
export async function readFiles(source: ExportSource): Promise<Map<string, ExportedFile>> {
  const files = new Map<string, ExportedFile>();
  for await (const record of source.records(ATTACHMENT_RECORD)) {
    const fields = attachmentFields(recordOf(record));
    if (fields === null) continue;
    const { name, type, size, width, height } = fields;
    files.set(record.id, { id: record.id, name: wellFormed(name), type, size, width, height });
  }
  return files;
}

/** The bytes of a file, which is at most 50 MB; null where not all of them are on this device. */
export async function readFile(source: ExportSource, { id, size }: ExportedFile): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(size);
  let at = 0;
  try {
    for await (const piece of source.attachment(id)) {
      if (at + piece.byteLength > size) return null;
      bytes.set(piece, at);
      at += piece.byteLength;
    }
  } catch (error) {
    if (error instanceof AppFailure && error.error.code === 'not-found') return null;
    throw error;
  }
  return at === size ? bytes : null;
}

export interface HabitWithDays {
  readonly habit: Habit;
  /** In its place among all of them, from 0. */
  readonly index: number;
  /** The oldest first. */
  readonly checkIns: readonly ExportedCheckIn[];
}

/** Habit after habit with all its days; held are the days of one, and what `inOrder` holds. */
export async function* habitsWithDays(
  source: ExportSource,
  habits: readonly Habit[],
  range: Pick<ExportSelection, 'from' | 'to'>,
): AsyncGenerator<HabitWithDays> {
  const places = new Map(habits.map(({ id }, index) => [id, index]));
  const ids = new Set(places.keys());
  const checkIns = inOrder({
    scan: () => readCheckIns(source, ids, range),
    key: ({ habitId, day }) => `${String(places.get(habitId)).padStart(8, '0')} ${day}`,
    size: ({ note }) => 250 + 2 * (note?.length ?? 0),
  });
  let next = await checkIns.next();
  for (const [index, habit] of habits.entries()) {
    const own: ExportedCheckIn[] = [];
    while (next.done !== true && next.value.habitId === habit.id) {
      // Of two records of one day, which only a broken vault can hold, the first stays.
      if (own.at(-1)?.day !== next.value.day) own.push(next.value);
      next = await checkIns.next();
    }
    yield { habit, index, checkIns: own };
  }
}
