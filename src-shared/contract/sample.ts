import { z } from 'zod';
import { channel } from './channel.ts';
import { emptySchema } from './values.ts';

const countsSchema = z.strictObject({ entries: z.int().min(0), habits: z.int().min(0) });

export const sampleStateSchema = z.strictObject({
  /** Something of a sample journal is in the vault as it was made. */
  isHere: z.boolean(),
  /** Nothing of the person's own is here, and no sample: one can be looked at. */
  canLoad: z.boolean(),
  /** Of the sample journal that is here: the entries that the person has changed, and the habits that they have changed, ticked or paused. */
  changed: countsSchema,
});
export type SampleState = z.infer<typeof sampleStateSchema>;

/** A journal of nobody, to be looked at. docs/decisions/0026-sample-journal.md. */
export const sampleContract = {
  'sample.state': channel(emptySchema, sampleStateSchema),
  /**
   * Writes the sample journal, a part at a time; `work.progress` (`sample-load`), in things of it. Cancelled or failed: what was written is taken out again before it is
   * answered. Errors: `invalid-input` where something is here already, `cancelled`.
   */
  'sample.load': channel(z.strictObject({ language: z.enum(['en', 'de']) }), emptySchema),
  /** Stops a loading that is at work. */
  'sample.cancel': channel(emptySchema, emptySchema),
  /**
   * Takes all of it out, and nothing else; `work.progress` (`sample-remove`), in parts of the work. `keepChanged`: what the person has changed of it is theirs from now on; otherwise it
   * goes to the trash. Cut off in the middle, it can be called again. Answers with what was changed.
   */
  'sample.remove': channel(z.strictObject({ keepChanged: z.boolean() }), z.strictObject({ changed: countsSchema })),
} as const;
