import { AppFailure, type ErrorCode } from '../../src-shared/result.ts';
import { sendBatches, type BatchOptions } from './batches.ts';
import { isOwnExport } from './own-export.ts';
import type { ImportReader } from './parsed.ts';
import type { FromImport, ImportFailure } from './protocol.ts';
import { readers } from './readers.ts';
import type { ImportSource, SourceFile } from './source.ts';
import { openTree, type Tree } from './tree.ts';

/** Which kind of file this is, by what it holds; null for a kind that Daygrove cannot import. */
export async function recognise(tree: Tree): Promise<ImportReader | null> {
  for (const reader of readers) if (await reader.recognise(tree)) return reader;
  return null;
}

const FAILURES: readonly ErrorCode[] = [
  'import-unrecognised',
  'import-damaged',
  'import-too-new',
  'import-encrypted',
  'import-own-export',
  'not-found',
] satisfies ImportFailure[];

/** Reads whatever can be imported; `post` hears of the format first and of the end last. Whatever is wrong with the file is an answer, never an exception. */
export async function readImport(
  source: ImportSource,
  options: BatchOptions & { readonly post: (message: Exclude<FromImport, { type: 'read' | 'batch' }>) => void },
): Promise<void> {
  let isMissing = false;
  const files = source.files.map((file): SourceFile => ({
    path: file.path,
    size: file.size,
    modifiedAt: file.modifiedAt,
    read: async (offset, length) => {
      try {
        return await file.read(offset, length);
      } catch (error) {
        isMissing = true;
        throw error;
      }
    },
  }));
  /** What could not be read cannot be recognised either: that is not the file's fault. */
  const fail = (code: ImportFailure): void => options.post({ type: 'failed', code: isMissing ? 'not-found' : code });
  try {
    const tree = await openTree({ files });
    const isOwn = await isOwnExport(tree);
    // In a folder it may lie beside what can be read.
    const reader = isOwn && tree.container === 'file' ? null : await recognise(tree);
    if (reader === null) return fail(isOwn ? 'import-own-export' : 'import-unrecognised');
    options.post({ type: 'recognised', format: reader.format });
    options.post({ type: 'end', ...(await sendBatches(reader.read(tree), options)) });
  } catch (error) {
    // What SQLite, the JSON parser or the inflater throws, down to running out of memory, is about the file, and may quote it.
    const code =
      error instanceof AppFailure && FAILURES.includes(error.error.code) ? error.error.code : 'import-damaged';
    fail(code as ImportFailure);
  }
}
