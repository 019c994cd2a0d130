import { textHead } from '../text-of-file.ts';
import type { Tree, TreeFile } from '../tree.ts';
import { isJoplinExport } from '../joplin/members.ts';
import { isJrnl } from '../jrnl/files.ts';
import { dayOfPath } from './note-day.ts';

/** What a folder of Markdown holds. */
export interface MarkdownFolder {
  /** By their paths. */
  readonly notes: readonly TreeFile[];
  /** Pictures, recordings, documents: what a note may show. */
  readonly media: readonly TreeFile[];
  /** In the trash of Obsidian or Logseq. */
  readonly trashed: number;
  /** Templates, canvases, databases: they are no entries. */
  readonly others: number;
}

const NOTE = /\.(?:md|markdown|mdown|mkd)$/i;
const PLAIN = /\.txt$/i;
const TRASH = /^(?:\.trash|\.recycle|\.trashed|trash)$/i;
const TEMPLATES = /^[_-]?(?:templates?|vorlagen?|mod[eè]les?|plantillas?)$/i;
/** Files of the programs themselves. */
const OWN_FOLDER = /^(?:\..+|logseq|node_modules)$/i;
const NO_NOTE = /\.(?:canvas|base|edn|excalidraw|excalidraw\.md|db|sqlite|css|js)$/i;
const SETTINGS = /(?:^|\/)(?:\.obsidian|logseq)\//i;

export function sortFiles(tree: Tree): MarkdownFolder {
  const notes: TreeFile[] = [];
  const media: TreeFile[] = [];
  let trashed = 0;
  let others = 0;
  for (const file of tree.files) {
    const folders = file.path.split('/');
    const name = folders.pop()!;
    const isNote = NOTE.test(name);
    if (folders.some((folder) => TRASH.test(folder))) trashed += isNote ? 1 : 0;
    else if (folders.some((folder) => OWN_FOLDER.test(folder)) || name.startsWith('.')) continue;
    else if (NO_NOTE.test(name) || (isNote && folders.some((folder) => TEMPLATES.test(folder)))) others += 1;
    else if (isNote || (PLAIN.test(name) && tree.container !== 'file' && dayOfPath(file.path) !== null))
      notes.push(file);
    else media.push(file);
  }
  return { notes: notes.toSorted((a, b) => (a.path < b.path ? -1 : 1)), media, trashed, others };
}

const NO_JOURNAL =
  /(?:^|\/)(?:readme|license|licence|changelog|contributing|code_of_conduct|security|notice)\.(?:md|markdown)$/i;
const MEDIA =
  /\.(?:jpe?g|png|gif|webp|avif|heic|heif|bmp|tiff?|svg|mp3|m4a|wav|ogg|opus|flac|aac|mp4|mov|webm|mkv|3gp|pdf)$/i;
/** A folder of pictures with a word beside them is no journal. */
const MOST_MEDIA_PER_NOTE = 100;
const FRONT_MATTER = /^\uFEFF?---\n[^\n]{0,100}: /;

/**
 * Whether this is somebody's notes: a Markdown file, or a folder of which they are a good part. Never throws, and never takes what another program's naming says is its own.
 */
export async function isMarkdown(tree: Tree): Promise<boolean> {
  const [only] = tree.files;
  if (tree.container === 'file') {
    return only !== undefined && NOTE.test(only.path) && (await textHead(only)) !== null && !(await isJrnl(tree));
  }
  const { notes, media } = sortFiles(tree);
  const written = notes.filter(({ path }) => !NO_JOURNAL.test(path));
  if (written.length === 0) return false;
  const isVault = tree.files.some(({ path }) => SETTINGS.test(path));
  const strangers = media.filter(({ path }) => !MEDIA.test(path)).length;
  if (!isVault) {
    if (strangers > written.length) return false;
    if (media.length > written.length * MOST_MEDIA_PER_NOTE && !(await isDated(written))) return false;
  }
  return !(await isJoplinExport(tree)) && !(await isJrnl(tree));
}

const MAX_LOOKS = 5;

/** A day in a name or properties above a text: somebody's journal, however many pictures it has. */
async function isDated(notes: readonly TreeFile[]): Promise<boolean> {
  if (notes.some(({ path }) => dayOfPath(path) !== null)) return true;
  for (const note of notes.slice(0, MAX_LOOKS)) if (FRONT_MATTER.test((await textHead(note, 400)) ?? '')) return true;
  return false;
}
