import { MAX_BODY_LENGTH, MAX_LINE_LENGTH } from '../../src-shared/contract/entries.ts';
import { cutText } from './clean-text.ts';

/** Nothing of a text is cut off: what an entry cannot hold goes on in the next, from a line's beginning where there is one. */
export function splitBody(body: string): string[] {
  const parts: string[] = [];
  let rest = body;
  while (rest.length > MAX_BODY_LENGTH) {
    const line = rest.lastIndexOf('\n', MAX_BODY_LENGTH - 1);
    const part = line > 0 ? rest.slice(0, line + 1) : cutText(rest, MAX_BODY_LENGTH);
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return [...parts, rest];
}

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
