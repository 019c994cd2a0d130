import type { Client } from '../../../src-shared/contract/index.ts';
import { err, ok } from '../../../src-shared/result.ts';
import type { Result } from '../../../src-shared/result.ts';

/** Bytes of a file in one call: IMPORT_PIECE_BYTES of the contract, which a page without schemas cannot import; a test compares them. */
export const PIECE_BYTES = 4 * 1024 * 1024;
/** MAX_IMPORT_FILE_BYTES of the contract. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

export interface TransferOptions {
  readonly importId: string;
  /** Called after each piece with the share that has arrived, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly isCancelled: () => boolean;
}

/** Carries a file to the app in pieces. Answers `cancelled` when it was stopped between two of them. */
export async function transferFile(client: Client, file: File, options: TransferOptions): Promise<Result<null>> {
  const { importId, onProgress, isCancelled } = options;
  if (file.size > MAX_FILE_BYTES) return err('import-damaged');
  const opened = await client.invoke('imports.open', { importId, name: file.name.slice(-400), size: file.size });
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
    const sent = await client.invoke('imports.append', { importId, offset, bytes });
    if (!sent.ok) return sent;
    onProgress(Math.min(1, (offset + bytes.byteLength) / file.size));
  }
  return isCancelled() ? err('cancelled') : ok(null);
}
