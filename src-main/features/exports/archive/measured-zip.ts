import { createHash } from 'node:crypto';
import type { Sink } from '../export-job.ts';
import { ZipWriter } from '../zip/zip-writer.ts';

export interface ZipMember {
  readonly name: string;
  /** Bytes, as they were given. */
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** A zip without dates that says of each member what it held: the same members give the same file. */
export class MeasuredZip {
  readonly #zip: ZipWriter;

  /** @param sink what it throws ends the writing, and is thrown on */
  constructor(sink: Sink) {
    this.#zip = new ZipWriter(sink);
  }

  /** Of what comes in its own time. */
  async add(name: string, content: AsyncIterable<Uint8Array>): Promise<ZipMember> {
    const hash = createHash('sha256');
    let bytes = 0;
    async function* measured(): AsyncGenerator<Uint8Array> {
      for await (const chunk of content) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    }
    await this.#zip.add(name, measured(), { modified: null });
    return { name, bytes, sha256: hash.digest('hex') };
  }

  /** Of a file that is here, in pieces. @param isPacked it is compressed already */
  async addFile(name: string, pieces: readonly Uint8Array[], isPacked: boolean): Promise<ZipMember> {
    const hash = createHash('sha256');
    let bytes = 0;
    for (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
    }
    await this.#zip.add(name, pieces, { modified: null, isCompressed: !isPacked });
    return { name, bytes, sha256: hash.digest('hex') };
  }

  async close(): Promise<void> {
    await this.#zip.close();
  }
}
