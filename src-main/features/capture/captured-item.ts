import { z } from 'zod';
import { daySchema, moodSchema, zoneSchema } from '../../../src-shared/contract/values.ts';
import { LAST_MOMENT } from '../../../src-shared/domain/moment.ts';

/** What a person wrote at once, with the moment it was written in: what is inside of an item of the inbox. */
const capturedItemSchema = z.object({
  format: z.literal(1),
  /** Milliseconds since the epoch. The key that an item is sealed to is public: what somebody else sealed must be able to become an entry too, or is none. */
  writtenAt: z.int().min(0).max(LAST_MOMENT),
  zone: zoneSchema,
  day: daySchema,
  text: z.string(),
  mood: moodSchema.nullable(),
});
export type CapturedItem = z.infer<typeof capturedItemSchema>;

export function encodeItem(item: CapturedItem): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(item));
}

/** null: it is of a newer app, or none. */
export function decodeItem(bytes: Uint8Array): CapturedItem | null {
  try {
    const parsed = capturedItemSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
