import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import type { PhrasingContent } from 'mdast';
import { MAX_LINE_LENGTH } from '../../src-shared/contract/entries.ts';
import { tagsInText } from '../../src-shared/domain/tags.ts';

const HEADING = /^\s*(#{1,6}[ \t][^\n]*)(?:\n|$)/;

/**
 * A text that begins with a heading, as its title and the rest; null where it does not, or the heading holds more than a title can: a link, a picture, a tag, or too
 * many words. Nothing is said twice, and nothing is lost.
 */
export function headingAsTitle(markdown: string): { readonly title: string; readonly body: string } | null {
  const heading = HEADING.exec(markdown);
  if (heading === null || heading[1]!.length > MAX_LINE_LENGTH * 4) return null;
  const [block, ...others] = fromMarkdown(heading[1]!).children;
  if (block?.type !== 'heading' || others.length > 0 || !block.children.every((child) => isPlain(child))) return null;
  const title = toString(block).replace(/\s+/g, ' ').trim();
  if (title === '' || title.length > MAX_LINE_LENGTH || tagsInText(heading[1]!).length > 0) return null;
  return { title, body: markdown.slice(heading[0].length).replace(/^(?:[ \t]*\n)+/, '') };
}

function isPlain(node: PhrasingContent): boolean {
  if (node.type === 'emphasis' || node.type === 'strong') return node.children.every((child) => isPlain(child));
  return node.type === 'text';
}
