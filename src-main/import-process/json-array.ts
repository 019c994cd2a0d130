/** An element of the array: what it says, or that it cannot be read. `cut`: the file ended in the middle of the array. `no-array`: there is none. */
export type JsonElement =
  | { readonly type: 'element'; readonly value: unknown }
  | { readonly type: 'unreadable' }
  | { readonly type: 'cut' }
  | { readonly type: 'no-array' };

/** An element may hold a text of many entries' length, but must fit into memory several times over. */
const MAX_ELEMENT_BYTES = 24 * 1024 * 1024;
const MAX_ELEMENT_VALUES = 500_000;
const MAX_DEPTH = 200;
const MAX_KEY_BYTES = 100;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

type Place = 'before' | 'in-array' | 'behind';

/**
 * The elements of the array that stands under `key` in a JSON object, one after the other and never two in memory. It finds where an element begins and ends, and leaves
 * what is in it to `JSON.parse`: one that cannot be read does not stop the others. Bytes that are no UTF-8 become U+FFFD.
 */
export async function* elementsOfJsonArray(
  chunks: AsyncIterable<Uint8Array>,
  key: string,
): AsyncGenerator<JsonElement> {
  const scanner = new Scanner(key);
  for await (const chunk of chunks) yield* scanner.read(chunk);
  if (scanner.place === 'before') yield { type: 'no-array' };
  else if (scanner.place === 'in-array') yield { type: 'cut' };
}

class Scanner {
  place: Place = 'before';
  readonly #key: string;
  /** Open objects and lists; the array's elements are at depth 2. */
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** The last string at depth 1, and whether a colon came behind it. */
  #string: number[] = [];
  #isValue = false;
  #pieces: Uint8Array[] = [];
  #length = 0;
  #values = 0;
  #isTooMuch = false;

  constructor(key: string) {
    this.#key = key;
  }

  *read(chunk: Uint8Array): Generator<JsonElement> {
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at]!;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) this.#inString = false;
        if (this.place === 'before' && this.#depth === 1 && this.#inString && this.#string.length <= MAX_KEY_BYTES) {
          this.#string.push(byte);
        }
        continue;
      }
      if (byte === QUOTE) {
        this.#inString = true;
        if (this.#depth === 1 && !this.#isValue) this.#string = [];
      } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        this.#values += 1;
        this.#depth += 1;
        if (this.place === 'before' && this.#depth === 2 && byte === OPEN_LIST && this.#isKey()) {
          this.place = 'in-array';
          start = at + 1;
          this.#begin();
        } else if (this.#depth > MAX_DEPTH) this.#isTooMuch = true;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (this.place === 'in-array' && this.#depth === 2) {
          yield* this.#end(chunk.subarray(start, at), true);
          this.place = 'behind';
        }
        this.#depth -= 1;
      } else if (byte === COMMA) {
        this.#values += 1;
        if (this.#depth === 1) this.#isValue = false;
        if (this.place === 'in-array' && this.#depth === 2) {
          yield* this.#end(chunk.subarray(start, at), false);
          start = at + 1;
          this.#begin();
        }
      } else if (byte === COLON && this.#depth === 1) this.#isValue = true;
    }
    if (this.place === 'in-array') this.#keep(chunk.subarray(start));
  }

  #isKey(): boolean {
    return this.#isValue && Buffer.from(this.#string).toString() === this.#key;
  }

  #begin(): void {
    this.#pieces = [];
    this.#length = 0;
    this.#values = 0;
    this.#isTooMuch = false;
  }

  #keep(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.#length > MAX_ELEMENT_BYTES || this.#values > MAX_ELEMENT_VALUES) this.#isTooMuch = true;
    if (this.#isTooMuch) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  *#end(last: Uint8Array, isLast: boolean): Generator<JsonElement> {
    this.#keep(last);
    if (this.#isTooMuch) {
      yield { type: 'unreadable' };
      return;
    }
    const text = new TextDecoder().decode(this.#pieces.length === 1 ? this.#pieces[0] : Buffer.concat(this.#pieces));
    this.#pieces = [];
    // An empty list, or a comma behind the last element.
    if (isLast && text.trim() === '') return;
    yield read(text);
  }
}

function read(text: string): JsonElement {
  try {
    return { type: 'element', value: JSON.parse(text) };
  } catch {
    return { type: 'unreadable' };
  }
}
