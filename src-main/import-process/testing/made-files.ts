import { deflateRawSync, constants } from 'node:zlib';
import type { SourceFile } from '../source.ts';
import { makeZip } from './zip-maker.ts';

/** A file of equal records, made as it is read: it may be larger than memory. `record` gives always as many bytes. */
export function fileOfRecords(
  path: string,
  { head, count, record, tail }: { head: string; count: number; record: (index: number) => string; tail: string },
): SourceFile {
  const length = Buffer.byteLength(record(0));
  const start = Buffer.byteLength(head);
  const end = start + count * length;
  return {
    path,
    size: end + Buffer.byteLength(tail),
    modifiedAt: null,
    read: async (offset, wanted) => {
      const parts: Buffer[] = [];
      let at = offset;
      const until = offset + wanted;
      if (at < start) parts.push(Buffer.from(head).subarray(at, until));
      at = Math.max(at, start);
      const first = Math.floor((at - start) / length);
      for (let index = first; index < count && start + index * length < until; index += 1) {
        const from = start + index * length;
        parts.push(Buffer.from(record(index)).subarray(Math.max(0, at - from), Math.min(length, until - from)));
      }
      if (until > end) parts.push(Buffer.from(tail).subarray(Math.max(0, offset - end), until - end));
      return new Uint8Array(Buffer.concat(parts));
    },
  };
}

/** A Day One journal of that many entries, each of about `words` words. */
export function madeJournal(entries: number, words: number): SourceFile {
  const text = 'word '.repeat(words).trim();
  return fileOfRecords('Journal.json', {
    head: '{"metadata":{"version":"1.0"},"entries":[',
    count: entries,
    record: (index) =>
      `${index === 0 ? ' ' : ','}{"uuid":"${index.toString(16).toUpperCase().padStart(32, '0')}","creationDate":"2024-06-01T09:30:00Z",` +
      `"timeZone":"Europe/Vienna","text":"# Day ${String(index).padStart(9, '0')}\\n\\n${text}"}`,
    tail: ']}',
  });
}

/** An archive with a member of zeros that unpacks to `megabytes`, a thousand times as much as it packs. */
export function madeBomb(megabytes: number): SourceFile {
  const step = 64;
  // Without an end: blocks may stand one behind the other.
  const block = deflateRawSync(Buffer.alloc(step * 1024 * 1024), { finishFlush: constants.Z_SYNC_FLUSH });
  const packed = Buffer.concat(Array.from({ length: Math.ceil(megabytes / step) }, () => block));
  return makeZip([{ name: 'bomb.json', packed, size: megabytes * 1024 * 1024 }]);
}
