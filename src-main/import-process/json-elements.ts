import { AppFailure } from '../../src-shared/result.ts';

/** An element of an array, or what is wrong with it: longer than it may be, or no JSON. */
export type JsonElement = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

const Byte = {
  Quote: 0x22,
  Comma: 0x2c,
  Colon: 0x3a,
  OpenArray: 0x5b,
  Backslash: 0x5c,
  CloseArray: 0x5d,
  OpenObject: 0x7b,
  CloseObject: 0x7d,
} as const;

const MAX_NAME_BYTES = 200;

/**
 * The elements of the array that stands under `name` in the object that a JSON file is, one after the other, so that a file of any size is read in the memory of its
 * largest element. What stands beside the array is passed over.
 * @param maximum bytes of one element
 * @throws AppFailure `import-damaged` where the file ends early, behind what came before; what reading throws
 */
export async function* jsonElements(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  maximum: number,
): AsyncGenerator<JsonElement> {
  const scan = new Scan(name, maximum);
  for await (const piece of bytes) yield* scan.take(piece);
  if (!scan.isComplete) throw new AppFailure('import-damaged');
}

class Scan {
  isComplete = false;
  readonly #name: string;
  readonly #maximum: number;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  /** Bytes of the string at the top level that was read last: a name, if a colon follows. */
  #text: number[] = [];
  #isNamed = false;
  /** The depth of the array's elements while it is read; 0: outside of it. */
  #arrayDepth = 0;
  #pieces: Uint8Array[] = [];
  #length = 0;

  constructor(name: string, maximum: number) {
    this.#name = name;
    this.#maximum = maximum;
  }

  *take(piece: Uint8Array): Generator<JsonElement> {
    let start = this.#arrayDepth > 0 ? 0 : -1;
    for (let at = 0; at < piece.length; at += 1) {
      const byte = piece[at]!;
      if (this.#isInString) {
        this.#inString(byte);
        continue;
      }
      switch (byte) {
        case Byte.Quote:
          this.#isInString = true;
          if (this.#depth === 1) this.#text = [];
          break;
        case Byte.Colon:
          if (this.#depth === 1) this.#isNamed = this.#isTheName();
          break;
        case Byte.OpenArray:
        case Byte.OpenObject:
          this.#depth += 1;
          if (byte === Byte.OpenArray && this.#depth === 2 && this.#isNamed && this.#arrayDepth === 0) {
            this.#arrayDepth = 2;
            start = at + 1;
          }
          break;
        case Byte.CloseArray:
        case Byte.CloseObject:
          if (this.#arrayDepth > 0 && this.#depth === this.#arrayDepth) {
            this.#keep(piece, start, at);
            yield* this.#element();
            this.#arrayDepth = 0;
            start = -1;
          }
          this.#depth -= 1;
          if (this.#depth === 0) this.isComplete = true;
          break;
        case Byte.Comma:
          if (this.#depth === 1) this.#isNamed = false;
          if (this.#arrayDepth > 0 && this.#depth === this.#arrayDepth) {
            this.#keep(piece, start, at);
            yield* this.#element();
            start = at + 1;
          }
          break;
        default:
      }
    }
    if (start >= 0) this.#keep(piece, start, piece.length);
  }

  #inString(byte: number): void {
    if (this.#depth === 1 && this.#text.length <= MAX_NAME_BYTES) this.#text.push(byte);
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === Byte.Backslash) this.#isEscaped = true;
    else if (byte === Byte.Quote) this.#isInString = false;
  }

  #isTheName(): boolean {
    return Buffer.from(this.#text).toString() === `${this.#name}"`;
  }

  #keep(piece: Uint8Array, from: number, to: number): void {
    this.#length += to - from;
    // Longer than it may be: its end is looked for, its bytes are not kept.
    if (this.#length > this.#maximum) this.#pieces = [];
    else if (to > from) this.#pieces.push(piece.slice(from, to));
  }

  *#element(): Generator<JsonElement> {
    const length = this.#length;
    const text = new TextDecoder().decode(Buffer.concat(this.#pieces)).trim();
    this.#pieces = [];
    this.#length = 0;
    if (length > this.#maximum) yield { ok: false };
    else if (text !== '') {
      try {
        yield { ok: true, value: JSON.parse(text) as unknown };
      } catch {
        yield { ok: false };
      }
    }
  }
}
