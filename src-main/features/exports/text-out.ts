import type { Sink } from './export-job.ts';

/** Characters that are put together before they go out. */
const PIECE_LENGTH = 64 * 1024;

/** Text that goes out as UTF-8, in pieces that are worth it. */
export class TextOut {
  readonly #sink: Sink;
  readonly #encoder = new TextEncoder();
  #text = '';

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  async write(text: string): Promise<void> {
    this.#text += text;
    if (this.#text.length >= PIECE_LENGTH) await this.end();
  }

  /** Hands on what is left. */
  async end(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    if (text !== '') await this.#sink(this.#encoder.encode(text));
  }
}
