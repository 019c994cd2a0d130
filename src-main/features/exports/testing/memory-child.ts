/**
 * Writes one export in a process of its own, so that its memory can be told: `node memory-child.ts markdown 100000 FILE` of as many entries, each with a file of its own
 * where there is a fourth argument. Each page is made when it is asked for, as the storage process would send it. Prints `{ bytes, megabytes, millis }`; `megabytes`
 * is by how much the process grew at its largest.
 */
import { ENGLISH } from '../../../testing/english-words.ts';
import { open } from 'node:fs/promises';
import type { ExportFormat } from '../../../../src-shared/contract/exports.ts';
import { addDays } from '../../../../src-shared/domain/day.ts';
import { idFromArchive, idToArchive } from '../archive-id.ts';
import type { ArchivedRecord, ExportPages } from '../export-pages.ts';
import { PagedExportSource } from '../paged-source.ts';
import { writeExport } from '../write-export.ts';

const INDEX_STEP = 500;
const LAST_DAY = '2026-11-22';
const FILE_BYTES = 600;
const WORDS = 'frost leeks thermos railway light morning letter garden bread walk river window'.split(' ');

/** Of the entries, and behind them of their files. */
function idAt(index: number): Uint8Array {
  return idFromArchive(`00000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`);
}

function recordAt(index: number, entries: number, withFiles: boolean): ArchivedRecord {
  const kept = { id: idToArchive(idAt(index)), deleted: false, writtenAt: 1e12 + index, naturalKey: null, extras: {} };
  if (index >= entries)
    return {
      ...kept,
      type: 'attachment',
      fields: { name: `photo ${index}.jpg`, type: 'image/jpeg', size: FILE_BYTES, width: 1, height: 1 },
    };
  const day = addDays(LAST_DAY, -Math.floor(index / 20));
  const text = Array.from({ length: 120 }, (_, at) => WORDS[(index * 31 + at * 7) % WORDS.length]).join(' ');
  const body = withFiles ? `${text} ![](attachment:${idToArchive(idAt(entries + index))})` : text;
  return { ...kept, type: 'entry', fields: { day, createdAt: 1e12 + index, zone: 'UTC', title: `Day ${index}`, body } };
}

function pagesOf(entries: number, withFiles: boolean): ExportPages {
  const records = withFiles ? 2 * entries : entries;
  const bytes = new Uint8Array(FILE_BYTES).map((_, at) => (at * 131) % 251);
  const indexOf = (id: Uint8Array): number => Buffer.from(id).readUIntBE(10, 6);
  return {
    index: async (after) => {
      // As an answer of another process comes: later, and not at once.
      await new Promise(setImmediate);
      const from = after === null ? 0 : indexOf(after) + 1;
      const count = Math.min(INDEX_STEP, records - from);
      const ids = Array.from({ length: count }, (_, at) => idAt(from + at));
      return {
        ids: new Uint8Array(Buffer.concat(ids)),
        types: ids.map((_, at) => (from + at < entries ? 'entry' : 'attachment')),
        naturalKeys: ids.map(() => null),
        next: from + count < records ? ids.at(-1)! : null,
      };
    },
    records: async (ids) => {
      await new Promise(setImmediate);
      const asked = Array.from({ length: ids.length / 16 }, (_, at) => indexOf(ids.subarray(at * 16, at * 16 + 16)));
      return { taken: asked.length, records: asked.map((index) => recordAt(index, entries, withFiles)) };
    },
    piece: async () => {
      await new Promise(setImmediate);
      return bytes;
    },
  };
}

const [format, count, path, withFiles] = process.argv.slice(2);
const entries = Number(count);
const file = await open(path!, 'w');
const pages = pagesOf(entries, withFiles !== undefined);
let bytes = 0;
let from = 0;
const job = {
  sink: async (piece: Uint8Array) =>
    void (bytes += (await file.write(piece, 0, piece.length, bytes - from)).bytesWritten),
  selection: { from: null, to: null, tag: null },
  withMedia: true,
  now: 1.7e12,
  today: LAST_DAY,
  locale: 'en-GB',
  words: ENGLISH,
  signal: new AbortController().signal,
  onProgress: () => {},
};
const write = (of: ExportPages): Promise<unknown> =>
  writeExport(format as ExportFormat, {
    job: { ...job, source: new PagedExportSource(of) },
    renderPdf: null,
    isFolder: true,
  });

// What code, its first run and a young heap take is no growth.
await write(pagesOf(500, withFiles !== undefined));
await file.truncate(0);
const base = process.resourceUsage().maxRSS;
from = bytes;
const begun = performance.now();
await write(pages);
const millis = Math.round(performance.now() - begun);
await file.close();
const megabytes = Math.round((process.resourceUsage().maxRSS - base) / 1024);
process.stdout.write(JSON.stringify({ bytes: bytes - from, megabytes, millis }));
