import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Attachment } from '../../../src-shared/contract/attachments.ts';
import type { Client } from '../../../src-shared/contract/index.ts';
import { err, ok } from '../../../src-shared/result.ts';
import type { Result } from '../../../src-shared/result.ts';
import { isPicture, prepareFile, thumbnailOf } from './prepare.ts';
import type { Prepared } from './prepare.ts';

/** ATTACHMENT_PIECE_BYTES of the contract, which a page without schemas cannot import; a test compares them. */
export const PIECE_BYTES = 256 * 1024;
/** MAX_ATTACHMENT_BYTES of the contract. */
export const MAX_BYTES = 50 * 1024 * 1024;
/** Small pictures that stay in memory while the vault is open. */
const KEPT_THUMBNAILS = 200;

export interface Attachments {
  /** Counts what has arrived: who shows a picture as missing asks again. */
  readonly arrived: StoreApi<number>;
  /** Takes a file into the vault. `onProgress`: the share that is kept, 0 to 1. */
  add(file: File, onProgress?: (share: number) => void): Promise<Result<Attachment>>;
  /** The small picture, drawn; null: there is none. Do not close it. */
  thumbnail(id: string): Promise<Result<{ readonly attachment: Attachment; readonly bitmap: ImageBitmap | null }>>;
  /** The same where it is in memory already; null: it has to be asked for. */
  drawn(id: string): { readonly attachment: Attachment; readonly bitmap: ImageBitmap | null } | null;
  read(id: string): Promise<Result<{ readonly attachment: Attachment; readonly bytes: Uint8Array<ArrayBuffer> }>>;
  /** The whole picture, drawn; null: it is none. Close it when it is not shown any more. */
  picture(id: string): Promise<Result<{ readonly attachment: Attachment; readonly bitmap: ImageBitmap | null }>>;
  noteArrival(): void;
  clear(): void;
}

/** Drawn from memory: a picture never has an address that something could fetch or keep. */
async function drawnFrom(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<ImageBitmap | null> {
  if (!isPicture(type)) return null;
  try {
    return await createImageBitmap(new Blob([bytes], { type }));
  } catch {
    return null;
  }
}

/** What needs a canvas; another in tests without one. */
export interface Drawing {
  /** Reads and scales a file. */
  readonly prepare: (file: File) => Promise<Prepared>;
  readonly draw: typeof drawnFrom;
  readonly shrink: typeof thumbnailOf;
}
export const CANVAS: Drawing = { prepare: prepareFile, draw: drawnFrom, shrink: thumbnailOf };

export function createAttachments(
  client: Client,
  newId: () => string,
  { prepare, draw, shrink }: Drawing = CANVAS,
): Attachments {
  const arrived = createStore<number>(() => 0);
  const thumbnails = new Map<string, { readonly attachment: Attachment; readonly bitmap: ImageBitmap | null }>();
  // What was asked for before a lock is not kept behind it.
  let epoch = 0;
  let making: Promise<unknown> = Promise.resolve();

  /** The small picture of one that came without: made once, when it is first looked at, and kept for every device. One after the other: a photo of a camera fills 100 MB. */
  function made(id: string): Promise<ImageBitmap | null> {
    const turn = making.then(async () => {
      const found = await read(id);
      if (!found.ok) return null;
      const whole = await draw(found.value.bytes, found.value.attachment.type);
      if (whole === null) return null;
      const { width, height } = whole;
      const thumbnail = await shrink(whole).finally(() => whole.close());
      if (thumbnail === null) return null;
      void client.invoke('attachments.describe', { id, width, height, thumbnail });
      return draw(thumbnail, 'image/webp');
    });
    making = turn.catch(() => null);
    return turn;
  }

  async function read(id: string): ReturnType<Attachments['read']> {
    const found = await client.invoke('attachments.get', { id });
    if (!found.ok) return found;
    const { attachment } = found.value;
    const bytes = new Uint8Array(attachment.size);
    for (let index = 0; index * PIECE_BYTES < attachment.size; index += 1) {
      const piece = await client.invoke('attachments.piece', { id, index });
      if (!piece.ok) return piece;
      bytes.set(piece.value.bytes.subarray(0, attachment.size - index * PIECE_BYTES), index * PIECE_BYTES);
    }
    return ok({ attachment, bytes });
  }

  return {
    arrived,
    read,

    async add(file, onProgress = () => {}) {
      // Before it is read: a file of gigabytes would fill the memory only to be refused.
      if (file.size > 4 * MAX_BYTES) return err('too-large');
      let prepared: Prepared;
      try {
        prepared = await prepare(file);
      } catch {
        return err('not-found');
      }
      const { bytes, ...described } = prepared;
      if (bytes.byteLength === 0) return err('not-found');
      if (bytes.byteLength > MAX_BYTES) return err('too-large');
      const id = newId();
      for (let index = 0; index * PIECE_BYTES < bytes.byteLength; index += 1) {
        const start = index * PIECE_BYTES;
        const piece = bytes.slice(start, start + PIECE_BYTES);
        const kept = await client.invoke('attachments.put-piece', { id, index, bytes: piece });
        if (!kept.ok) return kept;
        onProgress((start + piece.byteLength) / bytes.byteLength);
      }
      return client.invoke('attachments.finish', { id, size: bytes.byteLength, ...described });
    },

    async thumbnail(id) {
      const kept = thumbnails.get(id);
      if (kept !== undefined) return ok(kept);
      const asked = epoch;
      const found = await client.invoke('attachments.get', { id });
      if (!found.ok) return found;
      const { attachment, thumbnail } = found.value;
      const isUndrawn = thumbnail === null && isPicture(attachment.type);
      const bitmap = thumbnail !== null ? await draw(thumbnail, 'image/webp') : isUndrawn ? await made(id) : null;
      if (asked !== epoch) {
        bitmap?.close();
        return err('vault-locked');
      }
      const shown = { attachment, bitmap };
      thumbnails.set(id, shown);
      if (thumbnails.size > KEPT_THUMBNAILS) thumbnails.delete(thumbnails.keys().next().value!);
      return ok(shown);
    },

    drawn: (id) => thumbnails.get(id) ?? null,

    async picture(id) {
      const asked = epoch;
      const found = await read(id);
      if (!found.ok) return found;
      const { attachment, bytes } = found.value;
      const bitmap = await draw(bytes, attachment.type);
      if (asked === epoch) return ok({ attachment, bitmap });
      bitmap?.close();
      return err('vault-locked');
    },

    noteArrival: () => arrived.setState((count) => count + 1, true),

    clear() {
      epoch += 1;
      for (const { bitmap } of thumbnails.values()) bitmap?.close();
      thumbnails.clear();
    },
  };
}
