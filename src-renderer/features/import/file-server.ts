import type { Client } from '../../../src-shared/contract/index.ts';
import type { ReadableFile } from './readable-file.ts';

/**
 * Gives the app the parts of files that it asks for (`imports.wanted`), each read from the disk when it is asked for. A file that was moved or changed since it was
 * chosen is answered with null. Returns the function that stops it and lets go of the files.
 */
export function serveFiles(client: Client, importId: string, files: readonly ReadableFile[]): () => void {
  let isStopped = false;

  async function read(index: number, offset: number, length: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const file = files[index];
    if (file === undefined) return null;
    try {
      return new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
    } catch {
      return null;
    }
  }

  const stopListening = client.on('imports.wanted', (wanted) => {
    if (wanted.importId !== importId) return;
    void read(wanted.file, wanted.offset, wanted.length).then((bytes) => {
      // Nobody waits for it any more.
      if (!isStopped) void client.invoke('imports.piece', { importId, readId: wanted.readId, bytes });
    });
  });
  return () => {
    isStopped = true;
    stopListening();
  };
}
