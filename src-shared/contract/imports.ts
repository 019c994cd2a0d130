import { z } from 'zod';
import { channel } from './channel.ts';
import { daySchema, emptySchema, idSchema, instantSchema, moodSchema } from './values.ts';

/** Largest part of a file in one call; well under MAX_PAYLOAD_BYTES. */
export const IMPORT_PIECE_BYTES = 4 * 1024 * 1024;
/** Files of one chosen folder. */
export const MAX_IMPORT_FILES = 50_000;

/** What a person can be asked about one by one. */
export const MAX_IMPORT_JOURNALS = 200;
export const MAX_IMPORT_MOODS = 100;
const MAX_IMPORT_NAME = 400;

export const importFormatSchema = z.enum([
  'daygrove',
  'day-one',
  'journey',
  'jrnl',
  'markdown',
  'standard-notes',
  'joplin',
  'loop-backup',
  'loop-csv',
  'habitbull',
  'tickmate',
  'rewire',
]);
export type ImportFormat = z.infer<typeof importFormatSchema>;

/** Of problems and names that are listed; how many there are is said beside. */
export const MAX_LISTED_PROBLEMS = 200;
export const MAX_LISTED_NAMES = 50;
/** Characters of a journal's name or of a path in a problem. */
export const MAX_PROBLEM_PLACE = 400;

export const importProblemSchema = z.strictObject({
  /** What it is about, by kind and number: `habit 3`, `journal 2, entry 12`; `readProblemItem` reads it, also as an older Daygrove wrote it down. Never text that a person wrote. */
  item: z.string().max(200),
  reason: z.enum([
    'unreadable-date',
    /** The day was taken from elsewhere: the file's name or the time it was changed. */
    'date-guessed',
    'unknown-zone',
    'missing-habit',
    'not-an-object',
    /** JSON, YAML, CSV or a row that cannot be read. */
    'unreadable-item',
    /** Bytes that are no text; they were replaced. */
    'unreadable-text',
    'encrypted',
    /** It is named in a text, and the file does not hold it. */
    'media-missing',
    'media-too-large',
    'media-unreadable',
    'text-from-rich-text',
    /** Longer than an entry can be: it goes on in the next one. */
    'text-split',
    'duplicate-in-file',
    'automatic-check-in',
    'value-out-of-range',
    /** The file does not say what an amount aims at: the smallest one logged was taken. */
    'target-guessed',
    /** Daygrove has no place for such a thing. */
    'kind-left-out',
    /** In the trash of the program that wrote it. */
    'trashed-there',
    'too-many',
  ]),
  /** The things of the file that it stands for; left out: one. */
  count: z.int().min(1).optional(),
  /** Where to find it: the day of the entry, its journal as the file names it, the file in a folder of notes. Text of the person: for the page only, never for a log. */
  day: daySchema.optional(),
  journal: z.string().max(MAX_PROBLEM_PLACE).optional(),
  path: z.string().max(MAX_PROBLEM_PLACE).optional(),
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** Problems as they are listed and counted. */
const problemFields = {
  /** At most MAX_LISTED_PROBLEMS. */
  problems: z.array(importProblemSchema).max(MAX_LISTED_PROBLEMS),
  /** All of them, by kind and by the journal (null: of none) that they stand in; in the order in which they first come. */
  problemTallies: z.array(
    z.strictObject({
      reason: importProblemSchema.shape.reason,
      journal: z.string().max(MAX_PROBLEM_PLACE).nullable(),
      count: z.int().min(1),
    }),
  ),
} as const;
export const importProblemsSchema = z.strictObject(problemFields);
export type ImportProblems = z.infer<typeof importProblemsSchema>;

export const importCountsSchema = z.strictObject({
  entries: z.int(),
  habits: z.int(),
  checkIns: z.int(),
  /** Pictures, recordings, documents. */
  media: z.int(),
  /** Pauses, templates and what else Daygrove's own archive holds. */
  others: z.int(),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

export const importPreviewSchema = z.strictObject({
  format: importFormatSchema,
  found: importCountsSchema,
  /** Of `found`: what the vault does not hold yet. */
  fresh: importCountsSchema,
  /** Names that stand on more than one habit of the file; those stay apart. */
  repeatedNames: z.int(),
  /** Those names; at most MAX_LISTED_NAMES. */
  repeatedNameList: z.array(z.string()).max(MAX_LISTED_NAMES),
  /** Names of habits that are new here, and that another habit of the vault has; at most MAX_LISTED_NAMES. */
  namesHere: z.array(z.string()).max(MAX_LISTED_NAMES),
  firstDay: daySchema.nullable(),
  lastDay: daySchema.nullable(),
  /** Journals, notebooks or folders, as the file names them, where it holds more than one: the largest, at most MAX_IMPORT_JOURNALS. */
  journals: z.array(z.strictObject({ name: z.string(), entries: z.int(), fresh: z.int() })),
  /** Entries of journals that are not listed: they are taken, whatever is chosen. */
  unlistedJournalEntries: z.int(),
  /** Moods on a scale that only the person knows: those of the most entries, at most MAX_IMPORT_MOODS. */
  moods: z.array(z.strictObject({ word: z.string(), entries: z.int(), suggested: moodSchema.nullable() })),
  /** Entries whose mood is not listed: they come without it. */
  unlistedMoodEntries: z.int(),
  ...problemFields,
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const importChoicesSchema = z.strictObject({
  /** Names of the journals that stay out. Whatever else there is comes, also what the preview did not list. */
  withoutJournals: z.array(z.string().max(MAX_IMPORT_NAME)).max(MAX_IMPORT_JOURNALS),
  /** Gives each entry the name of its journal as a tag. */
  journalAsTag: z.boolean(),
  /** What a mood's word means; null and left out: nothing. */
  moods: z
    .array(z.strictObject({ word: z.string().max(MAX_IMPORT_NAME), mood: moodSchema.nullable() }))
    .max(MAX_IMPORT_MOODS),
});
export type ImportChoices = z.infer<typeof importChoicesSchema>;

export const importReportSchema = z.strictObject({
  /** For `imports.take-back`; null: nothing was added. */
  id: idSchema.nullable(),
  added: importCountsSchema,
  alreadyThere: importCountsSchema,
  /** Of what was chosen. */
  ...problemFields,
});
export type ImportReport = z.infer<typeof importReportSchema>;

export const pastImportSchema = z.strictObject({
  id: idSchema,
  format: importFormatSchema,
  startedAt: instantSchema,
  /** `cut-off`: the app ended while it was at work. `cancelled` and `taken-back`: nothing of it is here but what was changed since. */
  state: z.enum(['running', 'cut-off', 'done', 'cancelled', 'taken-back']),
  /** What it had added. */
  added: importCountsSchema,
  /** The days of the entries and check-ins among it; null: there are none, or an earlier Daygrove did not note them. */
  firstDay: daySchema.nullable(),
  lastDay: daySchema.nullable(),
  /** The things that did not come over as they are: `imports.problems` says which. */
  problemCount: z.int(),
});
export type PastImport = z.infer<typeof pastImportSchema>;

/**
 * The files stay where they are: the page is asked for the parts of them that are needed (`imports.wanted`), whatever the host, and nothing of them is ever
 * written elsewhere. One import at a time; opening another forgets the first.
 */
export const importsContract = {
  'imports.open': channel(
    z.strictObject({
      importId: idSchema,
      files: z
        .array(
          z.strictObject({
            /** Relative, with the folder's own name where a folder was chosen. */
            path: z.string().min(1).max(1000),
            size: z.int().min(0),
            modifiedAt: z.number().nullable(),
          }),
        )
        .min(1)
        .max(MAX_IMPORT_FILES),
    }),
    emptySchema,
  ),
  /** Answers `imports.wanted`; null: the file cannot be read any more. */
  'imports.piece': channel(
    z.strictObject({
      importId: idSchema,
      readId: z.int().min(0),
      bytes: z
        .instanceof(Uint8Array)
        .refine((bytes) => bytes.byteLength <= IMPORT_PIECE_BYTES)
        .nullable(),
    }),
    emptySchema,
  ),
  /**
   * Reads everything in a process of its own and says what an import would do. Changes nothing. `work.progress` (`import-preview`) tells how many items were found so far.
   * Errors: `import-unrecognised`, `import-damaged`, `import-too-new`, `import-encrypted`, `import-own-export`, `not-found` (a file was moved), `cancelled`.
   */
  'imports.preview': channel(z.strictObject({ importId: idSchema }), importPreviewSchema),
  /**
   * Adds what is fresh, a part at a time; `work.progress` (`import-run`), in the items of the preview, which comes first. Every part names what it added, so that the whole can be taken back, also where the app
   * ended in the middle. Cancelled or failed: what it had added is taken back before it is answered.
   */
  'imports.run': channel(z.strictObject({ importId: idSchema, choices: importChoicesSchema }), importReportSchema),
  /** Stops a preview, a run or a taking back that is at work. */
  'imports.cancel': channel(z.strictObject({ importId: idSchema }), emptySchema),
  /** Forgets the files. */
  'imports.close': channel(z.strictObject({ importId: idSchema }), emptySchema),
  /** What did not come over as it was, of an import that is done. */
  'imports.problems': channel(
    /** `importId`: of `imports.list`. Nothing is kept of one that was cancelled or taken back. */
    z.strictObject({ importId: idSchema }),
    importProblemsSchema,
  ),
  /** Newest first. */
  'imports.list': channel(emptySchema, z.strictObject({ imports: z.array(pastImportSchema) })),
  /**
   * Erases what an import added, but for what was changed since, and habits that hold more than was imported; `work.progress` (`import-take-back`), in items. Stopped in
   * the middle, it can be called again. The same file can be imported again afterwards.
   */
  'imports.take-back': channel(
    /** `importId`: of `imports.list` or of the report. */
    z.strictObject({ importId: idSchema }),
    z.strictObject({ takenBack: importCountsSchema, kept: importCountsSchema }),
  ),
} as const;
