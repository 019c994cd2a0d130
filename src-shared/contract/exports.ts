import { z } from 'zod';
import { channel } from './channel.ts';
import { daySchema, emptySchema } from './values.ts';

export const exportFormatSchema = z.enum([
  /** Everything, to be imported again without a loss. */
  'archive',
  /** A zip of one Markdown file an entry, with front matter, media beside them, and the habits. */
  'markdown',
  /** One JSON file. */
  'json',
  /** A zip of one CSV file a habit. */
  'csv',
  /** A zip of CSV files as Loop Habit Tracker 2.3 writes them. Loop itself cannot read them back. */
  'loop-csv',
  /** A database that Loop Habit Tracker imports. */
  'loop-backup',
  /** A book to read and print: one HTML file, or a zip where the pictures are many. */
  'book-html',
  'book-pdf',
]);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** Both days inclusive; null: no bound. A tag without `#`; null: every entry. */
export const exportSelectionSchema = z.strictObject({
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  tag: z.string().min(1).max(80).nullable(),
});
export type ExportSelection = z.infer<typeof exportSelectionSchema>;

export const exportCountsSchema = z.strictObject({
  entries: z.int().min(0),
  habits: z.int().min(0),
  checkIns: z.int().min(0),
  /** Files: pictures and whatever else is attached. */
  media: z.int().min(0),
  /** Entries and habits in the trash, beside those counted above. Only the archive takes them along. */
  inTrash: z.int().min(0),
});
export type ExportCounts = z.infer<typeof exportCountsSchema>;

export const exportSkipReasonSchema = z.enum([
  /** It lies in the trash. */
  'in-trash',
  /** A record that is not what it says it is. */
  'unreadable',
  /** A file that an entry names has not arrived on this device, or is gone. */
  'media-missing',
  /** A file that is no picture, where only pictures have a place. */
  'media-left-out',
  /** An entry too long, or too deep, to be laid out: its text is there as it was typed. */
  'markup-left-out',
  /** Loop knows no weekdays: the habit is due as often, on days of its own choosing. */
  'schedule-changed',
  /** Loop knows no habit that counts as kept until a slip: it becomes one of at most 0. */
  'quit-changed',
  /** Loop knows no pauses. */
  'pause-left-out',
  /** An amount that is larger, or finer, than Loop can hold: the nearest it can. */
  'amount-changed',
]);
export type ExportSkipReason = z.infer<typeof exportSkipReasonSchema>;

/** What tells which thing it is; as private as the vault. */
export const exportSkipItemSchema = z.strictObject({
  day: daySchema.nullable(),
  /** As it is called in the vault; a file's name may say nothing to anybody. */
  name: z.string().nullable(),
  /** What kind of file it is; null: it is none. */
  file: z.enum(['picture', 'video', 'recording', 'pdf', 'file']).nullable(),
});
export type ExportSkipItem = z.infer<typeof exportSkipItemSchema>;

/** What is not in the file, or not as it was. */
export const exportSkipSchema = z.strictObject({
  reason: exportSkipReasonSchema,
  count: z.int().min(1),
  /** The first twenty of them. */
  items: z.array(exportSkipItemSchema).max(20),
});
export type ExportSkip = z.infer<typeof exportSkipSchema>;

/** Counted from what the vault lists, so that a dialog can ask at every change of the selection. Answered by the storage process. */
export const exportEstimatesContract = {
  'exports.estimate': channel(
    exportSelectionSchema,
    exportCountsSchema.extend({
      /** Of `media`. */
      mediaBytes: z.int().min(0),
      /** Of `media`: those that are pictures. */
      pictures: z.int().min(0),
      pictureBytes: z.int().min(0),
      /** Every file of the vault, those that no entry shows too: what an archive holds. */
      allMedia: z.int().min(0),
      allMediaBytes: z.int().min(0),
      firstDay: daySchema.nullable(),
      lastDay: daySchema.nullable(),
    }),
  ),
} as const;

/** The page names a format and what goes into it; where the file goes is asked of the person, or decided by the host, and never said by the page. */
export const exportsContract = {
  /**
   * Writes one file outside of the vault, in plain: whole, or not at all. Says how far it is with `work.progress`. One at a time: another one ends the first.
   * `isSaved` false: nothing was chosen. Errors: `cancelled`, `disk-full`, `file-not-written`, `export-too-large`, `pdf-unavailable`.
   */
  'exports.run': channel(
    exportSelectionSchema.extend({ format: exportFormatSchema, withMedia: z.boolean() }),
    z.strictObject({
      isSaved: z.boolean(),
      /** Where it lies; null: nowhere. */
      path: z.string().nullable(),
      bytes: z.int().min(0),
      counts: exportCountsSchema,
      skipped: z.array(exportSkipSchema),
    }),
  ),
  /** Ends the export that runs, if one does; nothing of it stays. Answers when that is so. */
  'exports.cancel': channel(emptySchema, emptySchema),
} as const;
