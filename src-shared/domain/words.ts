const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
/** What pictures and files are called. */
const NAMES = /!\[[^\]\n]*\]\([^)\n]*\)|\[[^\]\n]*\]\(attachment:[^)\n]*\)/gu;
/** Where links lead. */
const TARGETS = /\]\([^)\n]*\)/gu;

/** Words of a Markdown text: runs of letters and digits. Marks are none, nor are the addresses of links, nor what pictures and files are called. */
export function countWords(text: string): number {
  const plain = text.includes('](') ? text.replaceAll(NAMES, ' ').replaceAll(TARGETS, ']') : text;
  return plain.match(WORD)?.length ?? 0;
}
