import { createHash } from 'node:crypto';
import { configure, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';

// Workers would need a file of their own beside ours, and deflating is the system's work anyway.
configure({ useWebWorkers: false });

/** The only level that the platform's own deflate has: the one that every zip has. */
const LEVEL = 6;

export interface ZipMember {
  readonly name: string;
  /** Bytes, as they were given. */
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** A zip file that is written from its first byte to its last, one member after the other, without dates of its own: the same members give the same file. */
export class ZipFile {
  readonly #zip: ZipWriter<unknown>;

  /** @param sink what it throws ends the writing, and is thrown on */
  constructor(sink: (bytes: Uint8Array) => Promise<void>) {
    // The wall time that zip can say first, whatever zone this is.
    const lastModDate = new Date(1980, 0, 1);
    this.#zip = new ZipWriter(new WritableStream<Uint8Array>({ write: sink }), {
      lastModDate,
      level: LEVEL,
      extendedTimestamp: false,
      keepOrder: true,
      bufferedWrite: false,
    });
  }

  async add(name: string, content: AsyncIterable<Uint8Array>, { isPacked = false } = {}): Promise<ZipMember> {
    const hash = createHash('sha256');
    let bytes = 0;
    async function* measured(): AsyncGenerator<Uint8Array> {
      for await (const chunk of content) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    }
    await this.#zip.add(name, ReadableStream.from(measured()), isPacked ? { level: 0 } : {});
    return { name, bytes, sha256: hash.digest('hex') };
  }

  async close(): Promise<void> {
    await this.#zip.close();
  }
}
