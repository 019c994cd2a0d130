import { ATTACHMENT_PIECE_BYTES } from '../../src-shared/contract/attachments.ts';
import { err, ok, type Result } from '../../src-shared/result.ts';
import { writeDurably } from '../files/durable-file.ts';
import type { StorageClient } from '../storage/storage-client.ts';

export interface SaveAttachmentOptions {
  readonly storage: Pick<StorageClient, 'channel'>;
  /** Asks where; null: nowhere. */
  readonly choosePath: (name: string) => Promise<string | null>;
}

/** A name that is one on every system: what somebody else called a file may be a path, a device or nothing. */
export function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[. ]+|[. ]+$/gu, '')
    .slice(-200)
    .trim();
  return plain === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(plain) ? `file ${plain}`.trim() : plain;
}

/** Writes a copy of a file of the vault outside of it, piece by piece: whole, or not at all. */
export async function saveAttachment(
  id: string,
  { storage, choosePath }: SaveAttachmentOptions,
): Promise<Result<{ isSaved: boolean }>> {
  const found = await storage.channel('attachments.get', { id });
  if (!found.ok) return found;
  const { name, size } = found.value.attachment;
  let path: string | null;
  try {
    path = await choosePath(fileNameOf(name));
  } catch {
    // A host that decides by itself found no place that takes a file.
    return err('file-not-written');
  }
  if (path === null) return ok({ isSaved: false });
  let failed: Result<never> | null = null;
  try {
    await writeDurably(path, async (file) => {
      for (let index = 0; index * ATTACHMENT_PIECE_BYTES < size; index += 1) {
        const piece = await storage.channel('attachments.piece', { id, index });
        if (!piece.ok) {
          failed = piece;
          throw new Error('a piece is missing');
        }
        await file.writeFile(piece.value.bytes);
      }
    });
  } catch (error) {
    const isFull = (error as NodeJS.ErrnoException).code === 'ENOSPC';
    return failed ?? err(isFull ? 'disk-full' : 'file-not-written');
  }
  return ok({ isSaved: true });
}
