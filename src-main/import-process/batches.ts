import { MAX_ATTACHMENT_BYTES } from '../../src-shared/contract/attachments.ts';
import type { ImportProblems } from '../../src-shared/contract/imports.ts';
import type { ParsedItem, ParsedMedia } from './parsed.ts';
import { ProblemLog } from './problem-log.ts';
import { MEDIA_PIECE_BYTES, type WireItem } from './protocol.ts';

const BATCH_ITEMS = 500;
/** Characters of texts, and bytes of media. Well under what a message between processes may hold. */
const BATCH_SIZE = 2 * 1024 * 1024;

export interface BatchOptions {
  readonly withMedia: boolean;
  /** Takes a batch; resolves when the next one may be sent, to whether the medium that the batch ends with is wanted. */
  readonly send: (items: readonly WireItem[]) => Promise<boolean>;
}

/** Rough, and enough to bound a batch. */
function sizeOf(item: WireItem): number {
  switch (item.kind) {
    case 'entry':
      return item.entry.body.length;
    case 'habit':
      return item.habit.description.length;
    case 'record':
      return JSON.stringify(item.record.fields).length;
    case 'media-piece':
      return item.bytes.byteLength;
    default:
      return 100;
  }
}

/** Sends what a reader gives in batches, never more than one of them ahead. @returns what was wrong with the file */
export async function sendBatches(
  items: AsyncIterable<ParsedItem>,
  { withMedia, send }: BatchOptions,
): Promise<ImportProblems> {
  const problems = new ProblemLog();
  let batch: WireItem[] = [];
  let size = 0;
  const flush = async (): Promise<boolean> => {
    if (batch.length === 0) return false;
    const full = batch;
    batch = [];
    size = 0;
    return send(full);
  };
  let mediaSeen = 0;
  const put = async (item: WireItem): Promise<void> => {
    batch.push(item);
    size += sizeOf(item);
    if (batch.length >= BATCH_ITEMS || size >= BATCH_SIZE) await flush();
  };

  for await (const item of items) {
    if (item.kind === 'problem') {
      problems.add(item);
    } else if (item.kind === 'media') {
      const { media } = item;
      mediaSeen += 1;
      if (!withMedia) {
        await put({ kind: 'media', media });
        continue;
      }
      batch.push({ kind: 'media', media });
      if (await flush()) {
        const end = await sendMedium(media, item.bytes(), put);
        if (end === null) problems.add({ item: `medium ${mediaSeen}`, reason: 'media-unreadable' });
        await put({ kind: 'media-end', key: media.key, media: end });
      }
    } else {
      await put(item);
    }
  }
  await flush();
  return problems.summary();
}

/** @returns the medium with the bytes it really has; null where it broke, held nothing, or held more than a vault takes */
async function sendMedium(
  media: ParsedMedia,
  bytes: AsyncIterable<Uint8Array>,
  put: (item: WireItem) => Promise<void>,
): Promise<ParsedMedia | null> {
  let size = 0;
  let index = 0;
  let rest: Uint8Array = new Uint8Array(0);
  const piece = async (content: Uint8Array): Promise<void> => {
    // A copy of its own: what is sent may be a view of something far larger.
    await put({ kind: 'media-piece', key: media.key, index, bytes: new Uint8Array(content) });
    index += 1;
  };
  try {
    for await (const part of bytes) {
      size += part.byteLength;
      if (size > MAX_ATTACHMENT_BYTES) return null;
      let ready: Uint8Array = rest.byteLength === 0 ? part : Buffer.concat([rest, part]);
      while (ready.byteLength >= MEDIA_PIECE_BYTES) {
        await piece(ready.subarray(0, MEDIA_PIECE_BYTES));
        ready = ready.subarray(MEDIA_PIECE_BYTES);
      }
      rest = new Uint8Array(ready);
    }
  } catch {
    return null;
  }
  if (rest.byteLength > 0) await piece(rest);
  return size === 0 ? null : { ...media, size };
}
