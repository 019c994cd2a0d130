/**
 * The import process: reads one file that somebody else wrote, in a process without keys that can be ended at any time. It keeps
 * nothing, writes nothing and prints nothing.
 */
import { AppFailure } from '../../src-shared/result.ts';
import { connectToParent } from '../processes/parent-port.ts';
import type { FromImport, ToImport } from './protocol.ts';
import { readImport } from './read-import.ts';
import { keepMemorySmall } from './small-memory.ts';
import { readAhead, type SourceFile } from './source.ts';

keepMemorySmall();

const parent = connectToParent();
const post = (message: FromImport): void => parent.post(message);

const reads = new Map<number, (bytes: Uint8Array | null) => void>();
let lastRead = 0;
let goOn: ((wantsMedia: boolean) => void) | null = null;
let started = false;

function sourceFile(
  { path, size, modifiedAt }: { path: string; size: number; modifiedAt: number | null },
  index: number,
): SourceFile {
  return {
    path,
    size,
    modifiedAt,
    read: async (offset, length) => {
      const wanted = Math.min(length, size - offset);
      if (wanted <= 0) return new Uint8Array(0);
      lastRead += 1;
      const readId = lastRead;
      const bytes = await new Promise<Uint8Array | null>((resolve) => {
        reads.set(readId, resolve);
        post({ type: 'read', readId, file: index, offset, length: wanted });
      });
      if (bytes?.byteLength !== wanted) throw new AppFailure('not-found');
      return new Uint8Array(bytes);
    },
  };
}

parent.onMessage((raw) => {
  const message = raw as Partial<ToImport> | null;
  switch (message?.type) {
    case 'parse':
      if (started || !Array.isArray(message.files)) return;
      started = true;
      void readImport(
        { files: readAhead(message.files.map(sourceFile)) },
        {
          withMedia: message.withMedia === true,
          post,
          send: (items) =>
            new Promise((resolve) => {
              goOn = resolve;
              post({ type: 'batch', items });
            }),
        },
      );
      break;
    case 'piece': {
      const { readId = 0, bytes } = message;
      reads.get(readId)?.(bytes instanceof Uint8Array ? bytes : null);
      reads.delete(readId);
      break;
    }
    case 'next':
      goOn?.(message.wantsMedia === true);
      break;
    default:
  }
});
