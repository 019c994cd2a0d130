import { z } from 'zod';
import { channel } from './channel.ts';
import { daySchema, emptySchema, idSchema, instantSchema, moodSchema, zoneSchema } from './values.ts';

/** Characters of one entry: about 200,000 words. */
export const MAX_BODY_LENGTH = 1_200_000;

/** Characters of a title or a place. */
export const MAX_LINE_LENGTH = 300;

export const entrySchema = z.strictObject({
  id: idSchema,
  day: daySchema,
  /** The moment the entry was begun, and the zone it was begun in: travel moves neither. */
  createdAt: instantSchema,
  zone: zoneSchema,
  updatedAt: instantSchema,
  /** One line; empty: none. */
  title: z.string(),
  /** Where it was written, as the person typed it; empty: nothing said. */
  location: z.string(),
  /** Markdown. */
  body: z.string(),
  mood: moodSchema.nullable(),
  /** Tags set on the entry and `#tags` in its text, without `#`, in their first spelling. */
  tags: z.array(z.string()),
  /** Of them, those that are set beside the text. */
  ownTags: z.array(z.string()),
  starred: z.boolean(),
  /** Which versions of the entry this is, opaque: send it back as `base` with the next write. */
  revision: z.string(),
  /** Wordings that lost against a later change of the same words on another device, and were not looked at yet. */
  conflicts: z.int().min(0),
});
export type Entry = z.infer<typeof entrySchema>;

export const entrySummarySchema = entrySchema
  .omit({ body: true, ownTags: true, revision: true, conflicts: true })
  .extend({
    /** The first lines as plain text, at most 280 characters. */
    excerpt: z.string(),
  });
export type EntrySummary = z.infer<typeof entrySummarySchema>;

export const timelineDaySchema = z.strictObject({ day: daySchema, entries: z.array(entrySummarySchema) });
export type TimelineDay = z.infer<typeof timelineDaySchema>;

export const searchHitSchema = z.strictObject({
  id: idSchema,
  day: daySchema,
  createdAt: instantSchema,
  title: z.string(),
  tags: z.array(z.string()),
  /** A passage around the first match, cut into runs so that no markup has to cross the bridge. */
  passage: z.array(z.strictObject({ text: z.string(), match: z.boolean() })),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** Entries that one action is about. */
const idsSchema = z.array(idSchema).min(1).max(1000);

export const entriesContract = {
  /**
   * Writes the given fields of one entry; begins the entry if the id is new. Answered when it is committed: `saved` means on disk.
   * The instant and the zone of a new entry are the app's own clock at the call. `not-found`: it was based on an entry that has been erased since; without `base` it
   * begins anew.
   */
  'entries.write': channel(
    z.strictObject({
      id: idSchema,
      day: daySchema,
      body: z.string().max(MAX_BODY_LENGTH).optional(),
      mood: moodSchema.nullable().optional(),
      title: z.string().max(MAX_LINE_LENGTH).optional(),
      location: z.string().max(MAX_LINE_LENGTH).optional(),
      starred: z.boolean().optional(),
      /** Those that stand beside the text; `#tags` in the text are found there. */
      tags: z.array(z.string().max(80)).max(100).optional(),
      /**
       * The `revision` that what is written was based on. Where another device's change has arrived since, both are merged, and the answer's `body`
       * is the merged text. Left out: based on the entry as it stands.
       */
      base: z.string().max(4000).optional(),
    }),
    entrySchema,
  ),
  'entries.on-day': channel(z.strictObject({ day: daySchema }), z.strictObject({ entries: z.array(entrySchema) })),
  'entries.get': channel(z.strictObject({ id: idSchema }), entrySchema),
  /** Days with entries, newest first; `before` is exclusive. At most `limit` of them, fewer where they hold many entries; `next` is the `before` of the following page, null at the end. */
  'entries.timeline': channel(
    z.strictObject({ before: daySchema.nullable(), limit: z.int().min(1).max(400) }),
    z.strictObject({ days: z.array(timelineDaySchema), next: daySchema.nullable(), total: z.int() }),
  ),
  /**
   * Words, phrases, excluded ones and filters, as `domain/search-query` has them; a word is found wherever it stands in another, case and diacritics do not matter.
   * Newest first. `isMore`: there are at least `total`. Counting all that fit can cost many times what the first of them cost: with `isCounted` false, `total` is no more
   * than what is given.
   */
  'entries.search': channel(
    z.strictObject({
      query: z.string().max(400),
      limit: z.int().min(1).max(200),
      isCounted: z.boolean().optional(),
    }),
    z.strictObject({ hits: z.array(searchHitSchema), total: z.int(), isMore: z.boolean() }),
  ),
  /** Every tag with the number of its entries, the most used first; at most 500. Case does not make another tag. */
  'entries.tags': channel(
    emptySchema,
    z.strictObject({ tags: z.array(z.strictObject({ name: z.string(), entries: z.int() })) }),
  ),
  /** The days from `from` to `to`, both inclusive, that have entries; at most 400 days may lie between. */
  'entries.calendar': channel(
    z.strictObject({ from: daySchema, to: daySchema }),
    z.strictObject({
      days: z.array(
        z.strictObject({
          day: daySchema,
          entries: z.int().min(1),
          /** Mean of the entries that say a mood, 1 to 5; null: none does. */
          mood: z.number().min(1).max(5).nullable(),
        }),
      ),
    }),
  ),
  /** What was written on the days that `day` reminds of (see `domain/memories`), the nearest first; days without entries are left out. */
  'entries.memories': channel(
    z.strictObject({ day: daySchema }),
    z.strictObject({
      days: z.array(
        z.strictObject({
          day: daySchema,
          unit: z.enum(['week', 'month', 'year']),
          count: z.int().min(1),
          entries: z.array(entrySummarySchema),
        }),
      ),
    }),
  ),
  /** What was thrown away, the latest first; at most 200. */
  'entries.trash': channel(
    emptySchema,
    z.strictObject({
      entries: z.array(entrySummarySchema.extend({ removedAt: instantSchema })),
      total: z.int(),
    }),
  ),
  /** Into the trash, all of them at once. `not-found` where one of them is none; nothing is changed then. */
  'entries.remove': channel(z.strictObject({ ids: idsSchema }), emptySchema),
  /** Those that are there: what was erased meanwhile does not keep the others from coming back. `not-found` where none is. */
  'entries.restore': channel(z.strictObject({ ids: idsSchema }), z.strictObject({ restored: z.int() })),
  /** For good, on every device, with the files that stood in no other entry. Only what lies in the trash; what does not is left alone. */
  'entries.erase': channel(z.strictObject({ ids: idsSchema }), z.strictObject({ erased: z.int() })),
  /**
   * The same for what was thrown away up to that moment, a part at a time, so that it can be watched and stopped: call it again until `left` is 0.
   */
  'entries.empty-trash': channel(
    z.strictObject({ removedUpTo: instantSchema, limit: z.int().min(1).max(200) }),
    z.strictObject({ erased: z.int(), left: z.int() }),
  ),
  /** Entries with concurrent wordings that were not looked at, the latest changed first; at most 200. */
  'entries.with-conflicts': channel(emptySchema, z.strictObject({ entries: z.array(entrySummarySchema) })),
  /** The wordings of one entry that lost, the newest first. */
  'entries.conflicts': channel(
    z.strictObject({ id: idSchema }),
    z.strictObject({
      wordings: z.array(
        z.strictObject({
          version: z.string(),
          body: z.string(),
          writtenAt: instantSchema,
          device: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Earlier texts of an entry, the newest first and thinned with their age; the first is the text as it stands. Restoring is writing. */
  'entries.history': channel(
    z.strictObject({ id: idSchema }),
    z.strictObject({
      revisions: z.array(
        z.strictObject({
          version: z.string(),
          body: z.string(),
          words: z.int(),
          writtenAt: instantSchema,
          device: z.string().nullable(),
          /** It lost against a later change of the same words. */
          isConflict: z.boolean(),
        }),
      ),
    }),
  ),
  /** The wording was looked at; it stays in the history. */
  'entries.settle-conflict': channel(z.strictObject({ id: idSchema, version: z.string().max(64) }), entrySchema),
} as const;
