import { MAX_ATTACHMENT_BYTES } from '../../../src-shared/contract/attachments.ts';
import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { digest } from '../entry-items.ts';
import { mediaName, readMediaHead } from '../media-head.ts';
import { HEAD_BYTES } from '../media-type.ts';
import type { ParsedMedia } from '../parsed.ts';
import type { TreeFile } from '../tree.ts';

export interface FoundMedia {
  readonly file: TreeFile;
  readonly media: ParsedMedia;
}

/** One spelling for a path: systems do not agree about case and about how an accent is written. */
function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** The files that notes may show, found as the notes' programs find them: by path, or by a name that is the only one. */
export class MediaIndex {
  readonly #byPath = new Map<string, TreeFile>();
  readonly #byName = new Map<string, TreeFile[]>();
  readonly #found = new Map<TreeFile, FoundMedia>();

  constructor(files: readonly TreeFile[]) {
    for (const file of files) {
      const path = folded(file.path);
      this.#byPath.set(path, file);
      const name = path.slice(path.lastIndexOf('/') + 1);
      const known = this.#byName.get(name);
      if (known === undefined) this.#byName.set(name, [file]);
      else known.push(file);
    }
  }

  /** How many of the files no note has shown so far. */
  get unused(): number {
    return this.#byPath.size - this.#found.size;
  }

  /** @param target as it stands in a link @param note the path of the note that it stands in */
  locate(target: string, note: string): TreeFile | null {
    for (const spelling of spellings(target)) {
      const path = folded(spelling);
      const folder = note.slice(0, note.lastIndexOf('/') + 1);
      const near = this.#byPath.get(folded(joined(folder, path)));
      if (near !== undefined) return near;
      const plain = joined('', path);
      const here = this.#byPath.get(plain) ?? this.#below(plain, folded(folder));
      if (here !== null) return here;
    }
    return null;
  }

  /** A path that begins somewhere above, or a name alone: the one that ends so; of several, the one that shares most folders with the note. */
  #below(path: string, folder: string): TreeFile | null {
    if (path === '') return null;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const same = (this.#byName.get(name) ?? []).filter((file) => `/${folded(file.path)}`.endsWith(`/${path}`));
    if (same.length <= 1) return same[0] ?? null;
    const shared = (file: TreeFile): number => sharedLength(folded(file.path), folder);
    return same.reduce((best, file) => (shared(file) > shared(best) ? file : best));
  }

  /** A file as a medium; a reason where it is none. What it is called and how it begins names it, so that the same picture is the same in every export. */
  async mediaOf(file: TreeFile): Promise<FoundMedia | ImportProblem['reason']> {
    const known = this.#found.get(file);
    if (known !== undefined) return known;
    if (file.size > MAX_ATTACHMENT_BYTES) return 'media-too-large';
    const head = await file.head(HEAD_BYTES);
    if (file.size === 0 || head.length === 0) return 'media-unreadable';
    const name = mediaName(file.path);
    const found = {
      file,
      media: { key: digest(name, String(file.size), head), name, size: file.size, ...readMediaHead(head, name) },
    };
    this.#found.set(file, found);
    return found;
  }
}

function* spellings(target: string): Generator<string> {
  const plain = target.replaceAll('\\', '/');
  yield plain;
  try {
    const decoded = decodeURIComponent(plain);
    if (decoded !== plain) yield decoded;
  } catch {
    // A percent sign of its own.
  }
  const end = plain.search(/[?#]/);
  if (end > 0) yield* spellings(plain.slice(0, end));
}

/** A path from a folder on, without `.` and `..`; above the top it stays at the top. */
function joined(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${path.startsWith('/') ? '' : folder}${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function sharedLength(path: string, folder: string): number {
  let length = 0;
  for (let at = 0; at < folder.length && path[at] === folder[at]; at += 1) if (folder[at] === '/') length = at + 1;
  return length;
}
