import { AppFailure } from '../../../src-shared/result.ts';
import { readMediaHead, type MediaHead } from '../media-head.ts';
import { HEAD_BYTES } from '../media-type.ts';
import { decodeText, MAX_TEXT_BYTES } from '../text-of-file.ts';
import type { Tree } from '../tree.ts';
import { FOLDER, NOTE, NOTE_TAG, readJoplinItem, RESOURCE, TAG, type JoplinItem } from './item.ts';
import { joplinMembers, type JoplinMember } from './members.ts';

export interface JoplinResource {
  readonly name: string;
  readonly isEncrypted: boolean;
}

/** What a first reading finds: everything that notes point at, and nothing of their texts. */
export interface JoplinCatalogue {
  readonly folders: ReadonlyMap<
    string,
    { readonly title: string; readonly parent: string; readonly isTrashed: boolean }
  >;
  readonly noteTitles: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, string>;
  readonly tagsOfNote: ReadonlyMap<string, readonly string[]>;
  readonly resources: ReadonlyMap<string, JoplinResource>;
  readonly files: ReadonlyMap<string, MediaHead & { readonly size: number }>;
  /** Resources that a note which will be taken names. */
  readonly wanted: ReadonlySet<string>;
}

const MAX_TITLE = 300;
/** Any address of Joplin's, in Markdown or HTML. */
export const JOPLIN_ADDRESS = /:\/([0-9a-f]{32})/gi;

/** What one item says it is; a reason where it cannot be read. */
export async function itemOf(member: JoplinMember): Promise<JoplinItem | 'unreadable-item' | 'unreadable-text'> {
  if (member.size > MAX_TEXT_BYTES) return 'unreadable-item';
  const { text, isWhole } = decodeText(await allOf(member));
  const item = readJoplinItem(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  return item ?? (isWhole ? 'unreadable-item' : 'unreadable-text');
}

async function allOf(member: JoplinMember): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of member.stream()) {
    length += piece.length;
    if (length > MAX_TEXT_BYTES) throw new AppFailure('import-damaged');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function headOf(member: JoplinMember): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let had = 0;
  for await (const piece of member.stream()) {
    pieces.push(piece);
    had += piece.length;
    if (had >= HEAD_BYTES) break;
  }
  return Buffer.concat(pieces).subarray(0, HEAD_BYTES);
}

export function isSet(item: JoplinItem, property: string): boolean {
  const value = item.properties.get(property) ?? '';
  return value !== '' && value !== '0';
}

/** Whether a note is one that is brought over. */
export function isTaken(item: JoplinItem): boolean {
  return !['encryption_applied', 'is_conflict', 'deleted_time'].some((property) => isSet(item, property));
}

/** @throws AppFailure `not-found`; where the archive is cut, what came before is all there is */
export async function readCatalogue(tree: Tree): Promise<JoplinCatalogue> {
  const folders = new Map<string, { title: string; parent: string; isTrashed: boolean }>();
  const noteTitles = new Map<string, string>();
  const tags = new Map<string, string>();
  const tagsOfNote = new Map<string, string[]>();
  const resources = new Map<string, JoplinResource>();
  const files = new Map<string, MediaHead & { size: number }>();
  const wanted = new Set<string>();
  try {
    for await (const member of joplinMembers(tree)) {
      if (member.role === 'resource') {
        files.set(member.id, { ...readMediaHead(await headOf(member), member.name), size: member.size });
        continue;
      }
      const item = await itemOf(member).catch(ignoreDamage);
      if (item === null || typeof item === 'string') continue;
      add(item, member.id);
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  return { folders, noteTitles, tags, tagsOfNote, resources, files, wanted };

  function add(item: JoplinItem, id: string): void {
    const property = (name: string): string => (item.properties.get(name) ?? '').toLowerCase();
    const title = item.title.slice(0, MAX_TITLE);
    if (item.type === NOTE) {
      noteTitles.set(id, title);
      if (isTaken(item)) for (const [, target] of item.body.matchAll(JOPLIN_ADDRESS)) wanted.add(target!.toLowerCase());
    } else if (item.type === FOLDER) {
      folders.set(id, { title, parent: property('parent_id'), isTrashed: isSet(item, 'deleted_time') });
    } else if (item.type === TAG) tags.set(id, title);
    else if (item.type === NOTE_TAG) {
      const note = property('note_id');
      const known = tagsOfNote.get(note);
      if (known === undefined) tagsOfNote.set(note, [property('tag_id')]);
      else known.push(property('tag_id'));
    } else if (item.type === RESOURCE) {
      const isEncrypted = isSet(item, 'encryption_applied') || isSet(item, 'encryption_blob_encrypted');
      resources.set(id, { name: title === '' ? (item.properties.get('filename') ?? '') : title, isEncrypted });
    }
  }
}

export function isDamage(error: unknown): boolean {
  return error instanceof AppFailure && ['import-damaged', 'import-encrypted'].includes(error.error.code);
}

/** A member of a folder or zip that cannot be read is its own trouble; that of an archive which ends here is told by the next one. */
function ignoreDamage(error: unknown): null {
  if (!isDamage(error)) throw error;
  return null;
}

const MAX_FOLDER_DEPTH = 50;

/** `Travel/2024`: the notebooks that a note stands in, from the outermost; undefined: in none. */
export function notebookPath(catalogue: JoplinCatalogue, folder: string): string | undefined {
  const titles: string[] = [];
  const seen = new Set<string>();
  for (let id = folder; seen.size < MAX_FOLDER_DEPTH && !seen.has(id);) {
    const found = catalogue.folders.get(id);
    if (found === undefined) break;
    seen.add(id);
    titles.unshift(found.title);
    id = found.parent;
  }
  return titles.length === 0 ? undefined : titles.join('/');
}
