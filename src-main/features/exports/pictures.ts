/** Pictures that every browser shows. An SVG is none of them: it is a document. */
const PICTURES: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
]);

/** @param type as it stands in an attachment: what the page found, or was told */
export function isPicture(type: string): boolean {
  return PICTURES.has(type.toLowerCase());
}
