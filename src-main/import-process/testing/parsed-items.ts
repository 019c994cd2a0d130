import { z } from 'zod';
import { MAX_ATTACHMENT_BYTES } from '../../../src-shared/contract/attachments.ts';
import { MAX_BODY_LENGTH, MAX_LINE_LENGTH } from '../../../src-shared/contract/entries.ts';
import { importProblemSchema } from '../../../src-shared/contract/imports.ts';
import { daySchema, instantSchema, moodSchema, zoneSchema } from '../../../src-shared/contract/values.ts';
import type { ImportReader } from '../parsed.ts';
import type { ImportSource } from '../source.ts';
import { openTree } from '../tree.ts';

const line = z
  .string()
  .min(1)
  .max(MAX_LINE_LENGTH)
  .regex(/^\S(?:[^\n\r]*\S)?$/);

/** What a reader of notes may give, in the ranges of the records that it becomes. */
const itemSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('entry'),
    entry: z.strictObject({
      key: z.string().min(1).max(500),
      day: daySchema,
      createdAt: instantSchema,
      zone: zoneSchema,
      updatedAt: instantSchema,
      title: line.optional(),
      location: line.optional(),
      body: z
        .string()
        .max(MAX_BODY_LENGTH)
        .refine((body) => body.isWellFormed() && !/[\r\0]/.test(body)),
      tags: z.array(z.string().min(1).max(80)).max(100),
      starred: z.boolean(),
      mood: moodSchema.optional(),
      moodWord: z.string().min(1).max(400).optional(),
      journal: z.string().min(1).max(400).optional(),
    }),
  }),
  z.strictObject({
    kind: z.literal('media'),
    media: z.strictObject({
      key: z.string().regex(/^[A-Za-z0-9._-]{1,100}$/),
      name: z.string().min(1).max(255),
      type: z.string().min(1).max(100),
      size: z.int().min(1).max(MAX_ATTACHMENT_BYTES),
      width: z.int().min(1).nullable(),
      height: z.int().min(1).nullable(),
    }),
    bytes: z.function(),
  }),
  importProblemSchema.extend({ kind: z.literal('problem'), item: z.string().regex(/^[a-z]* ?[a-z0-9, ]+$/) }),
]);

/** Whatever a file holds, a reader gives items in their ranges or says by a code why not. @returns how many items there were; a code where it threw */
export async function itemsInRange(reader: ImportReader, source: ImportSource): Promise<number | string> {
  let count = 0;
  try {
    const tree = await openTree(source);
    await reader.recognise(tree);
    for await (const item of reader.read(tree)) {
      itemSchema.parse(item);
      count += 1;
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'AppFailure') return error.message;
    throw error;
  }
  return count;
}
