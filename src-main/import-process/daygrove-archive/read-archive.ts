import { createHash } from 'node:crypto';
import { MAX_ATTACHMENT_BYTES } from '../../../src-shared/contract/attachments.ts';
import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { ARCHIVE_FILES, MANIFEST_FILE, README_FILE } from '../../../src-shared/domain/archive.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { checkArchived } from '../../features/imports/archive-checks.ts';
import type { ImportReader, ParsedItem, ParsedMedia } from '../parsed.ts';
import type { Tree, TreeFile } from '../tree.ts';
import { jsonLines } from './json-lines.ts';
import { findManifest, readManifest, type Manifest } from './manifest.ts';
import { recordLine, type RecordLine } from './record-line.ts';

/** Habits before what is logged with them, and files before the texts that show them. */
const ORDER = [
  'preferences',
  'habit',
  'pause',
  'check-in',
  'attachment',
  'entry',
  'template',
  'saved-search',
  'spelling-word',
] as const;

/** Of one file: more lines that are none are not named one by one. */
const MAX_BAD_LINES = 10_000;
const MEDIA = /^media\/([0-9a-f-]{36})\.[a-z0-9]{1,8}$/u;

function problem(item: string, reason: ImportProblem['reason']): ParsedItem {
  return { kind: 'problem', item, reason };
}

/**
 * Daygrove's own archive, as a zip or as the folder it was unpacked to. Records come as they stand in it; whether a vault can hold them is for the vault to say.
 * Names of the archive are compared and never used as paths, and what a line says of its own id or type is believed only as far as docs/archive.md lets it.
 */
export const daygroveArchive: ImportReader = {
  format: 'daygrove',
  recognise: async (tree) => (await findManifest(tree)) !== null,
  read: readArchive,
};

async function* readArchive(tree: Tree): AsyncGenerator<ParsedItem> {
  const manifestFile = await findManifest(tree);
  if (manifestFile === null) throw new AppFailure('import-damaged');
  const manifest = await readManifest(manifestFile);
  if (manifest === null) yield problem('manifest', 'unreadable-item');
  const files = new Map<string, TreeFile>();
  const root = manifestFile.path.slice(0, -MANIFEST_FILE.length);
  for (const file of tree.files) {
    if (file.path.startsWith(root)) files.set(file.path.slice(root.length), file);
  }
  const read = new Set([MANIFEST_FILE, README_FILE]);
  const media = new MediaFiles(files);
  for (const type of ORDER) {
    const name = ARCHIVE_FILES[type];
    read.add(name);
    yield* readFile(files.get(name), { name, type, media, manifest, as: name.replace('.jsonl', '') });
  }
  let other = 0;
  let unknown = 0;
  for (const [name, file] of files) {
    if (read.has(name)) continue;
    if (/^other\/[^/]{1,200}\.jsonl$/u.test(name)) {
      other += 1;
      yield* readFile(file, { name, type: null, media, manifest, as: `other file ${other}` });
    } else if (!media.isNamed(name)) {
      unknown += 1;
      if (unknown <= MAX_BAD_LINES)
        yield problem(`${name.startsWith('media/') ? 'medium' : 'file'} ${unknown}`, 'kind-left-out');
    }
  }
}

interface FileKind {
  /** In the archive. */
  readonly name: string;
  /** null: each line says its own. */
  readonly type: string | null;
  readonly media: MediaFiles;
  readonly manifest: Manifest | null;
  /** What problems call it. */
  readonly as: string;
}

async function* readFile(file: TreeFile | undefined, kind: FileKind): AsyncGenerator<ParsedItem> {
  const { as, manifest, name, type } = kind;
  const expected = manifest?.files.find((listed) => listed.name === name)?.records ?? 0;
  let lines = 0;
  let bad = 0;
  try {
    for await (const line of file === undefined ? [] : jsonLines(file.stream())) {
      lines += 1;
      const item = `${as}, line ${line.number}`;
      if (line.kind === 'given-up') {
        yield problem(item, 'too-many');
        break;
      }
      const found = line.kind === 'value' ? recordLine(line.value, type) : 'unreadable-item';
      if (line.kind === 'value' && line.isMended) yield problem(item, 'unreadable-text');
      if (typeof found === 'string') {
        yield problem(item, found);
        bad += 1;
        if (bad < MAX_BAD_LINES) continue;
        yield problem(as, 'too-many');
        break;
      }
      yield readRecord(found, item, kind.media);
    }
  } catch (error) {
    // The file of the person's that was taken away while it was read: no fault of the archive.
    if (!(error instanceof AppFailure) || error.error.code !== 'import-damaged') throw error;
    yield problem(`${as}, behind line ${lines}`, 'unreadable-item');
    return;
  }
  // Lines that the archive once had: cut off where a copy ended, or taken out.
  if (lines < expected) yield problem(`${as}, behind line ${lines}`, 'unreadable-item');
}

function readRecord(line: RecordLine, item: string, media: MediaFiles): ParsedItem {
  const { record } = line;
  const found = record.type === 'attachment' && line.media !== null ? media.of(line) : null;
  const reason = checkArchived(record);
  if (reason !== null) return problem(item, reason);
  if (found === null) return { kind: 'record', record };
  if (typeof found === 'string') return problem(item, found);
  const { stream, ...described } = found;
  return { kind: 'media', media: { ...described, record }, bytes: stream };
}

class MediaFiles {
  readonly #files: ReadonlyMap<string, TreeFile>;
  readonly #named = new Set<string>();

  constructor(files: ReadonlyMap<string, TreeFile>) {
    this.#files = files;
  }

  isNamed(path: string): boolean {
    return this.#named.has(path);
  }

  of({
    record,
    media,
    sha256,
  }: RecordLine): (ParsedMedia & { stream(): AsyncGenerator<Uint8Array> }) | ImportProblem['reason'] {
    const { id, fields } = record;
    if (id === null || media === null || MEDIA.exec(media)?.[1] !== id) return 'unreadable-item';
    if (this.#named.has(media)) return 'duplicate-in-file';
    this.#named.add(media);
    const file = this.#files.get(media);
    if (file === undefined) return 'media-missing';
    const { name, type, size, width, height } = fields;
    if (!isCount(size) || size !== file.size) return 'media-unreadable';
    if (size > MAX_ATTACHMENT_BYTES) return 'media-too-large';
    return {
      key: id,
      name: typeof name === 'string' ? name : '',
      type: typeof type === 'string' ? type : '',
      size,
      width: isCount(width) ? width : null,
      height: isCount(height) ? height : null,
      stream: () => verified(file, size, sha256),
    };
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}

/** @throws AppFailure `import-damaged` behind the last byte where it is not the file that was put into the archive */
async function* verified(file: TreeFile, size: number, sha256: string | null): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let length = 0;
  for await (const chunk of file.stream()) {
    length += chunk.length;
    if (length > size) throw new AppFailure('import-damaged');
    hash.update(chunk);
    yield chunk;
  }
  if (length !== size || (sha256 !== null && hash.digest('hex') !== sha256.toLowerCase())) {
    throw new AppFailure('import-damaged');
  }
}
