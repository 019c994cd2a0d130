import { MAX_BODY_LENGTH } from '../../src-shared/contract/entries.ts';
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
