/** The longest line that is read, bytes: an entry of the greatest length with every sign written as an escape fits twice. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;
/** Behind so many bytes of one line there is nothing to be hoped for from the rest of a file. */
const HOPELESS_LINE_BYTES = 64 * 1024 * 1024;
/** Values of one line. Sixteen megabytes of brackets would come to a gigabyte of empty arrays. */
const MAX_VALUES = 400_000;
const MAX_DEPTH = 200;
/** Empty lines are no problem, but a member of nothing else could go on for ever. */
const MAX_EMPTY_LINES = 1_000_000;

export type JsonLine =
  | {
      readonly kind: 'value';
      readonly number: number;
      readonly value: unknown;
      /** Bytes in it were no text, and were replaced. */ readonly isMended: boolean;
    }
  | { readonly kind: 'unreadable'; readonly number: number }
  | { readonly kind: 'too-long'; readonly number: number }
  /** The rest of the file is not read. */
  | { readonly kind: 'given-up'; readonly number: number };

const NEW_LINE = 0x0a;

/**
 * The lines of a file, each parsed by itself: what is wrong with one is said of that one. Never holds more than one line of MAX_LINE_BYTES. Numbers begin with 1. What the
 * stream throws is thrown on, behind the lines that came before it.
 */
export async function* jsonLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<JsonLine> {
  let number = 1;
  let waiting: Uint8Array[] = [];
  let length = 0;
  let empty = 0;
  const lineOf = (): JsonLine | null => {
    if (length === 0) return null;
    const isTooLong = length > MAX_LINE_BYTES;
    const bytes = waiting.length === 1 ? waiting[0]! : Buffer.concat(waiting);
    waiting = [];
    length = 0;
    return isTooLong ? { kind: 'too-long', number } : parse(bytes, number);
  };
  const take = (part: Uint8Array): void => {
    length += part.length;
    if (length > MAX_LINE_BYTES) waiting = [];
    // A copy: the stream may use its memory again.
    else if (part.length > 0) waiting.push(part.slice());
  };
  for await (const chunk of stream) {
    for (let from = 0; ;) {
      const end = chunk.indexOf(NEW_LINE, from);
      take(chunk.subarray(from, end < 0 ? undefined : end));
      if (end < 0) break;
      from = end + 1;
      const line = lineOf();
      if (line === null) empty += 1;
      else yield line;
      if (empty > MAX_EMPTY_LINES) {
        yield { kind: 'given-up', number };
        return;
      }
      number += 1;
    }
    if (length > HOPELESS_LINE_BYTES) {
      yield { kind: 'given-up', number };
      return;
    }
  }
  const last = lineOf();
  if (last !== null) yield last;
}

/** null: nothing stands in it. */
function parse(bytes: Uint8Array, number: number): JsonLine | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('utf8')
    .replace(/^\uFEFF/u, '');
  if (text.trim() === '') return null;
  if (!isSmall(bytes)) return { kind: 'unreadable', number };
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'value', number, value, isMended: text.includes('\uFFFD') && !isUtf8(bytes) };
  } catch {
    return { kind: 'unreadable', number };
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether parsing it can be afforded: counts what opens and separates values outside of strings. */
function isSmall(bytes: Uint8Array): boolean {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    switch (bytes[at]) {
      case 0x22: {
        at = endOfString(bytes, at);
        break;
      }
      case 0x5b:
      case 0x7b:
        depth += 1;
        values += 1;
        break;
      case 0x5d:
      case 0x7d:
        depth -= 1;
        break;
      case 0x2c:
        values += 1;
        break;
      default:
    }
    if (depth > MAX_DEPTH || values > MAX_VALUES) return false;
  }
  return true;
}

/** Where the string that begins at `from` ends; the end of the line where it does not. */
function endOfString(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < bytes.length && bytes[at] !== 0x22) at += bytes[at] === 0x5c ? 2 : 1;
  return at;
}
