import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';

/** Characters of Markdown that an excerpt is made from: enough for EXCERPT_LENGTH of text with links and markup in it. */
export const EXCERPT_SOURCE_LENGTH = 1200;
const EXCERPT_LENGTH = 280;

/** The beginning of an entry as plain text on one line, cut at a word. */
export function excerptOf(markdown: string): string {
  const tree = fromMarkdown(markdown.slice(0, EXCERPT_SOURCE_LENGTH));
  const text = tree.children
    .map((block) => toString(block, { includeImageAlt: false, includeHtml: false }).trim())
    .filter((block) => block !== '')
    .join(' ')
    .replace(/\s+/g, ' ');
  if (text.length <= EXCERPT_LENGTH) return text;
  const cut = text.slice(0, EXCERPT_LENGTH - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > EXCERPT_LENGTH / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
