import { MAX_LINE_LENGTH } from '../../src-shared/contract/entries.ts';
import { cutText } from './clean-text.ts';

/** A text on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** One line as a title or place takes it; `isWhole` false: the rest has to stand elsewhere. */
export function shortLine(text: string): { readonly line: string; readonly isWhole: boolean } {
  const line = oneLine(text);
  if (line.length <= MAX_LINE_LENGTH) return { line, isWhole: true };
  const cut = cutText(line, MAX_LINE_LENGTH - 1);
  const space = cut.lastIndexOf(' ');
  return { line: `${space > MAX_LINE_LENGTH / 2 ? cut.slice(0, space) : cut}…`, isWhole: false };
}
