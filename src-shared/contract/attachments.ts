import { z } from 'zod';
import { channel } from './channel.ts';
import { daySchema, emptySchema, idSchema } from './values.ts';

/** Bytes of a file in one piece. Each is sealed as a record of its own, so that sync and backup never carry more at once. */
export const ATTACHMENT_PIECE_BYTES = 256 * 1024;
/** A file that is larger stays outside: every copy of the vault would carry it for ever. */
export const MAX_ATTACHMENT_BYTES = 50 * 1024 * 1024;
/** A thumbnail is a small JPEG or WebP. */
export const MAX_THUMBNAIL_BYTES = 128 * 1024;

const piece = z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength > 0);

export const attachmentSchema = z.strictObject({
  id: idSchema,
  /** As the file was called, without its folder. */
  name: z.string().max(255),
  /** The media type that the page found or was told; shown and acted on only where the page knows it. */
  type: z.string().max(100),
  /** Bytes. */
  size: z.int().min(1).max(MAX_ATTACHMENT_BYTES),
  /** Pixels, as the picture is to be seen; null: no picture. */
  width: z.int().min(1).nullable(),
  height: z.int().min(1).nullable(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const attachmentsContract = {
  /** Keeps one piece of a file, sealed. All but the last are ATTACHMENT_PIECE_BYTES long. A repeated call is the same call. */
  'attachments.put-piece': channel(
    z.strictObject({
      id: idSchema,
      index: z
        .int()
        .min(0)
        .max(Math.ceil(MAX_ATTACHMENT_BYTES / ATTACHMENT_PIECE_BYTES) - 1),
      bytes: piece.refine((bytes) => bytes.byteLength <= ATTACHMENT_PIECE_BYTES),
    }),
    emptySchema,
  ),
  /** Behind the last piece: from here on it is an attachment. `not-found` where a piece is missing or of another length. */
  'attachments.finish': channel(
    attachmentSchema.extend({
      thumbnail: piece.refine((bytes) => bytes.byteLength <= MAX_THUMBNAIL_BYTES).nullable(),
    }),
    attachmentSchema,
  ),
  /** `not-found` also where another device has it and it has not arrived yet. */
  'attachments.get': channel(
    z.strictObject({ id: idSchema }),
    z.strictObject({ attachment: attachmentSchema, thumbnail: z.instanceof(Uint8Array).nullable() }),
  ),
  /** How a picture looks that came without (an import): kept where nothing of the kind is known yet. */
  'attachments.describe': channel(
    z.strictObject({
      id: idSchema,
      width: z.int().min(1),
      height: z.int().min(1),
      thumbnail: piece.refine((bytes) => bytes.byteLength <= MAX_THUMBNAIL_BYTES),
    }),
    emptySchema,
  ),
  'attachments.piece': channel(
    z.strictObject({ id: idSchema, index: z.int().min(0) }),
    z.strictObject({ bytes: z.instanceof(Uint8Array) }),
  ),
  /** What entries hold, those of the newest days first. `next` is the `after` of the following page. */
  'attachments.list': channel(
    z.strictObject({ after: z.string().max(80).nullable(), limit: z.int().min(1).max(200) }),
    z.strictObject({
      items: z.array(z.strictObject({ attachment: attachmentSchema, entry: idSchema, day: daySchema })),
      next: z.string().nullable(),
    }),
  ),
} as const;
