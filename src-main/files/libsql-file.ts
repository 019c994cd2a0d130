/** A `file:` URL that libSQL's parser reads back as the same path: it percent-decodes, so `%`, `?` and `#` in a folder's name must be encoded. */
export function fileUrl(path: string): string {
  const slashes = path.replaceAll('\\', '/');
  const encoded = slashes.split('/').map(encodeURIComponent).join('/').replaceAll('%3A', ':');
  return `file:${encoded}`;
}
