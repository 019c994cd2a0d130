import { ATTACHMENT_PIECE_BYTES } from '../../../src-shared/contract/attachments.ts';
import { bytesOf } from '../../vault/database.ts';
import { idFromText, idToText } from '../../vault/record-id.ts';
import { isErased as isErasedRecord } from '../../vault/record.ts';
import type { Vault } from '../../vault/vault.ts';
import { ATTACHMENT_RECORD } from './projection.ts';

const REVIVE_STEP = 16;

/** The record that holds one piece of a file. */
export function pieceId(vault: Vault, attachment: string, index: number): Uint8Array {
  return vault.derivedId('attachment-piece', attachment, String(index));
}

/** Bytes of a file's piece. */
export function lengthOfPiece(size: number, index: number): number {
  return Math.min(ATTACHMENT_PIECE_BYTES, size - index * ATTACHMENT_PIECE_BYTES);
}

/** Every record that a file is made of, as far as they are here: its description, and its pieces in their order. */
export async function recordsOfFile(vault: Vault, attachment: string): Promise<Uint8Array[]> {
  const ids = (await vault.has(idFromText(attachment))) ? [idFromText(attachment)] : [];
  for (let index = 0; ; index += 1) {
    const id = pieceId(vault, attachment, index);
    if (!(await vault.has(id))) return ids;
    ids.push(id);
  }
}

/**
 * Carries out what other devices have erased, but for the files that stand in an entry here: somebody put it back, or wrote it, without knowing of that. They are
 * written once more, for every device.
 */
export async function settleErasures(vault: Vault): Promise<void> {
  const erased = await vault.erasedHere();
  if (erased.size === 0) return;
  const isErased = (id: Uint8Array): boolean => erased.has(Buffer.from(id).toString('hex'));
  const rows = await vault.read.all('SELECT DISTINCT attachment FROM entry_attachment');
  for (const row of rows) {
    const needed = (await recordsOfFile(vault, idToText(bytesOf(row.attachment)))).filter(isErased);
    // In parts: a file can be as large as fifty megabytes.
    for (let at = 0; at < needed.length; at += REVIVE_STEP) await vault.revive(needed.slice(at, at + REVIVE_STEP));
  }
  for (const hex of erased) {
    const id = new Uint8Array(Buffer.from(hex, 'hex'));
    const record = await vault.record(id);
    // Whoever erased the file may not have had all its pieces.
    if (record?.type === ATTACHMENT_RECORD && isErasedRecord(record)) {
      await vault.erase(await recordsOfFile(vault, idToText(id)));
    }
  }
  await vault.dropErased();
}
