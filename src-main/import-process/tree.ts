import { AppFailure } from '../../src-shared/result.ts';
import { inBlocks, type ImportSource, type SourceFile } from './source.ts';
import { isZip, membersOf, unpack } from './zip.ts';

/** A file of what the person chose: one of a folder, a member of an archive, or the file itself. */
export interface TreeFile {
  /** Relative, `/` between folders, NFC, without `.` and `..`. Only ever compared and shown. */
  readonly path: string;
  /** Bytes, as it is said to hold. */
  readonly size: number;
  /** Milliseconds since the epoch; null: not known. */
  readonly modifiedAt: number | null;
  /** Its bytes, in order. @throws AppFailure `import-encrypted`; `import-damaged` where it is cut, packed in an unknown way, longer than it says or not what its checksum says */
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

const STEP_BYTES = 256 * 1024;

/** One spelling for every path; null for what is no file of the person's: a folder, what macOS puts beside files, what climbs out. */
export function cleanPath(path: string): string | null {
  const parts = path
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\0-\x1F\x7F]/g, '\uFFFD')
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:\//, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..') || parts[0] === '__MACOSX') return null;
  const name = parts.at(-1)!;
  return name.startsWith('._') || name === '.DS_Store' || /[/\\]$/.test(path) ? null : parts.join('/');
}

function damaged(): never {
  throw new AppFailure('import-damaged');
}

async function collect(stream: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  let length = 0;
  for await (const piece of stream) {
    if (length + piece.length > size) damaged();
    bytes.set(piece, length);
    length += piece.length;
  }
  return length === size ? bytes : damaged();
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
    bytes: (maximum) => (size > maximum ? Promise.reject(new AppFailure('import-damaged')) : collect(stream(), size)),
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
  for (let at = 0; at < file.size; at += STEP_BYTES) {
    const length = Math.min(STEP_BYTES, file.size - at);
    const piece = await file.read(at, length);
    if (piece.length !== length) throw new AppFailure('not-found');
    yield piece;
  }
}

async function filesOfZip(file: SourceFile): Promise<TreeFile[]> {
  const members = await membersOf(file);
  return members.flatMap((member) => {
    const path = cleanPath(member.name);
    return path === null ? [] : [treeFile({ ...member, path }, () => unpack(file, member))];
  });
}

/** Each path once, the first of it: two files of one name can only be told apart by who made them. */
function withoutDoubles(files: readonly TreeFile[]): TreeFile[] {
  const seen = new Set<string>();
  return files.filter(({ path }) => {
    const isNew = !seen.has(path);
    seen.add(path);
    return isNew;
  });
}

/** Lays open what was chosen. @throws AppFailure `import-damaged` for an archive whose contents cannot be listed */
export async function openTree(source: ImportSource): Promise<Tree> {
  const [only] = source.files;
  if (source.files.length !== 1 || only === undefined || only.path.includes('/')) {
    const files = source.files.flatMap((file) => {
      const path = cleanPath(file.path);
      return path === null ? [] : [treeFile({ ...file, path }, () => streamOf(file))];
    });
    return { container: 'folder', name: '', files: withoutDoubles(files) };
  }
  if (!(await isZip(only))) {
    return { container: 'file', name: only.path, files: [treeFile(only, () => streamOf(only))] };
  }
  return { container: 'zip', name: only.path, files: withoutDoubles(await filesOfZip(inBlocks(only))) };
}
