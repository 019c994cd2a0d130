import { MAX_IMPORT_FILE_BYTES, type ImportFormat } from '../../src-shared/contract/imports.ts';
import { isDayOneExport } from './day-one/journals.ts';
import { readDayOne } from './day-one/read-day-one.ts';
import { isLoopBackup, readLoopBackup } from './loop-backup/read-loop-backup.ts';
import type { ParsedImport } from './parsed.ts';
import type { ParseAnswer } from './protocol.ts';

const readers: Readonly<Record<ImportFormat, (bytes: Uint8Array) => ParsedImport>> = {
  'loop-backup': readLoopBackup,
  'day-one': readDayOne,
};

/** Which kind of file this is, by what it holds; null for a kind that Daygrove cannot import. Never throws. */
export function recognise(name: string, bytes: Uint8Array): ImportFormat | null {
  if (isLoopBackup(name, bytes)) return 'loop-backup';
  return isDayOneExport(bytes) ? 'day-one' : null;
}

/** Reads any file that can be imported. A pure function of the file; whatever is wrong with it is an answer, never an exception. */
export function readImport(name: string, bytes: Uint8Array): ParseAnswer {
  if (bytes.length > MAX_IMPORT_FILE_BYTES) return { type: 'failed', code: 'import-damaged' };
  try {
    const format = recognise(name, bytes);
    if (format === null) return { type: 'failed', code: 'import-unrecognised' };
    return { type: 'parsed', parsed: readers[format](bytes) };
  } catch {
    // What SQLite, the JSON parser or the inflater throws, down to running out of memory, is about the file, and may quote it.
    return { type: 'failed', code: 'import-damaged' };
  }
}
