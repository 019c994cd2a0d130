import { Reader, ZipReader, configure, type Entry, type FileEntry } from '@zip.js/zip.js';
import { AppFailure } from '../../src-shared/result.ts';
import { inBlocks, type ImportSource, type SourceFile } from './source.ts';

// A worker would be one more process of a stranger's bytes, and cannot be had where this runs.
configure({ useWebWorkers: false });

/** A file of what the person chose: one of a folder, a member of an archive, or the file itself. */
export interface TreeFile {
  /** Relative, `/` between folders, NFC, without `.` and `..`. Only ever compared and shown. */
  readonly path: string;
  /** Bytes, as it is said to hold. */
  readonly size: number;
  /** Milliseconds since the epoch; null: not known. */
  readonly modifiedAt: number | null;
  /** Its bytes, in order. @throws AppFailure `import-damaged` where it is cut, encrypted, packed in an unknown way, longer than it says or not what its checksum says */
  stream(): AsyncGenerator<Uint8Array>;
  /** All of it. @throws AppFailure `import-damaged`, also where it is longer than `maximum` bytes */
  bytes(maximum: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Its first bytes, fewer where it is shorter or broken. Never throws. */
  head(length: number): Promise<Uint8Array<ArrayBuffer>>;
}

export interface Tree {
  readonly container: 'file' | 'folder' | 'zip';
  /** The name of the one file or archive; empty for a folder. */
  readonly name: string;
  readonly files: readonly TreeFile[];
}

/** More files than anybody's export has. */
const MAX_FILES = 500_000;
const STEP_BYTES = 256 * 1024;

/** One spelling for every path; null for what is no file of the person's: a folder, what macOS puts beside files, what climbs out. */
export function cleanPath(path: string): string | null {
  const parts = path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..') || parts[0] === '__MACOSX') return null;
  const name = parts.at(-1)!;
  return name.startsWith('._') || name === '.DS_Store' || path.endsWith('/') ? null : parts.join('/');
}

function damaged(): never {
  throw new AppFailure('import-damaged');
}

async function collect(stream: AsyncIterable<Uint8Array>, maximum: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > maximum) damaged();
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/** Made of `stream` alone. */
function treeFile(
  { path, size, modifiedAt }: Pick<TreeFile, 'path' | 'size' | 'modifiedAt'>,
  stream: () => AsyncGenerator<Uint8Array>,
): TreeFile {
  return {
    path,
    size,
    modifiedAt,
    stream,
    bytes: (maximum) =>
      size > maximum ? Promise.reject(new AppFailure('import-damaged')) : collect(stream(), maximum),
    head: async (length) => {
      const pieces: Uint8Array[] = [];
      let had = 0;
      try {
        for await (const piece of stream()) {
          pieces.push(piece);
          had += piece.length;
          if (had >= length) break;
        }
      } catch {
        // What came before it still tells what the file is.
      }
      return new Uint8Array(Buffer.concat(pieces).subarray(0, length));
    },
  };
}

async function* streamOf(file: SourceFile): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += STEP_BYTES) yield await file.read(at, STEP_BYTES);
}

class SourceReader extends Reader<SourceFile> {
  readonly #file: SourceFile;

  constructor(file: SourceFile) {
    super(file);
    this.#file = file;
    this.size = file.size;
  }

  override async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    return this.#file.read(offset, length);
  }
}

function isFileEntry(entry: Entry): entry is FileEntry {
  return !entry.directory;
}

/** What a member unpacks to, and not a byte more than it says: an archive of a few bytes may claim to hold anything. */
async function* streamOfMember(entry: FileEntry): AsyncGenerator<Uint8Array> {
  if (entry.encrypted) damaged();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(undefined, undefined, {
    highWaterMark: 0,
  });
  const unpacking = entry.getData(writable, { checkSignature: true }).then(
    () => null,
    (error: unknown) => error ?? new Error('unknown'),
  );
  const reader = readable.getReader();
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > entry.uncompressedSize) damaged();
      yield value;
    }
    const failure = await unpacking;
    if (failure !== null) throw failure;
  } catch (error) {
    if (error instanceof AppFailure) throw error;
    damaged();
  } finally {
    // Whoever stops half way: the rest is not unpacked.
    await reader.cancel().catch(() => {});
    await unpacking;
  }
}

async function filesOfZip(file: SourceFile): Promise<TreeFile[]> {
  const files: TreeFile[] = [];
  const reader = new ZipReader(new SourceReader(file));
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (!isFileEntry(entry)) continue;
      const path = cleanPath(entry.filename);
      if (path === null) continue;
      if (files.length >= MAX_FILES) damaged();
      const modified = entry.lastModDate.getTime();
      files.push(
        treeFile({ path, size: entry.uncompressedSize, modifiedAt: Number.isFinite(modified) ? modified : null }, () =>
          streamOfMember(entry),
        ),
      );
    }
  } catch (error) {
    if (error instanceof AppFailure) throw error;
    damaged();
  }
  return files;
}

async function isZip(file: SourceFile): Promise<boolean> {
  if (file.size < 22) return false;
  const start = await file.read(0, 4);
  return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5);
}

/** Lays open what was chosen. @throws AppFailure `import-damaged` for an archive whose contents cannot be listed */
export async function openTree(source: ImportSource): Promise<Tree> {
  const [only] = source.files;
  if (source.files.length !== 1 || only === undefined || only.path.includes('/')) {
    const files = source.files.flatMap((file) => {
      const path = cleanPath(file.path);
      const seen = inBlocks(file);
      return path === null ? [] : [treeFile({ ...seen, path }, () => streamOf(seen))];
    });
    return { container: 'folder', name: '', files };
  }
  const file = inBlocks(only);
  if (await isZip(file)) return { container: 'zip', name: only.path, files: await filesOfZip(file) };
  return { container: 'file', name: only.path, files: [treeFile(file, () => streamOf(file))] };
}
