import { ATTACHMENT_PIECE_BYTES } from '../../../src-shared/contract/attachments.ts';
import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { isArchiveId, naturalKeyOf, NOT_ARCHIVED } from '../../../src-shared/domain/archive.ts';
import type { ParsedRecord } from '../../import-process/parsed.ts';
import { extrasOf, NO_SITTING } from '../../vault/history.ts';
import { RECORD_FORMAT } from '../../vault/record.ts';
import type { RecordChange, Vault } from '../../vault/vault.ts';
import { pieceId } from '../attachments/pieces.ts';
import { PIECE_RECORD } from '../attachments/projection.ts';
import { checkArchived } from './archive-checks.ts';

/** What becomes of a record of an archive. */
export type ArchivePlan =
  | { readonly kind: 'new'; readonly change: RecordChange }
  /** A record of this id is here, whatever happened to it since: it is left as it is. */
  | { readonly kind: 'there'; readonly id: Uint8Array }
  | { readonly kind: 'refused'; readonly reason: ImportProblem['reason'] };

/**
 * What an archive's records would change in a vault: one plan a record, in their order. Writes nothing. The changes of one call may be committed together; a record that comes twice
 * in a call is there already the second time.
 */
export async function planArchive(vault: Vault, records: readonly ParsedRecord[]): Promise<ArchivePlan[]> {
  const planned = new Set<string>();
  const plans: ArchivePlan[] = [];
  for (const record of records) {
    const plan = planRecord(vault, record);
    if (plan.kind === 'new') {
      const { id } = plan.change;
      const hex = Buffer.from(id).toString('hex');
      const isThere = planned.has(hex) || (await vault.has(id));
      planned.add(hex);
      plans.push(isThere ? { kind: 'there', id } : plan);
    } else {
      plans.push(plan);
    }
  }
  return plans;
}

function planRecord(vault: Vault, { type, id, deleted, writtenAt, fields, extras }: ParsedRecord): ArchivePlan {
  // Never believed of a file: these are what a vault says of itself.
  if (NOT_ARCHIVED.has(type)) return { kind: 'refused', reason: 'kind-left-out' };
  const recordId = id === null ? derivedId(vault, type, fields) : isArchiveId(id) ? bytesOf(id) : null;
  if (recordId === null) return { kind: 'refused', reason: 'unreadable-item' };
  const own = extrasOf(extras);
  const standing = {
    format: RECORD_FORMAT,
    type,
    base: null,
    sitting: NO_SITTING,
    writtenAt,
    deleted,
    fields,
  } as const;
  const reason = checkArchived(id, standing);
  if (reason !== null) return { kind: 'refused', reason };
  return { kind: 'new', change: { id: recordId, type, fields, deleted, writtenAt, extras: own } };
}

/** Of what the record says, not of the key that came with it: a check-in must never stand under the name of another day. */
function derivedId(vault: Vault, type: string, fields: ParsedRecord['fields']): Uint8Array | null {
  const key = naturalKeyOf(type, fields);
  return key === null ? null : vault.derivedId(type, ...key);
}

function bytesOf(id: string): Uint8Array {
  return new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex'));
}

/**
 * The records that hold a file of an archive, one after the other, to be committed before the attachment's own.
 * @param id UUID of the attachment
 */
export async function* planPieces(
  vault: Vault,
  id: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<RecordChange> {
  let index = 0;
  for await (const piece of inPieces(bytes)) {
    const fields = { data: Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('base64') };
    yield { id: pieceId(vault, id, index), type: PIECE_RECORD, fields, deleted: false };
    index += 1;
  }
}

async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting = Buffer.alloc(0);
  for await (const chunk of bytes) {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length >= ATTACHMENT_PIECE_BYTES) {
      yield waiting.subarray(0, ATTACHMENT_PIECE_BYTES);
      waiting = waiting.subarray(ATTACHMENT_PIECE_BYTES);
    }
  }
  if (waiting.length > 0) yield waiting;
}
