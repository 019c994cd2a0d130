import { isPicture } from '../pictures.ts';
import type { ExportedFile } from '../vault-content.ts';

/** How the files of entries are shown. */
export interface BookMedia {
  readonly files: ReadonlyMap<string, ExportedFile>;
  /**
   * `inside`: pictures are put into the book itself, as they come. `beside`: every file lies beside the book. `asked`: whoever lays the book out asks for its pictures.
   * Where files have no place of their own, what is no picture is left out.
   */
  readonly place: 'inside' | 'beside' | 'asked';
  /** What stands in `src`, or where a link leads; null: it is not here. Not asked for what is inside. */
  readonly address: (file: ExportedFile) => string | null;
}

export function isShown(file: ExportedFile): boolean {
  return isPicture(file.type);
}

/** Where a picture should be that is not on this device: an empty frame. */
export const MISSING_PICTURE = `data:image/svg+xml;base64,${Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120" width="300" height="120"><rect x="1" y="1" width="298" height="118" rx="6" fill="none" stroke="#8a8270" stroke-dasharray="6 5"/></svg>',
).toString('base64')}`;

export function dataAddress(file: ExportedFile, bytes: Uint8Array): string {
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return `data:${file.type.toLowerCase()};base64,${base64}`;
}
