import { z } from 'zod';
import { channel } from './channel.ts';
import { MAX_NAME_LENGTH } from './templates.ts';
import { emptySchema, idSchema } from './values.ts';

const savedSearchSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(MAX_NAME_LENGTH),
  /** As it is typed: see `domain/search-query`. */
  query: z.string().min(1).max(400),
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;

/** Searches that a person keeps under a name. */
export const searchesContract = {
  /** By name; at most 500. */
  'searches.list': channel(emptySchema, z.strictObject({ searches: z.array(savedSearchSchema) })),
  /** Begins, changes, or brings back. */
  'searches.write': channel(savedSearchSchema, savedSearchSchema),
  'searches.remove': channel(z.strictObject({ id: idSchema }), emptySchema),
} as const;
