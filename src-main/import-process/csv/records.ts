import { parse, type Options } from 'csv-parse';
import type { TreeFile } from '../tree.ts';

export interface CsvRecord {
  /** As a spreadsheet counts: the first is 1, and a cell of several lines does not count more. */
  readonly row: number;
  /** Null: the row cannot be read, or has more cells or text than a row can have. */
  readonly cells: readonly string[] | null;
  /** Whether bytes were in it that are no text; they were replaced. */
  readonly isBroken: boolean;
}

/** Bytes of one row. Beyond it a quotation mark is missing somewhere. */
const MAX_RECORD_BYTES = 1_000_000;
/** Loop's tables of all habits have a column for each. */
const MAX_CELLS = 12_000;
const MAX_ROWS = 5_000_000;
/** How often reading begins anew behind a row that cannot be read: each time costs the file from its beginning. */
const MAX_RESTARTS = 20;
const HEAD_BYTES = 16_384;
const LINE_FEED = 10;
/** As UTF-8 has it; the decoder of the other encodings takes theirs away. */
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const REPLACEMENT = '\uFFFD';

interface Dialect {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly delimiter: ',' | ';' | '\t';
}

function dialectOf(head: Uint8Array): Dialect {
  const [first, second] = head;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  const [line = ''] = new TextDecoder(encoding).decode(head).split(/[\r\n]/, 1);
  const count = (delimiter: string): number => line.split(delimiter).length;
  const delimiter = ([',', ';', '\t'] as const).reduce((best, each) => (count(each) > count(best) ? each : best));
  return { encoding, delimiter };
}

/** The first line's cells, trimmed and in lower case, without quotation marks. Never throws. */
export async function csvHeader(file: TreeFile): Promise<readonly string[]> {
  const head = await file.head(HEAD_BYTES);
  const { encoding, delimiter } = dialectOf(head);
  const [line = ''] = new TextDecoder(encoding).decode(head).split(/[\r\n]/, 1);
  return line.split(delimiter).map((cell) => cell.replaceAll('"', '').trim().toLowerCase());
}

/** The file as UTF-8, from `start` on. */
async function* utf8(file: TreeFile, { encoding }: Dialect, start: number): AsyncGenerator<Uint8Array> {
  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding);
  let at = 0;
  for await (const bytes of file.stream()) {
    const piece = decoder === null ? bytes : new TextEncoder().encode(decoder.decode(bytes, { stream: true }));
    if (at + piece.length > start) yield piece.subarray(Math.max(0, start - at));
    at += piece.length;
  }
}

interface Reading {
  /** Bytes of the line that was left out before the first row. */
  skipped: number;
  /** Bytes, from the first row on: where the row begins that could not be read. Null: it was read to the end. */
  stoppedAt: number | null;
}

/** Without the first line. */
async function* behindLine(pieces: AsyncIterable<Uint8Array>, reading: Reading): AsyncGenerator<Uint8Array> {
  let isBehind = false;
  for await (const piece of pieces) {
    if (isBehind) {
      yield piece;
      continue;
    }
    const end = piece.indexOf(LINE_FEED);
    isBehind = end >= 0;
    reading.skipped += isBehind ? end + 1 : piece.length;
    if (isBehind) yield piece.subarray(end + 1);
  }
}

/** One pass of the parser: all the rows up to the first that cannot be read. */
async function* pass(
  pieces: AsyncIterable<Uint8Array>,
  delimiter: string,
  reading: Reading,
): AsyncGenerator<readonly string[]> {
  let rows: string[][] = [];
  let end = 0;
  let failed = false;
  const options: Options = {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: MAX_RECORD_BYTES,
    // Taken here and not from the stream, which throws away what it holds when a later row breaks it.
    on_record: (cells: string[], { bytes }) => {
      rows.push(cells);
      end = bytes;
      return null;
    },
  };
  const parser = parse(options);
  parser.on('error', () => (failed = true));
  parser.resume();
  const done = (write: (callback: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      parser.once('close', resolve);
      write(() => {
        parser.off('close', resolve);
        resolve();
      });
    });
  try {
    for await (const piece of pieces) {
      await done((callback) => parser.write(piece, callback));
      yield* rows;
      rows = [];
      if (failed) break;
    }
    if (!failed) {
      await done((callback) => parser.end(callback));
      yield* rows;
    }
    if (failed) reading.stoppedAt = end;
  } finally {
    parser.destroy();
  }
}

/**
 * The rows of a file of values between commas, semicolons or tabs, in bounded memory; empty rows are left out. A row that cannot be read does not stop the others.
 * What cannot be read at all is one row without cells.
 */
export async function* csvRecords(file: TreeFile): AsyncGenerator<CsvRecord> {
  const head = await file.head(HEAD_BYTES);
  const dialect = dialectOf(head);
  let start = BYTE_ORDER_MARK.every((byte, at) => head[at] === byte) ? BYTE_ORDER_MARK.length : 0;
  let row = 0;
  for (let restarts = 0; restarts <= MAX_RESTARTS; restarts += 1) {
    const reading: Reading = { skipped: 0, stoppedAt: null };
    const pieces = utf8(file, dialect, start);
    for await (const cells of pass(restarts === 0 ? pieces : behindLine(pieces, reading), dialect.delimiter, reading)) {
      row += 1;
      if (row > MAX_ROWS) return yield { row, cells: null, isBroken: false };
      if (cells.length === 1 && cells[0] === '') continue;
      const isBroken = cells.some((cell) => cell.includes(REPLACEMENT));
      yield { row, cells: cells.length > MAX_CELLS ? null : cells, isBroken };
    }
    if (reading.stoppedAt === null) return;
    row += 1;
    yield { row, cells: null, isBroken: false };
    start += reading.skipped + reading.stoppedAt;
  }
}

/** Cells by the names of the first row: trimmed, in lower case; of two columns of one name the first counts. */
export function cellsByName<Name extends string>(
  header: readonly string[],
): (cells: readonly string[], name: Name) => string {
  const places = new Map<string, number>();
  for (const [place, cell] of header.entries()) {
    const name = cell.trim().toLowerCase();
    if (!places.has(name)) places.set(name, place);
  }
  return (cells, name) => cells[places.get(name) ?? -1] ?? '';
}
