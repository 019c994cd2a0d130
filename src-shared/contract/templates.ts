import { z } from 'zod';
import { channel } from './channel.ts';
import { MAX_BODY_LENGTH } from './entries.ts';
import { emptySchema, idSchema } from './values.ts';

/** Characters of the name of a template or of a saved search. */
export const MAX_NAME_LENGTH = 100;

const templateSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(MAX_NAME_LENGTH),
  /** Markdown with fields: see `domain/template`. */
  body: z.string().max(MAX_BODY_LENGTH),
});
export type Template = z.infer<typeof templateSchema>;

export const templatesContract = {
  /** The person's own, by name; at most 500. */
  'templates.list': channel(emptySchema, z.strictObject({ templates: z.array(templateSchema) })),
  /** Begins, changes, or brings back. */
  'templates.write': channel(templateSchema, templateSchema),
  'templates.remove': channel(z.strictObject({ id: idSchema }), emptySchema),
} as const;
