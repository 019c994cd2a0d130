import { ATTACHMENT_PIECE_BYTES } from '../../../src-shared/contract/attachments.ts';
import type { Attachment, attachmentsContract } from '../../../src-shared/contract/attachments.ts';
import type { Handlers } from '../../../src-shared/contract/index.ts';
import { AppFailure, ok } from '../../../src-shared/result.ts';
import { bytesOf, textOf } from '../../vault/database.ts';
import { idFromText, idToText } from '../../vault/record-id.ts';
import type { Vault } from '../../vault/vault.ts';
import { lengthOfPiece, pieceId } from './pieces.ts';
import { ATTACHMENT_RECORD, attachmentFields, PIECE_RECORD } from './projection.ts';

/** Files in the vault: sealed pieces, and one record that says what they are together. Nothing of them is ever a file of its own. */
export function attachmentsHandlers(vault: Vault): Handlers<keyof typeof attachmentsContract> {
  const piece = async (id: string, index: number): Promise<Uint8Array<ArrayBuffer>> => {
    const record = await vault.record(pieceId(vault, id, index));
    const data = record?.type === PIECE_RECORD && !record.deleted ? record.fields['data'] : undefined;
    if (typeof data !== 'string') throw new AppFailure('not-found');
    return new Uint8Array(Buffer.from(data, 'base64'));
  };

  return {
    'attachments.put-piece': async ({ id, index, bytes }) => {
      const recordId = pieceId(vault, id, index);
      const held = await vault.record(recordId);
      const data = Buffer.from(bytes).toString('base64');
      // A finished file never changes: what it holds was seen under its id.
      if (attachmentFields(await vault.record(idFromText(id))) !== null) return ok({});
      if (held?.fields['data'] !== data) {
        await vault.commit([{ id: recordId, type: PIECE_RECORD, fields: { data }, deleted: false }]);
      }
      return ok({});
    },

    'attachments.finish': async ({ id, thumbnail, ...described }) => {
      const recordId = idFromText(id);
      const held = await vault.record(recordId);
      if (held !== null && held.type !== ATTACHMENT_RECORD) throw new AppFailure('not-found');
      for (let index = 0; index * ATTACHMENT_PIECE_BYTES < described.size; index += 1) {
        const { byteLength } = await piece(id, index);
        if (byteLength !== lengthOfPiece(described.size, index)) throw new AppFailure('not-found');
      }
      await vault.commit([
        {
          id: recordId,
          type: ATTACHMENT_RECORD,
          fields: {
            ...described,
            thumbnail: thumbnail === null ? null : Buffer.from(thumbnail).toString('base64'),
            addedAt: vault.clock.now(),
          },
          deleted: false,
        },
      ]);
      return ok({ id, ...described });
    },

    'attachments.get': async ({ id }) => {
      const fields = attachmentFields(await vault.record(idFromText(id)));
      if (fields === null) throw new AppFailure('not-found');
      const { name, type, size, width, height, thumbnail } = fields;
      return ok({
        attachment: { id, name: name.slice(0, 255), type: type.slice(0, 100), size, width, height },
        thumbnail: thumbnail === null ? null : new Uint8Array(Buffer.from(thumbnail, 'base64')),
      });
    },

    'attachments.describe': async ({ id, width, height, thumbnail }) => {
      const recordId = idFromText(id);
      const held = attachmentFields(await vault.record(recordId));
      if (held === null) throw new AppFailure('not-found');
      if (held.thumbnail === null) {
        const fields = { width, height, thumbnail: Buffer.from(thumbnail).toString('base64') };
        await vault.commit([{ id: recordId, type: ATTACHMENT_RECORD, fields, sample: 'kept' }]);
      }
      return ok({});
    },

    'attachments.piece': async ({ id, index }) => ok({ bytes: await piece(id, index) }),

    'attachments.list': async ({ after, limit }) => {
      // The place of the last one's entry, and where in its text it stands.
      const [place, position] = /^(-?\d+)\.(\d+)$/u
        .exec(after ?? '')
        ?.slice(1)
        .map(Number) ?? [2 ** 53, -1];
      const rows = await vault.read.all(
        `SELECT entry.place, position, entry.id AS entry, CAST(entry.day AS BLOB) AS day, attachment.id AS id,
                CAST(attachment.name AS BLOB) AS name, CAST(attachment.type AS BLOB) AS type, size, width, height
         FROM entry_attachment JOIN entry ON entry.id = entry_attachment.entry JOIN attachment ON attachment.id = entry_attachment.attachment
         WHERE entry.deleted = 0 AND (entry.place < ?1 OR (entry.place = ?1 AND position > ?2))
         ORDER BY entry.place DESC, position LIMIT ?3`,
        place!,
        position!,
        limit,
      );
      const items = rows.map((row) => ({
        entry: idToText(bytesOf(row.entry)),
        day: textOf(row.day),
        attachment: {
          id: idToText(bytesOf(row.id)),
          name: textOf(row.name).slice(0, 255),
          type: textOf(row.type).slice(0, 100),
          size: Number(row.size),
          width: row.width === null ? null : Number(row.width),
          height: row.height === null ? null : Number(row.height),
        } satisfies Attachment,
      }));
      const last = rows.at(-1);
      return ok({
        items,
        next: rows.length < limit || last === undefined ? null : `${String(last.place)}.${String(last.position)}`,
      });
    },
  };
}
