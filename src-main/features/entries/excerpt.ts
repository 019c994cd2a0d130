import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';

/** Characters of Markdown that an excerpt is made from: enough for EXCERPT_LENGTH of text with links and markup in it. */
const SOURCE_LENGTH = 1200;
const EXCERPT_LENGTH = 280;
/** Signs that mean something to Markdown wherever they stand, and what does at the beginning of a line. A NUL is replaced by the reader. */
const MARKUP = /[\\`*_[\]<&\0]|^(?: {4}| {0,3}\t| {0,3}(?:[#>+=~-]|\d{1,9}[.)]))/mu;

const onOneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** Blocks within blocks: what stands in two of them is two words. */
const CONTAINERS: ReadonlySet<string> = new Set(['root', 'blockquote', 'list', 'listItem']);

function textOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('children' in node) return node.children.map(textOf).join(CONTAINERS.has(node.type) ? ' ' : '');
  // Neither what a picture is called nor HTML is anything that was written.
  return node.type === 'text' || node.type === 'inlineCode' || node.type === 'code' ? node.value : '';
}

/** The text of Markdown on one line, without its marks. */
export function plainText(markdown: string): string {
  return onOneLine(textOf(fromMarkdown(markdown)));
}

/** The beginning of an entry as plain text on one line, cut at a word. */
export function excerptOf(markdown: string): string {
  const source = markdown.slice(0, SOURCE_LENGTH);
  // Most texts begin as plain as they read, and reading Markdown takes half a millisecond: a rebuild of 100,000 entries would take a minute longer.
  const beginning = source.slice(0, 2 * EXCERPT_LENGTH);
  const asItStands = onOneLine(beginning);
  const isEnough = beginning.length === source.length || asItStands.length > EXCERPT_LENGTH;
  const text = isEnough && !MARKUP.test(beginning) ? asItStands : plainText(source);
  if (text.length <= EXCERPT_LENGTH) return text;
  const cut = text.slice(0, EXCERPT_LENGTH - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > EXCERPT_LENGTH / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
