import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';

/** Characters of Markdown that an excerpt is made from: enough for EXCERPT_LENGTH of text with links and markup in it. */
const SOURCE_LENGTH = 1200;
const EXCERPT_LENGTH = 280;
/** Signs that mean something to Markdown wherever they stand, and what does at the beginning of a line. A NUL is replaced by the reader. */
const MARKUP = /[\\`*_[\]<&\0]|^(?: {4}| {0,3}\t| {0,3}(?:[#>+=~-]|\d{1,9}[.)]))/mu;

const onOneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

function plainText(markdown: string): string {
  const tree = fromMarkdown(markdown);
  return tree.children
    .map((block) => toString(block, { includeImageAlt: false, includeHtml: false }).trim())
    .filter((block) => block !== '')
    .join(' ');
}

/** The beginning of an entry as plain text on one line, cut at a word. */
export function excerptOf(markdown: string): string {
  const source = markdown.slice(0, SOURCE_LENGTH);
  // Most texts begin as plain as they read, and reading Markdown takes half a millisecond: a rebuild of 100,000 entries would take a minute longer.
  const beginning = source.slice(0, 2 * EXCERPT_LENGTH);
  const asItStands = onOneLine(beginning);
  const isEnough = beginning.length === source.length || asItStands.length > EXCERPT_LENGTH;
  const text = isEnough && !MARKUP.test(beginning) ? asItStands : onOneLine(plainText(source));
  if (text.length <= EXCERPT_LENGTH) return text;
  const cut = text.slice(0, EXCERPT_LENGTH - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > EXCERPT_LENGTH / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
