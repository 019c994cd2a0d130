/**
 * A text as Daygrove keeps it: `\n` as the only line ending, no byte order mark before it, no NUL (SQLite's text functions end
 * there) and no half of a surrogate pair (it has no UTF-8 form, so it would come back from disk as something else).
 */
export function cleanText(text: string): string {
  return text
    .replace(/^\uFEFF+/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD')
    .toWellFormed();
}

/** The first `length` UTF-16 code units of a text, one less where the cut would go through a surrogate pair. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
