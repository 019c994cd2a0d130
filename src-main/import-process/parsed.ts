/**
 * What every importer reads its file into: plain values, one item after the other, no ids of ours yet. The storage process gives each item its id from
 * `key`, which is why the same file imported twice adds nothing.
 */
import type { HabitColour, HabitKind, Reminder, Schedule, TimeOfDay } from '../../src-shared/contract/habits.ts';
import type { ImportFormat, ImportProblem, ImportProblems } from '../../src-shared/contract/imports.ts';
import type { Tree } from './tree.ts';

export interface ParsedHabit {
  /** Names this habit in its source for ever: two files of the same source give the same key for the same habit. */
  readonly key: string;
  readonly name: string;
  readonly question: string;
  readonly description: string;
  readonly kind: HabitKind;
  readonly schedule: Schedule;
  /** The first day with a check-in; null: there is none, and the day of the import stands in. */
  readonly startDay: string | null;
  readonly archived: boolean;
  /** Order in the source, from 0. */
  readonly position: number;
  /** What the source does not say is left out. */
  readonly endDay?: string | null;
  readonly group?: string;
  readonly timeOfDay?: TimeOfDay;
  readonly icon?: string;
  readonly colour?: HabitColour;
  readonly reminders?: readonly Reminder[];
}

export interface ParsedCheckIn {
  readonly habitKey: string;
  readonly day: string;
  /** null: nothing was logged on that day, but a note was written. */
  readonly mark: 'done' | 'missed' | 'skipped' | null;
  /** For amount habits, in the habit's unit. */
  readonly amount: number | null;
  readonly note: string | null;
}

export interface ParsedEntry {
  readonly key: string;
  readonly day: string;
  /** ISO instant, UTC. */
  readonly createdAt: string;
  /** IANA. */
  readonly zone: string;
  readonly updatedAt: string;
  /** One line, at most MAX_LINE_LENGTH; left out: none. */
  readonly title?: string;
  /** One line, at most MAX_LINE_LENGTH; left out: none. */
  readonly location?: string;
  /**
   * Markdown, at most MAX_BODY_LENGTH. A medium of the same file stands in it as `![Photo](import:KEY)` or `[Recording](import:KEY)`, with the key of its
   * `ParsedMedia`; what the file does not hold is not linked.
   */
  readonly body: string;
  /** Without `#`. */
  readonly tags: readonly string[];
  readonly starred: boolean;
  /** 1 to 5, where the source's scale is ours or is told by its program's own documents. Left out: says nothing. */
  readonly mood?: number | null;
  /** A mood as the source spells it, on a scale that only the person knows: asked about before the import. */
  readonly moodWord?: string;
  /** The journal, notebook or folder of the source that it stands in, as it is called there: the person chooses which to take. */
  readonly journal?: string;
}

/** A picture, recording or document. */
export interface ParsedMedia {
  /** At most 100 characters of `A-Z a-z 0-9 . _ -`. The same key in two files of a source is the same medium. */
  readonly key: string;
  /** A file name to show, without folders. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** Bytes, 1 to MAX_ATTACHMENT_BYTES. */
  readonly size: number;
  /** Pixels, as it is to be seen; null: no picture, or not known. */
  readonly width: number | null;
  readonly height: number | null;
  /** Of Daygrove's own archive: the attachment as it stood there, under the id that is the key. */
  readonly record?: ParsedRecord;
}

/** A record of Daygrove's own archive. */
export interface ParsedRecord {
  readonly type: string;
  /** UUID; null: its id is made from `naturalKey`. */
  readonly id: string | null;
  readonly naturalKey: readonly string[] | null;
  readonly deleted: boolean;
  /** Milliseconds since the epoch. */
  readonly writtenAt: number;
  /** What a newer app keeps beside the fields. */
  readonly extras: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What a problem is about, and where to find it. */
export type ProblemPlace = Pick<ImportProblem, 'item' | 'day' | 'journal' | 'path'>;

export type ParsedItem =
  | { readonly kind: 'habit'; readonly habit: ParsedHabit }
  /** Behind its habit. */
  | { readonly kind: 'check-in'; readonly checkIn: ParsedCheckIn }
  | { readonly kind: 'entry'; readonly entry: ParsedEntry }
  /** `bytes` is called at most once, before the next item is asked for; what it throws is a problem of this medium only. */
  | { readonly kind: 'media'; readonly media: ParsedMedia; bytes(): AsyncIterable<Uint8Array> }
  | { readonly kind: 'record'; readonly record: ParsedRecord }
  /** `item` names what it is about in the file's own terms (`habit 3`, `entry 12`), never in a person's words; `journal` as the entries of the file have it. */
  | ({ readonly kind: 'problem' } & ImportProblem);

/**
 * One kind of file. `recognise` looks at names and beginnings only and never throws; `read` gives one item after the other, in bounded memory: whatever is wrong with
 * one is a `problem`, and only a file of which nothing can be read throws (AppFailure `import-damaged`, `import-too-new`, `import-encrypted`).
 */
export interface ImportReader {
  readonly format: ImportFormat;
  recognise(tree: Tree): Promise<boolean>;
  read(tree: Tree): AsyncGenerator<ParsedItem>;
}

/** What readers gave that read a whole file at once. */
export interface ParsedImport {
  readonly format: ImportFormat;
  readonly habits: readonly ParsedHabit[];
  readonly checkIns: readonly ParsedCheckIn[];
  readonly entries: readonly ParsedEntry[];
  /** At most 200. */
  readonly problems: readonly ImportProblem[];
  readonly problemTallies: ImportProblems['problemTallies'];
}
