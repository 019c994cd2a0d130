import { z } from 'zod';
import { MAX_WORD_LENGTH } from '../domain/spelling.ts';
import { channel } from './channel.ts';
import { emptySchema } from './values.ts';

const wordSchema = z
  .string()
  .max(MAX_WORD_LENGTH)
  .regex(/^[\p{L}\p{M}'’]+$/u);

/** The words that the person taught the spelling checker. They are as private as a text: names of people, mostly. */
export const spellingContract = {
  /** In no order that means something. */
  'spelling.words': channel(emptySchema, z.strictObject({ words: z.array(z.string()) })),
  /** A word that is there already, in whatever case, stays as it is. */
  'spelling.add': channel(z.strictObject({ word: wordSchema }), emptySchema),
  /** A word that is not there is not missed. */
  'spelling.remove': channel(z.strictObject({ word: wordSchema }), emptySchema),
} as const;
