import { configure, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { Sink } from './export-job.ts';

// Workers of the page's kind do not exist here; Node compresses beside this thread by itself.
configure({ useWebWorkers: false });

type Content = string | Uint8Array | Iterable<string> | AsyncIterable<string | Uint8Array>;

const encoder = new TextEncoder();
/** Characters that are put together before they are handed on: a table comes in lines. */
const PIECE_LENGTH = 64 * 1024;

async function* bytesOf(content: Content): AsyncGenerator<Uint8Array> {
  if (typeof content === 'string') {
    yield encoder.encode(content);
  } else if (content instanceof Uint8Array) {
    yield content;
  } else {
    let text = '';
    for await (const piece of content) {
      if (typeof piece === 'string') text += piece;
      if (text !== '' && (typeof piece !== 'string' || text.length >= PIECE_LENGTH)) {
        yield encoder.encode(text);
        text = '';
      }
      if (typeof piece !== 'string') yield piece;
    }
    if (text !== '') yield encoder.encode(text);
  }
}

/** A zip that goes out as it comes in: no file in it is held whole, and its own list is the only thing that grows. */
export class ZipSink {
  readonly #writer: ZipWriter<unknown>;
  #failure: unknown = null;

  constructor(sink: Sink) {
    const stream = new WritableStream<Uint8Array>({
      write: async (bytes) => {
        try {
          await sink(bytes);
        } catch (error) {
          // The library would say in its own words that a stream has failed; why it did is the sink's to say.
          this.#failure ??= error;
          throw error;
        }
      },
    });
    this.#writer = new ZipWriter(stream, { keepOrder: true, bufferedWrite: false, useWebWorkers: false });
  }

  /**
   * Adds one file and resolves when it is written.
   * @param path with `/`, relative
   * @param modified milliseconds since the epoch
   */
  async add(path: string, content: Content, { modified, isCompressed = true }: ZipEntry): Promise<void> {
    let thrown: unknown = null;
    const watched = (async function* () {
      try {
        yield* bytesOf(content);
      } catch (error) {
        thrown = error;
        throw error;
      }
    })();
    try {
      await this.#writer.add(path, ReadableStream.from(watched), {
        lastModDate: new Date(Math.min(Math.max(modified, OLDEST), NEWEST)),
        level: isCompressed ? 6 : 0,
      });
    } catch (error) {
      throw this.#failure ?? thrown ?? error;
    }
  }

  /** Writes the list of what is in it. */
  async close(): Promise<void> {
    try {
      await this.#writer.close();
    } catch (error) {
      throw this.#failure ?? error;
    }
  }
}

export interface ZipEntry {
  readonly modified: number;
  /** False for what is compressed already. */
  readonly isCompressed?: boolean;
}

/** The times that a zip can say, with a day's room for zones. */
const OLDEST = Date.parse('1980-01-02T00:00:00Z');
const NEWEST = Date.parse('2037-12-31T00:00:00Z');
