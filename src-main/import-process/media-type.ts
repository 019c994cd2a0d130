import { imageSize } from 'image-size';

/** As much of a file as tells its type and, of a picture, how large it is. */
export const HEAD_BYTES = 256 * 1024;

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

const SIGNATURES: readonly (readonly [RegExp, string])[] = [
  [/^\xFF\xD8\xFF/, 'image/jpeg'],
  [/^\x89PNG\r\n\x1A\n/, 'image/png'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF[^]{4}WEBP/, 'image/webp'],
  [/^RIFF[^]{4}WAVE/, 'audio/wav'],
  [/^(?:II\*\0|MM\0\*)/, 'image/tiff'],
  [/^BM[^]{12}[\x0C\x28\x38\x40\x6C\x7C]\0\0\0/, 'image/bmp'],
  [/^[^]{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/, 'image/heic'],
  [/^[^]{4}ftypavi[fs]/, 'image/avif'],
  [/^[^]{4}ftypM4[AB]/, 'audio/mp4'],
  [/^[^]{4}ftypqt/, 'video/quicktime'],
  [/^[^]{4}(?:moov|mdat|wide|free)/, 'video/quicktime'],
  [/^[^]{4}ftyp3g/, 'video/3gpp'],
  [/^[^]{4}ftyp/, 'video/mp4'],
  [/^\x1A\x45\xDF\xA3/, 'video/webm'],
  [/^ID3/, 'audio/mpeg'],
  [/^\xFF[\xF1\xF9]/, 'audio/aac'],
  [/^\xFF[\xE2-\xE7\xF2-\xF7\xFA-\xFF]/, 'audio/mpeg'],
  [/^OggS/, 'audio/ogg'],
  [/^fLaC/, 'audio/flac'],
  [/^caff/, 'audio/x-caf'],
  [/^#!AMR/, 'audio/amr'],
  [/^%PDF-/, 'application/pdf'],
];

/** Where the bytes say nothing of it. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  json: 'application/json',
  zip: 'application/zip',
};

/** Media type of a file by its first bytes, then by its name. Where a container holds sound or film, `name` decides. */
export function mediaTypeOf(head: Uint8Array, name: string): string {
  const start = latin(head.subarray(0, 64));
  const found = SIGNATURES.find(([signature]) => signature.test(start))?.[1];
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (found === 'video/mp4' && /^(?:m4a|m4b|aac)$/.test(extension)) return 'audio/mp4';
  return found ?? (Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension]! : 'application/octet-stream');
}

const MAX_PIXELS = 100_000;

/** Width and height of a picture as it is to be seen: turned as its EXIF says. Null for what is no picture, or one of which that cannot be found out. */
export function pictureSizeOf(
  head: Uint8Array,
  type: string,
): { readonly width: number; readonly height: number } | null {
  if (!/^image\/(?:jpeg|png|gif|webp|heic|avif|tiff|bmp)$/.test(type)) return null;
  try {
    const { width, height, orientation = 1 } = imageSize(head);
    if (!isSide(width) || !isSide(height)) return null;
    return orientation >= 5 && orientation <= 8 ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
}

function isSide(length: number): boolean {
  return Number.isInteger(length) && length >= 1 && length <= MAX_PIXELS;
}
