import type { ReadableFile } from './readable-file.ts';

/** MAX_IMPORT_FILES of the contract, which a page without schemas cannot import; a test compares them. */
export const MAX_FILES = 50_000;

/** Longest path that the contract takes. Of a longer one the end is kept: it tells the file's name and kind. */
const MAX_PATH = 1000;

/** Longer than a path can be on any system: a folder that holds itself. */
const ENDLESS_PATH = 8000;

export interface ChosenFile {
  readonly file: ReadableFile;
  /** Relative, `/` between folders, with the folder's own name where a folder was chosen. */
  readonly path: string;
}

/** `too-many`: more than MAX_FILES, or as many folders. */
export type Gathered = readonly ChosenFile[] | 'too-many';

/** What a drop gives, as far as it is used here; the real one is the platform's. */
export type DroppedEntry = FileSystemEntry | File;

/** What a program keeps for itself beside the person's files, and of which there may be a hundred thousand. */
const NOT_A_PERSONS = new Set(['.git', '.obsidian', '.svn', 'node_modules']);

function shortened(path: string): string {
  return path.slice(-MAX_PATH);
}

function isAPersons(path: string): boolean {
  return !path.split('/').some((part) => NOT_A_PERSONS.has(part));
}

/** From an `<input type="file">`, also one that chooses a folder. */
export function chosenFiles(files: Iterable<File>): Gathered {
  const chosen = [...files]
    .map((file) => ({ file, path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath }))
    .filter(({ path }) => isAPersons(path))
    .map(({ file, path }) => ({ file, path: shortened(path) }));
  return chosen.length > MAX_FILES ? 'too-many' : chosen;
}

/** What lies in a drop. To be called while its event runs: the platform forgets it behind. */
export function droppedEntries({ items }: DataTransfer): readonly DroppedEntry[] {
  return [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => item.webkitGetAsEntry() ?? item.getAsFile())
    .filter((entry) => entry !== null);
}

/** The platform gives the names of a folder a hundred at a time. */
async function* entriesOf(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return;
    yield* some;
  }
}

function isFolder(entry: DroppedEntry): entry is FileSystemDirectoryEntry {
  return 'isDirectory' in entry && entry.isDirectory;
}

/** null: it was moved in the same moment, or may not be read. */
async function fileOf(entry: DroppedEntry): Promise<File | null> {
  if (entry instanceof File) return entry;
  return new Promise((resolve) => {
    (entry as FileSystemFileEntry).file(resolve, () => resolve(null));
  });
}

/**
 * The files of what was dropped, those of folders with everything below them.
 * @param onFound hears how many there are so far, now and then
 * @param isStopped asked between two files
 */
export async function gatherFiles(
  dropped: readonly DroppedEntry[],
  onFound: (count: number) => void,
  isStopped: () => boolean,
): Promise<Gathered> {
  const chosen: ChosenFile[] = [];
  let folders = 0;
  // Not by recursion: a folder may be as deep as it likes.
  const waiting: { readonly entry: DroppedEntry; readonly path: string }[] = dropped
    .map((entry) => ({ entry, path: entry.name }))
    .toReversed();
  for (let next = waiting.pop(); next !== undefined && !isStopped(); next = waiting.pop()) {
    const { entry, path } = next;
    if (NOT_A_PERSONS.has(entry.name) || path.length > ENDLESS_PATH) continue;
    if (isFolder(entry)) {
      folders += 1;
      const inside: typeof waiting = [];
      for await (const child of entriesOf(entry)) {
        inside.push({ entry: child, path: `${path}/${child.name}` });
        if (chosen.length + inside.length + folders > MAX_FILES) return 'too-many';
      }
      waiting.push(...inside.toReversed());
      continue;
    }
    const file = await fileOf(entry);
    if (file === null) continue;
    chosen.push({ file, path: shortened(path) });
    if (chosen.length > MAX_FILES) return 'too-many';
    if (chosen.length % 100 === 0) onFound(chosen.length);
  }
  return chosen;
}

/**
 * Whether a drag may bring something to import: files, and not pictures and recordings alone, which belong into an entry. What they are called is not told
 * before they are dropped.
 */
export function mayBringImport({ items }: Pick<DataTransfer, 'items'>): boolean {
  const files = [...items].filter(({ kind }) => kind === 'file');
  return files.some(({ type }) => !/^(?:image|audio|video)\/|^application\/pdf$/u.test(type));
}
