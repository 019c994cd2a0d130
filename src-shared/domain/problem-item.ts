import { ARCHIVE_FILES } from './archive.ts';

/** Kinds of things that a file holds many of: `entry 12`. */
export const NUMBERED_KINDS = [
  'audio',
  'behind line',
  'check-in',
  'entry',
  'file',
  'habit',
  'journal',
  'line',
  'media',
  'medium',
  'other file',
  'pdf',
  'photo',
  'row',
  'tick',
  'video',
] as const;
export type NumberedKind = (typeof NUMBERED_KINDS)[number];

/** What stands for itself: `weather`. */
export const PLAIN_KINDS = [
  'activity',
  'date',
  'file',
  'files',
  'habit without a number',
  'journals',
  'manifest',
  'modified',
  'music',
  'properties',
  'steps',
  'text',
  'weather',
] as const;
export type PlainKind = (typeof PLAIN_KINDS)[number];

/** One step on the way to a thing in a file, from the outside in. */
export type ProblemStep =
  | { readonly type: 'numbered'; readonly kind: NumberedKind; readonly number: number }
  | { readonly type: 'plain'; readonly kind: PlainKind }
  /** A file of Daygrove's archive, as it is called there. */
  | { readonly type: 'archive-file'; readonly name: string }
  /** `YYYY-MM-DD`. */
  | { readonly type: 'day'; readonly day: string }
  /** Of another version of Daygrove, which knew more kinds than this one. */
  | { readonly type: 'unknown'; readonly said: string };

const isNumbered = (kind: string): kind is NumberedKind => (NUMBERED_KINDS as readonly string[]).includes(kind);
const isPlain = (kind: string): kind is PlainKind => (PLAIN_KINDS as readonly string[]).includes(kind);

const archiveFiles: readonly string[] = Object.values(ARCHIVE_FILES);

function readStep(said: string): ProblemStep {
  if (isPlain(said)) return { type: 'plain', kind: said };
  if (archiveFiles.includes(`${said}.jsonl`)) return { type: 'archive-file', name: `${said}.jsonl` };
  if (/^\d{4}-\d{2}-\d{2}$/u.test(said)) return { type: 'day', day: said };
  const [, kind = '', number = ''] = /^(\D+) (\d+)$/u.exec(said) ?? [];
  return isNumbered(kind) ? { type: 'numbered', kind, number: Number(number) } : { type: 'unknown', said };
}

/**
 * What an importer found something wrong with, as the contract and the record of an import have it (`journal 2, entry 4, photo 1`), step by step: kinds and numbers, never a
 * person's words and never words for a person, who reads those of the catalogue.
 */
export function readProblemItem(item: string): readonly ProblemStep[] {
  return item.split(', ').map(readStep);
}
