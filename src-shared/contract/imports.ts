import { z } from 'zod';
import { channel } from './channel.ts';
import { daySchema, emptySchema, idSchema } from './values.ts';

export const MAX_IMPORT_FILE_BYTES = 256 * 1024 * 1024;
/** Largest piece of a file in one call; well under MAX_PAYLOAD_BYTES. */
export const IMPORT_PIECE_BYTES = 4 * 1024 * 1024;

export const importFormatSchema = z.enum(['loop-backup', 'day-one']);
export type ImportFormat = z.infer<typeof importFormatSchema>;

export const importProblemSchema = z.strictObject({
  /** What it is about, in the file's own terms: `habit 3`, `entry 12`. Never text that a person wrote. */
  item: z.string(),
  reason: z.enum([
    'unreadable-date',
    'unknown-zone',
    'missing-habit',
    'not-an-object',
    'media-left-out',
    'text-from-rich-text',
    'duplicate-in-file',
    'automatic-check-in',
    'value-out-of-range',
  ]),
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

export const importCountsSchema = z.strictObject({ entries: z.int(), habits: z.int(), checkIns: z.int() });
export type ImportCounts = z.infer<typeof importCountsSchema>;

export const importPreviewSchema = z.strictObject({
  format: importFormatSchema,
  found: importCountsSchema,
  /** Of `found`: what the vault does not hold yet. */
  fresh: importCountsSchema,
  /** Names that stand on more than one habit of the file; those stay apart. */
  repeatedNames: z.int(),
  firstDay: daySchema.nullable(),
  lastDay: daySchema.nullable(),
  /** At most 200; `problemCount` counts them all. */
  problems: z.array(importProblemSchema),
  problemCount: z.int(),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const importReportSchema = z.strictObject({ added: importCountsSchema, alreadyThere: importCountsSchema });
export type ImportReport = z.infer<typeof importReportSchema>;

/**
 * A file travels to the app in pieces over the bridge, whatever the host, and is kept in memory only: a plain copy on disk
 * would be the first plaintext that Daygrove ever wrote.
 */
export const importsContract = {
  'imports.open': channel(
    z.strictObject({ importId: idSchema, name: z.string().max(400), size: z.int().min(0).max(MAX_IMPORT_FILE_BYTES) }),
    emptySchema,
  ),
  'imports.append': channel(
    z.strictObject({
      importId: idSchema,
      offset: z.int().min(0),
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= IMPORT_PIECE_BYTES),
    }),
    emptySchema,
  ),
  /** Reads the file in a process of its own and says what an import would do. Changes nothing. */
  'imports.preview': channel(z.strictObject({ importId: idSchema }), importPreviewSchema),
  /** Adds what is fresh, in one commit. */
  'imports.run': channel(z.strictObject({ importId: idSchema }), importReportSchema),
  /** Forgets the file; also after `imports.run`. */
  'imports.close': channel(z.strictObject({ importId: idSchema }), emptySchema),
} as const;
