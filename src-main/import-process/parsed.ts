/**
 * What every importer reads its file into: plain values, no ids of ours yet. The storage process gives each item its id from
 * `key`, which is why the same file imported twice adds nothing.
 */
import type { HabitKind, Schedule } from '../../src-shared/contract/habits.ts';
import type { ImportFormat, ImportProblem } from '../../src-shared/contract/imports.ts';

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
  readonly zone: string;
  readonly updatedAt: string;
  /** Markdown. */
  readonly body: string;
  readonly tags: readonly string[];
  readonly starred: boolean;
}

export interface ParsedImport {
  readonly format: ImportFormat;
  readonly habits: readonly ParsedHabit[];
  readonly checkIns: readonly ParsedCheckIn[];
  readonly entries: readonly ParsedEntry[];
  /** At most 200. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
}
