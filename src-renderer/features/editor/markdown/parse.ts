import { Fragment } from '@tiptap/pm/model';
import type { Mark, Node, Schema } from '@tiptap/pm/model';
import type { ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { attachmentIdOf } from '../../attachments/address.ts';
import { readMarkdown } from './mdast.ts';

/** One block of the top level as it was written. */
export interface BlockSource {
  readonly text: string;
  /** What stood between the block before it and this one. */
  readonly gap: string;
  readonly before: Node | null;
  /** It is only what it is as long as nothing follows: an unclosed fence, an unclosed comment. */
  readonly last: boolean;
}

export interface ParsedMarkdown {
  readonly doc: Node;
  /** Of the blocks in `doc`, by their identity: ProseMirror never changes a node, so a block that is still there was not touched. */
  readonly sources: ReadonlyMap<Node, BlockSource>;
  /** What stood behind the last block. */
  readonly tail: string;
  /** What was read. */
  readonly markdown: string;
}

const BLOCKS = new Set(['paragraph', 'heading', 'blockquote', 'list', 'listItem', 'thematicBreak', 'code']);
const INLINES = new Set(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'link', 'image', 'break']);

/** Reads Markdown into a document of the editor's schema. What has no shape there keeps its source. */
export function parseMarkdown(schema: Schema, markdown: string): ParsedMarkdown {
  const blocks: Node[] = [];
  const sources = new Map<Node, BlockSource>();
  let end = 0;
  const tree = readMarkdown(markdown).children;
  for (const [index, block] of tree.entries()) {
    const from = block.position?.start.offset ?? end;
    const to = block.position?.end.offset ?? from;
    const text = markdown.slice(from, to);
    const gap = markdown.slice(end, from);
    const last = index === tree.length - 1;
    const before = blocks.at(-1);
    end = to;
    const isWhole = hasShape(block) || standsAlone(block, text);
    // A few are what they are by the end of their last line.
    const needsEnd = !isWhole && standsAlone(block, `${text}\n`);
    if (!isWhole && !needsEnd && before !== undefined) {
      // It is what it is behind that block only: both are kept as one piece.
      const piece = sources.get(before)!;
      const whole = piece.text + gap + text;
      const joined = schema.nodes['verbatim']!.create(null, schema.text(whole));
      sources.delete(before);
      sources.set(joined, { ...piece, text: whole, last });
      blocks[blocks.length - 1] = joined;
      continue;
    }
    const node = hasShape(block)
      ? blockNode(schema, block, markdown)
      : verbatimNode(schema, block, needsEnd ? `${text}\n` : text);
    sources.set(node, { text, gap, before: before ?? null, last });
    blocks.push(node);
  }
  const content = blocks.length > 0 ? blocks : [schema.nodes['paragraph']!.create()];
  return { doc: schema.nodes['doc']!.create(null, content), sources, tail: markdown.slice(end), markdown };
}

/** Whether source says the same behind a blank line: `2)` begins a list there, and none behind a paragraph. */
function standsAlone({ type }: RootContent, source: string): boolean {
  const [only, ...others] = readMarkdown(source).children;
  return only?.type === type && others.length === 0;
}

/** A table's first row may look like a list, if it does not begin with a bar and stands behind a blank line: the bar is added. */
function verbatimNode(schema: Schema, { type }: RootContent, source: string): Node {
  const text = type === 'table' && /^(?:[-*+]|\d+[.)])\s/u.test(source) ? `| ${source}` : source;
  return schema.nodes['verbatim']!.create(null, text === '' ? null : schema.text(text));
}

/**
 * Whether the schema has a shape for a block and all in it. Below the top level, what would need its source is left to the block at the top: lines inside a
 * quote or a list begin with that one's marks.
 */
function hasShape(block: Nodes): boolean {
  if (!BLOCKS.has(block.type) || !('children' in block)) return BLOCKS.has(block.type);
  const isInline = block.type === 'paragraph' || block.type === 'heading';
  // Written in another place, it might begin a block of its own.
  if (block.type === 'paragraph' && block.children.find((child) => !isBlank(child))?.type === 'html') return false;
  return block.children.every((child: Nodes) => (isInline ? hasInlineShape(child) : hasShape(child)));
}

/** At the beginning of a paragraph it is not written. */
function isBlank(child: PhrasingContent): boolean {
  return child.type === 'break' || (child.type === 'text' && child.value.trim() === '');
}

function hasInlineShape(node: Nodes): boolean {
  const needsSource = !INLINES.has(node.type) || (node.type === 'link' && node.children.length === 0);
  if (needsSource) return node.position !== undefined && node.position.start.line === node.position.end.line;
  return !('children' in node) || node.children.every((child: Nodes) => hasInlineShape(child));
}

function blockNode(schema: Schema, block: RootContent, markdown: string): Node {
  const { nodes } = schema;
  const inline = (children: readonly PhrasingContent[]): Node[] => inlineNodes(schema, children, [], markdown);
  switch (block.type) {
    case 'paragraph':
      return nodes['paragraph']!.create(null, inline(block.children));
    case 'heading':
      return nodes['heading']!.create({ level: block.depth }, inline(block.children));
    case 'thematicBreak':
      return nodes['horizontalRule']!.create();
    case 'code':
      return nodes['codeBlock']!.create(
        { language: [block.lang, block.meta].filter((part) => part != null && part !== '').join(' ') || null },
        block.value === '' ? null : schema.text(block.value),
      );
    case 'blockquote':
      return nodes['blockquote']!.create(null, filled(schema, block.children, markdown));
    case 'list':
      return block.ordered === true
        ? nodes['orderedList']!.create({ start: block.start ?? 1 }, items(schema, block.children, markdown))
        : nodes['bulletList']!.create(null, items(schema, block.children, markdown));
    default:
      throw new Error(`no shape for ${block.type}`);
  }
}

function filled(schema: Schema, children: readonly RootContent[], markdown: string): Node[] {
  const blocks = children.map((child) => blockNode(schema, child, markdown));
  return blocks.length > 0 ? blocks : [schema.nodes['paragraph']!.create()];
}

function items(schema: Schema, children: readonly ListItem[], markdown: string): Node[] {
  return children.map((item) => {
    const blocks = filled(schema, item.children, markdown);
    // An item of the schema begins with a paragraph; the writer leaves an empty one out again.
    if (blocks[0]!.type.name !== 'paragraph') blocks.unshift(schema.nodes['paragraph']!.create());
    return schema.nodes['listItem']!.create({ checked: item.checked ?? null }, blocks);
  });
}

function inlineNodes(
  schema: Schema,
  children: readonly PhrasingContent[],
  marks: readonly Mark[],
  markdown: string,
): Node[] {
  const { nodes, marks: types } = schema;
  const within = (more: Mark, inner: readonly PhrasingContent[]): Node[] =>
    inlineNodes(schema, inner, more.addToSet(marks), markdown);
  const source = ({ position }: PhrasingContent): Node[] => {
    const text = markdown.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
    return text === '' ? [] : [schema.text(text, types['verbatimText']!.create().addToSet(marks))];
  };
  const found: Node[] = [];
  for (const child of children) {
    switch (child.type) {
      case 'text':
        for (const [index, line] of child.value.split(/\r\n|\n|\r/u).entries()) {
          if (index > 0) found.push(nodes['hardBreak']!.create({ soft: true }, null, marks));
          if (line !== '') found.push(schema.text(line, marks));
        }
        break;
      case 'break':
        found.push(nodes['hardBreak']!.create({ soft: false }, null, marks));
        break;
      case 'emphasis':
        found.push(...within(types['italic']!.create(), child.children));
        break;
      case 'strong':
        found.push(...within(types['bold']!.create(), child.children));
        break;
      case 'delete':
        found.push(...within(types['strike']!.create(), child.children));
        break;
      case 'inlineCode':
        if (child.value !== '') found.push(schema.text(child.value, types['code']!.create().addToSet(marks)));
        break;
      case 'image':
        found.push(
          nodes['image']!.create({ src: child.url, alt: child.alt ?? '', title: child.title ?? null }, null, marks),
        );
        break;
      case 'link':
        // Without words there is nothing that could carry the address: it keeps its source.
        if (child.children.length === 0) found.push(...source(child));
        else if (attachmentIdOf(child.url) !== null) {
          const { url: src, title = null } = child;
          found.push(nodes['file']!.create({ src, title, name: toString(child) }, null, marks));
        } else
          found.push(...within(types['link']!.create({ href: child.url, title: child.title ?? null }), child.children));
        break;
      default:
        found.push(...source(child));
    }
  }
  return Fragment.fromArray(found).content.slice();
}
