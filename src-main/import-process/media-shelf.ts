import { MAX_ATTACHMENT_BYTES } from '../../src-shared/contract/attachments.ts';
import type { ImportProblem } from '../../src-shared/contract/imports.ts';
import { cleanText } from './clean-text.ts';
import { HEAD_BYTES, mediaTypeOf, pictureSizeOf } from './media-type.ts';
import type { ParsedItem, ParsedMedia } from './parsed.ts';
import type { TreeFile } from './tree.ts';

export type MediumState =
  | { readonly type: 'here'; readonly media: ParsedMedia; readonly isPicture: boolean }
  | { readonly type: 'gone'; readonly reason: ImportProblem['reason'] };

/** Looks at each medium of a file once, when the first entry asks for it. */
export class MediaShelf {
  readonly #states = new Map<string, MediumState>();
  #fresh: ParsedItem[] = [];

  /** Whether an entry can have the medium. `key` as `ParsedMedia` has it; `name` as a person knows it, if anybody does. */
  async look(key: string, file: TreeFile | undefined, name?: string): Promise<MediumState> {
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const state = await stateOf(key, file, name);
    this.#states.set(key, state);
    if (state.type === 'here') this.#fresh.push({ kind: 'media', media: state.media, bytes: () => file!.stream() });
    return state;
  }

  /** The media that were found since this was asked last: they are given out before the entry that they stand in. */
  takeFresh(): ParsedItem[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }
}

async function stateOf(key: string, file: TreeFile | undefined, name: string | undefined): Promise<MediumState> {
  if (file === undefined) return { type: 'gone', reason: 'media-missing' };
  if (file.size > MAX_ATTACHMENT_BYTES) return { type: 'gone', reason: 'media-too-large' };
  const head = await file.head(HEAD_BYTES);
  if (head.length === 0) return { type: 'gone', reason: 'media-unreadable' };
  const ownName = fileName(file.path) ?? key;
  const type = mediaTypeOf(head, ownName);
  const sides = pictureSizeOf(head, type);
  return {
    type: 'here',
    media: {
      key,
      name: fileName(name ?? '') ?? ownName,
      type,
      size: file.size,
      width: sides?.width ?? null,
      height: sides?.height ?? null,
    },
    isPicture: type.startsWith('image/'),
  };
}

const MAX_NAME_LENGTH = 200;

/** The last part of a path, on one line; null where nothing is left of it. */
function fileName(path: string): string | null {
  const name = cleanText(path.split(/[/\\]/).at(-1)!)
    .replace(/[\x00-\x1F\x7F]+/g, ' ')
    .trim();
  return name === '' ? null : name.slice(-MAX_NAME_LENGTH).toWellFormed();
}
