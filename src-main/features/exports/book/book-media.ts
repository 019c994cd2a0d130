import { isPicture } from '../pictures.ts';
import type { ExportedFile } from '../vault-content.ts';

/** How the files of entries are shown: as what stands in `src`, or, of what is no picture, as where a link leads. */
export interface BookMedia {
  readonly files: ReadonlyMap<string, ExportedFile>;
  /** Null: pictures are put into the book itself, as they come. */
  readonly address: ((file: ExportedFile) => string | null) | null;
}

export function isShown(file: ExportedFile | undefined): file is ExportedFile {
  return file !== undefined && isPicture(file.type);
}

/** Where a picture should be that is not on this device: an empty frame. */
export const MISSING_PICTURE = `data:image/svg+xml;base64,${Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120" width="300" height="120"><rect x="1" y="1" width="298" height="118" rx="6" fill="none" stroke="#8a8270" stroke-dasharray="6 5"/></svg>',
).toString('base64')}`;

export function dataAddress(file: ExportedFile, bytes: Uint8Array): string {
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return `data:${file.type.toLowerCase()};base64,${base64}`;
}
