import { z } from 'zod';
import { channel } from './channel.ts';
import { emptySchema, idSchema } from './values.ts';

/** Largest part of the file in one call; well under MAX_PAYLOAD_BYTES. */
export const OPENED_PIECE_BYTES = 4 * 1024 * 1024;

/** A file of Daygrove's own that the person opened with it: in a file manager, or on the command line. The page is never told where it lies. */
export const openedFileSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['archive', 'backup']),
  /** Without its folder. */
  name: z.string().min(1).max(400),
  size: z.int().min(0),
  /** Milliseconds since the epoch. */
  modifiedAt: z.number(),
});
export type OpenedFile = z.infer<typeof openedFileSchema>;

export const openedFileStateSchema = z.strictObject({ file: openedFileSchema.nullable() });

export const openedFileContract = {
  /** The file that waits to be looked at; told anew by `opened-file.changed`. */
  'opened-file.state': channel(emptySchema, openedFileStateSchema),
  /** The page has begun with it: it waits no more, and can still be read. */
  'opened-file.taken': channel(z.strictObject({ id: idSchema }), emptySchema),
  /** A part of it; null: it was moved or changed since, or another one was opened. */
  'opened-file.piece': channel(
    z.strictObject({ id: idSchema, offset: z.int().min(0), length: z.int().min(1).max(OPENED_PIECE_BYTES) }),
    z.strictObject({ bytes: z.instanceof(Uint8Array).nullable() }),
  ),
} as const;
