import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { readMarkdown } from '../editor/markdown/mdast.ts';

/** Begins a paragraph that names the tests which hold what was claimed: for whoever has the sources, which a person who writes a diary has not. */
const FOR_DEVELOPERS = 'Tests:';

/** A heading below the title, as a table of contents shows it. */
export interface ContentsEntry {
  readonly id: string;
  readonly text: string;
  readonly depth: 2 | 3;
}

export interface ProtectionPage {
  readonly title: string;
  /** Everything below the title. */
  readonly blocks: readonly RootContent[];
  readonly contents: readonly ContentsEntry[];
}

/** As an element's id, and as an address within the page. */
export function headingId(heading: Heading): string {
  const words = toString(heading)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return `protection-${words}`;
}

/** Which English a translated part was made from (scripts/german-documents.ts): a comment is all of HTML that may stand here, and nothing of it is shown. */
function isComment(node: Root | RootContent): boolean {
  return node.type === 'html' && /^<!--[^<>]*-->$/u.test(node.value.trim());
}

function forReaders<T extends Root | RootContent>(node: T): T {
  if (!('children' in node)) return node;
  const children = node.children
    .filter((child) => !isComment(child) && (child.type !== 'paragraph' || !toString(child).startsWith(FOR_DEVELOPERS)))
    .map((child) => forReaders(child as RootContent));
  return { ...node, children };
}

/** The page of docs/threat-model.md, or of its translation, for somebody who reads it in the app. @param markdown one title, then sections of two depths */
export function readProtectionPage(markdown: string): ProtectionPage {
  const [title, ...blocks] = forReaders(readMarkdown(markdown)).children;
  if (title?.type !== 'heading' || title.depth !== 1) throw new Error('The page begins with its title.');
  const contents = blocks.flatMap((block): ContentsEntry[] =>
    block.type === 'heading' && (block.depth === 2 || block.depth === 3)
      ? [{ id: headingId(block), text: toString(block), depth: block.depth }]
      : [],
  );
  return { title: toString(title), blocks, contents };
}
