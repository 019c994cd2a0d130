import { z } from 'zod';
import { MAX_ATTACHMENT_BYTES } from '../../src-shared/contract/attachments.ts';
import { entrySchema, MAX_BODY_LENGTH, MAX_LINE_LENGTH } from '../../src-shared/contract/entries.ts';
import { habitSchema } from '../../src-shared/contract/habits.ts';
import { importProblemSchema } from '../../src-shared/contract/imports.ts';
import { readProblemItem } from '../../src-shared/domain/problem-item.ts';
import { MEDIA_PIECE_BYTES } from './protocol.ts';
import { daySchema, moodSchema } from '../../src-shared/contract/values.ts';

const keySchema = z.string().min(1).max(1000);
/** As it comes back from disk: no half of a surrogate pair, no NUL. */
const textSchema = z.string().refine((text) => text.isWellFormed() && !text.includes('\0'), 'text that SQLite changes');
const lineSchema = textSchema.refine((text) => !/[\r\n]/.test(text), 'more than one line');

const habitItemSchema = z.strictObject({
  ...habitSchema.pick({ name: true, question: true, description: true, kind: true, schedule: true, archived: true })
    .shape,
  key: keySchema,
  startDay: daySchema.nullable(),
  position: z.int().min(0),
  ...habitSchema
    .pick({ endDay: true, group: true, timeOfDay: true, icon: true, colour: true, reminders: true })
    .partial().shape,
});

const checkInSchema = z.strictObject({
  habitKey: keySchema,
  day: daySchema,
  mark: z.enum(['done', 'missed', 'skipped']).nullable(),
  amount: z.number().min(0).nullable(),
  note: textSchema.min(1).nullable(),
});

const entryItemSchema = z.strictObject({
  ...entrySchema.pick({ day: true, createdAt: true, zone: true, updatedAt: true, starred: true }).shape,
  key: keySchema,
  title: lineSchema.max(MAX_LINE_LENGTH).optional(),
  location: lineSchema.max(MAX_LINE_LENGTH).optional(),
  body: textSchema.max(MAX_BODY_LENGTH).refine((body) => !body.includes('\r'), 'line endings of others'),
  tags: z.array(lineSchema.min(1)),
  mood: moodSchema.nullable().optional(),
  moodWord: textSchema.min(1).max(400).optional(),
  journal: lineSchema.min(1).max(400).optional(),
});

const recordSchema = z.strictObject({
  /** Also one that no version of the app has: whatever a vault held comes back. */
  type: z.string(),
  // Sixteen bytes of any kind, as a vault may hold them.
  id: z.guid().nullable(),
  naturalKey: z.array(z.string()).nullable(),
  deleted: z.boolean(),
  writtenAt: z.number(),
  extras: z.record(z.string(), z.unknown()),
  fields: z.record(z.string(), z.unknown()),
});

const mediaSchema = z.strictObject({
  key: z.string().regex(/^[A-Za-z0-9._-]{1,100}$/),
  name: lineSchema.min(1).regex(/^[^/\\]+$/),
  type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  size: z.int().min(1).max(MAX_ATTACHMENT_BYTES),
  width: z.int().min(1).nullable(),
  height: z.int().min(1).nullable(),
  record: recordSchema.optional(),
});

/** `habit 3`, `journal 2, entry 12`: an item is named by kind and number, never in a person's words; and every kind has words in the catalogues. */
const itemNameSchema = z.string().refine((item) => readProblemItem(item).every(({ type }) => type !== 'unknown'));

const keyOnly = mediaSchema.shape.key;
/** Names and types as any vault may hold them, which an archive brings back as they were. */
const wireMediaSchema = mediaSchema.extend({ name: z.string().max(400), type: z.string().max(200) });

/** What the storage process takes from the import process, which reads strangers' bytes with other people's code and is not believed. */
export const wireItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('habit'), habit: habitItemSchema }),
  z.strictObject({ kind: z.literal('check-in'), checkIn: checkInSchema }),
  z.strictObject({ kind: z.literal('entry'), entry: entryItemSchema }),
  z.strictObject({ kind: z.literal('record'), record: recordSchema }),
  z.strictObject({ kind: z.literal('media'), media: wireMediaSchema }),
  z.strictObject({
    kind: z.literal('media-piece'),
    key: keyOnly,
    index: z.int().min(0),
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength > 0 && bytes.byteLength <= MEDIA_PIECE_BYTES),
  }),
  z.strictObject({ kind: z.literal('media-end'), key: keyOnly, media: wireMediaSchema.nullable() }),
]);

/** What every item of every importer must fit: the contract's own ranges, as far as a value goes into a record as it is. */
export const parsedItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('habit'), habit: habitItemSchema }),
  z.strictObject({ kind: z.literal('check-in'), checkIn: checkInSchema }),
  z.strictObject({ kind: z.literal('entry'), entry: entryItemSchema }),
  z.strictObject({
    kind: z.literal('media'),
    media: mediaSchema,
    bytes: z.custom((value) => typeof value === 'function'),
  }),
  z.strictObject({ kind: z.literal('record'), record: recordSchema }),
  z.strictObject({ kind: z.literal('problem'), ...importProblemSchema.shape, item: itemNameSchema }),
]);
