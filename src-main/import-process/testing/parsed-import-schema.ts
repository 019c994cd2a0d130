import { z } from 'zod';
import { entrySchema, MAX_BODY_LENGTH } from '../../../src-shared/contract/entries.ts';
import { habitSchema } from '../../../src-shared/contract/habits.ts';
import { importFormatSchema, importProblemSchema } from '../../../src-shared/contract/imports.ts';
import { daySchema } from '../../../src-shared/contract/values.ts';
import { MAX_KEPT_PROBLEMS } from '../problem-log.ts';

const keySchema = z.string().min(1);

/** What every importer's result must fit: the contract's own ranges, as far as a value goes into a record as it is. */
export const parsedImportSchema = z.strictObject({
  format: importFormatSchema,
  habits: z.array(
    habitSchema
      .pick({ name: true, question: true, description: true, kind: true, schedule: true, archived: true })
      .extend({ key: keySchema, startDay: daySchema.nullable(), position: z.int().min(0) }),
  ),
  checkIns: z.array(
    z.strictObject({
      habitKey: keySchema,
      day: daySchema,
      mark: z.enum(['done', 'missed', 'skipped']).nullable(),
      amount: z.number().min(0).nullable(),
      note: z.string().min(1).nullable(),
    }),
  ),
  entries: z.array(
    entrySchema
      .omit({ id: true, mood: true, title: true, location: true, ownTags: true, revision: true, conflicts: true })
      .extend({ key: keySchema, body: z.string().max(MAX_BODY_LENGTH), tags: z.array(z.string().min(1)) }),
  ),
  problems: z
    .array(importProblemSchema.extend({ item: z.string().regex(/^(?:habit|check-in|entry|journal) [a-z0-9, -]+$/) }))
    .max(MAX_KEPT_PROBLEMS),
  problemCount: z.int().min(0),
});
