import { z } from 'zod';
import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { isArchivedType, isArchiveId, naturalKeyOf, NOT_ARCHIVED } from '../../../src-shared/domain/archive.ts';
import type { ParsedRecord } from '../parsed.ts';

/** Milliseconds that a Date can hold. */
const LAST_MOMENT = 8.64e15;

const lineSchema = z.object({
  id: z.string().refine(isArchiveId).nullable().default(null),
  type: z.string().nullable().default(null),
  writtenAt: z.number().min(-LAST_MOMENT).max(LAST_MOMENT),
  deleted: z.boolean().default(false),
  extras: z.record(z.string(), z.unknown()).default({}),
  fields: z.record(z.string(), z.unknown()),
  media: z.string().nullable().default(null),
  sha256: z.string().nullable().default(null),
});

export interface RecordLine {
  readonly record: ParsedRecord;
  /** Of an attachment: where its file lies in the archive, and what it adds up to. */
  readonly media: string | null;
  readonly sha256: string | null;
}

/**
 * What a line of an archive says.
 * @param fileType the type of the file it stands in; null: in one of those whose lines say theirs
 */
export function recordLine(value: unknown, fileType: string | null): RecordLine | ImportProblem['reason'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not-an-object';
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) return 'unreadable-item';
  const { id, writtenAt, deleted, extras, fields, media, sha256 } = parsed.data;
  const type = fileType ?? parsed.data.type;
  if (type === null) return 'unreadable-item';
  // No archive of ours holds such a line: it would be taken for what the vault keeps for itself.
  if (fileType === null && (isArchivedType(type) || NOT_ARCHIVED.has(type))) return 'kind-left-out';
  const naturalKey = id === null ? naturalKeyOf(type, fields) : null;
  if (id === null && naturalKey === null) return 'unreadable-item';
  return { record: { type, id, naturalKey, deleted, writtenAt, extras, fields }, media, sha256 };
}
