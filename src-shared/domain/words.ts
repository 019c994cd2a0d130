const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

/** Words of a text: runs of letters and digits. Markdown's marks are none. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
