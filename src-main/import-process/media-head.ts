import { mediaTypeOf, pictureSizeOf } from './media-type.ts';
import type { ParsedMedia } from './parsed.ts';

/** What the beginning of a file says it is. */
export type MediaHead = Pick<ParsedMedia, 'type' | 'width' | 'height'>;

/** What a file is, by its bytes; by its name only where they do not tell. */
export function readMediaHead(head: Uint8Array, name: string): MediaHead {
  const type = mediaTypeOf(head, name);
  const { width, height } = pictureSizeOf(head, type) ?? { width: null, height: null };
  return { type, width, height };
}

function endingOf(name: string): string {
  return /\.([a-z\d]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** A link to a medium of the file, with words that a person can read. @param words what its program calls it there; may be empty */
export function mediaLink(key: string, words: string, type: string): string {
  const label = words
    .replace(/[[\]\\\s]+/g, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed();
  if (type.startsWith('image/')) return `![${label === '' ? 'Photo' : label}](import:${key})`;
  return `[${label === '' ? (type.startsWith('audio/') ? 'Recording' : 'File') : label}](import:${key})`;
}

/** A file's name to show: its last part, without what no name may hold. */
export function mediaName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const clean = last
    .replace(/[\u0000-\u001F\u007F\u2028\u2029]+/g, ' ')
    .trim()
    .toWellFormed();
  if (clean.length <= 255) return clean === '' ? 'file' : clean;
  const ending = endingOf(clean);
  return `${clean.slice(0, 240).toWellFormed()}${ending === '' ? '' : `.${ending}`}`;
}
