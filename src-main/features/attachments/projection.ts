import { z } from 'zod';
import type { Projection } from '../../vault/projection.ts';
import type { VaultRecord } from '../../vault/record.ts';

export const ATTACHMENT_RECORD = 'attachment';
/** A piece of a file: `data`, base64. Nothing is projected of it. */
export const PIECE_RECORD = 'attachment-piece';

const attachmentFieldsSchema = z.looseObject({
  name: z.string().catch(''),
  type: z.string().catch(''),
  size: z.int().min(1),
  width: z.int().min(1).nullable().catch(null),
  height: z.int().min(1).nullable().catch(null),
  /** Base64. */
  thumbnail: z.base64().nullable().catch(null),
});
export type AttachmentFields = z.infer<typeof attachmentFieldsSchema>;

export function attachmentFields(record: VaultRecord | null): AttachmentFields | null {
  if (record === null || record.type !== ATTACHMENT_RECORD || record.deleted) return null;
  const parsed = attachmentFieldsSchema.safeParse(record.fields);
  return parsed.success ? parsed.data : null;
}

/** What a list of files shows without opening one. */
export const attachmentProjection: Projection = {
  recordType: ATTACHMENT_RECORD,
  version: 1,
  schema: [
    `CREATE TABLE attachment (id BLOB PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, size INTEGER NOT NULL, width INTEGER, height INTEGER) WITHOUT ROWID`,
  ],
  drop: ['DROP TABLE IF EXISTS attachment'],
  project(id, record) {
    const fields = attachmentFields(record);
    const forget = { sql: 'DELETE FROM attachment WHERE id = ?', args: [id] };
    if (fields === null) return [forget];
    return [
      forget,
      {
        sql: 'INSERT INTO attachment (id, name, type, size, width, height) VALUES (?, ?, ?, ?, ?, ?)',
        args: [
          id,
          fields.name.replaceAll('\0', ' '),
          fields.type.replaceAll('\0', ' '),
          fields.size,
          fields.width,
          fields.height,
        ],
      },
    ];
  },
};
