import type { Client } from '../../../src-shared/contract/index.ts';
import type { OpenedFile } from '../../../src-shared/contract/opened-file.ts';

/** What is used of a file, wherever it is read from: one that was chosen or dropped here, or one that was opened with the app, of which the page knows no more than this. */
export interface ReadableFile extends Pick<File, 'name' | 'size' | 'lastModified'> {
  slice(start: number, end: number): Pick<Blob, 'arrayBuffer'>;
}

/** OPENED_PIECE_BYTES of the contract, which a page without schemas cannot import; a test compares them. */
export const OPENED_BYTES = 4 * 1024 * 1024;

/** A file that was opened with the app: its parts are asked of main. A part that cannot be read any more is an error, as of every file. */
export function readableFile(client: Client, { id, name, size, modifiedAt }: OpenedFile): ReadableFile {
  return {
    name,
    size,
    lastModified: modifiedAt,
    slice: (start, end) => ({
      async arrayBuffer() {
        const whole = new Uint8Array(Math.max(0, Math.min(end, size) - start));
        for (let at = 0; at < whole.length; at += OPENED_BYTES) {
          const length = Math.min(OPENED_BYTES, whole.length - at);
          const result = await client.invoke('opened-file.piece', { id, offset: start + at, length });
          if (!result.ok || result.value.bytes?.length !== length) throw new Error('The file was moved or changed.');
          whole.set(result.value.bytes, at);
        }
        return whole.buffer;
      },
    }),
  };
}
