import type { Client } from '../../../src-shared/contract/index.ts';
import { err, ok } from '../../../src-shared/result.ts';
import type { Result } from '../../../src-shared/result.ts';
import type { ReadableFile } from '../import/readable-file.ts';

/** Bytes of a file in one call: BACKUP_PIECE_BYTES of the contract, which a page without schemas cannot import; a test compares them. */
export const PIECE_BYTES = 4 * 1024 * 1024;

/** Carries a backup's file to the app in pieces. @returns its name for `backups.look`; `cancelled` when it was stopped between two pieces */
export async function transferBackup(
  client: Client,
  file: ReadableFile,
  onProgress: (share: number) => void,
  isCancelled: () => boolean,
): Promise<Result<string>> {
  const uploadId = crypto.randomUUID();
  const opened = await client.invoke('backups.upload', { uploadId, name: file.name.slice(-400), size: file.size });
  if (!opened.ok) return opened;
  for (let offset = 0; offset < file.size; offset += PIECE_BYTES) {
    if (isCancelled()) return err('cancelled');
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await file.slice(offset, offset + PIECE_BYTES).arrayBuffer());
    } catch {
      // Moved or changed since it was chosen.
      return err('not-found');
    }
    const sent = await client.invoke('backups.append', { uploadId, offset, bytes });
    if (!sent.ok) return sent;
    onProgress(Math.min(1, (offset + bytes.byteLength) / file.size));
  }
  return isCancelled() ? err('cancelled') : ok(uploadId);
}
