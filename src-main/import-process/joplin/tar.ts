import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { AppFailure } from '../../../src-shared/result.ts';

/** One file of a tar archive. */
export interface TarMember {
  /** As the archive spells it. Only ever compared. */
  readonly name: string;
  /** Bytes, as its header says. */
  readonly size: number;
  /** Once, before the next member is asked for; it may be left half read. @throws AppFailure `import-damaged` where the archive ends before it does */
  stream(): AsyncGenerator<Uint8Array>;
}

const BLOCK = 512;

/** Whether a file begins as a tar archive does: with a header whose checksum is right. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < BLOCK) return false;
  let sum = 8 * 32;
  for (const [index, byte] of block.subarray(0, BLOCK).entries()) if (index < 148 || index >= 156) sum += byte;
  const digits = /^[ \0]*([0-7]+)[ \0]*$/.exec(new TextDecoder('latin1').decode(block.subarray(148, 156)))?.[1];
  return digits !== undefined && Number.parseInt(digits, 8) === sum;
}

function fail(error: unknown): never {
  throw error instanceof AppFailure ? error : new AppFailure('import-damaged');
}

/**
 * The files of an archive, one after the other; links, folders and devices are passed over.
 * @throws AppFailure `import-damaged` where it is cut or no tar archive, after the members before that place; what reading the bytes throws
 */
export async function* tarMembers(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TarMember> {
  const archive = extract();
  const source = Readable.from(bytes, { highWaterMark: 1 });
  // Its failure is the archive's, which tells it below.
  const feeding = pipeline(source, archive).catch(() => {});
  try {
    for await (const entry of archive) {
      const { name, size = 0, type } = entry.header;
      if (type === 'file' || type === 'contiguous-file') {
        // By hand: a loop that is left would end the entry, and an entry that ends early ends the archive.
        const pieces = entry[Symbol.asyncIterator]();
        const rest = async function* (): AsyncGenerator<Uint8Array> {
          for (;;) {
            const next = await pieces.next().catch(fail);
            if (next.done === true) return;
            yield next.value as Uint8Array;
          }
        };
        yield { name, size, stream: rest };
        for await (const _ of rest());
      } else entry.resume();
    }
  } catch (error) {
    fail(error);
  } finally {
    archive.destroy();
    source.destroy();
    await feeding;
  }
}
