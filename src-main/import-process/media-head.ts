import { imageSize } from 'image-size';
import type { ParsedMedia } from './parsed.ts';

/** As much of a file's beginning as its kind and the size of a picture stand in; more, and a large set of them would be read twice. */
export const MEDIA_HEAD_BYTES = 128 * 1024;

/** What the beginning of a file says it is. */
export type MediaHead = Pick<ParsedMedia, 'type' | 'width' | 'height'>;

const PICTURES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  tiff: 'image/tiff',
  heif: 'image/heic',
  avif: 'image/avif',
  svg: 'image/svg+xml',
};
const BY_ENDING: Readonly<Record<string, string>> = {
  heic: 'image/heic',
  tif: 'image/tiff',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  flac: 'audio/flac',
  aac: 'audio/aac',
  '3gp': 'video/3gpp',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  mkv: 'video/x-matroska',
  pdf: 'application/pdf',
  zip: 'application/zip',
  txt: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What a file is, by its bytes; by its name only where they do not tell. Never throws. */
export function readMediaHead(head: Uint8Array, name: string): MediaHead {
  try {
    const { type, width, height, orientation = 1 } = imageSize(head);
    const isSideways = orientation >= 5;
    const media = type === undefined ? undefined : PICTURES[type];
    if (media !== undefined && width >= 1 && height >= 1) {
      const [across, down] = isSideways ? [height, width] : [width, height];
      return { type: media, width: Math.round(across), height: Math.round(down) };
    }
  } catch {
    // No picture, or one whose size stands further on.
  }
  return {
    type: signature(head) ?? BY_ENDING[endingOf(name)] ?? 'application/octet-stream',
    width: null,
    height: null,
  };
}

function signature(head: Uint8Array): string | null {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 16));
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('\x89PNG')) return 'image/png';
  if (text.startsWith('%PDF-')) return 'application/pdf';
  if (text.startsWith('OggS')) return 'audio/ogg';
  if (text.startsWith('fLaC')) return 'audio/flac';
  if (text.startsWith('ID3')) return 'audio/mpeg';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WAVE') return 'audio/wav';
  if (text.slice(4, 8) === 'ftyp') {
    const brand = text.slice(8, 12);
    if (brand.startsWith('M4A')) return 'audio/mp4';
    if (brand === 'qt  ') return 'video/quicktime';
    if (/^(?:hei|mif1|hev)/.test(brand)) return 'image/heic';
    return brand.startsWith('3g') ? 'video/3gpp' : 'video/mp4';
  }
  return null;
}

export function endingOf(name: string): string {
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
    .replace(/[\u0000-\u001F\u007F]+/g, ' ')
    .trim()
    .toWellFormed();
  if (clean.length <= 255) return clean === '' ? 'file' : clean;
  const ending = endingOf(clean);
  return `${clean.slice(0, 240).toWellFormed()}${ending === '' ? '' : `.${ending}`}`;
}
