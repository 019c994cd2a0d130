import type { Mark, Node } from '@tiptap/pm/model';
import type { BlockContent, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { inlineSource, writeMarkdown } from './mdast.ts';
import type { ListMarks } from './mdast.ts';
import { parseMarkdown } from './parse.ts';
import type { BlockSource, ParsedMarkdown } from './parse.ts';

/**
 * Writes a document as Markdown. A block that is still the one that was read is written as it was, sign by sign, with what stood between it and its neighbour; so
 * reading and writing changes nothing, a change touches the block it is in and no other, and a long text costs what its changed block costs.
 * Blocks without content are not written: Markdown has none.
 */
export function serializeMarkdown(doc: Node, parsed: ParsedMarkdown | null = null): string {
  const { sources, tail } = parsed ?? { sources: new Map<Node, BlockSource>(), tail: '' };
  if (parsed !== null && isUntouched(doc, parsed.doc)) return parsed.markdown;
  const blocks = doc.children.filter((block) => !isEmpty(block) || sources.has(block));
  const kept = keptSources(blocks, sources);
  const marks = freeMarks(blocks);
  let text = '';
  let at = 0;
  while (at < blocks.length) {
    const block = blocks[at]!;
    const source = kept[at];
    const separator = at === 0 ? '' : '\n\n';
    if (source !== null && source !== undefined) {
      text += (isInPlace(kept, blocks, at) ? source.gap : separator) + source.text;
      at += 1;
    } else {
      const fresh: Node[] = [];
      for (; at < blocks.length && kept[at] === null; at += 1) fresh.push(blocks[at]!);
      text += separator + writtenBlocks(fresh, marks, blocks.at(-1)!);
    }
    if (at === blocks.length && source !== null && sources.get(block)?.last === true && blocks.at(-1) === block)
      text += tail;
  }
  return text;
}

/** What a block was written as, by its identity and the marks of lists: a text that was begun here is not written as a whole with every key. */
const written = new WeakMap<Node, { readonly marks: string; readonly text: string }>();

/** Blocks side by side as Markdown. Only lists look at their neighbours; every other block is written by itself, and once. */
function writtenBlocks(blocks: readonly Node[], marks: ListMarks, last: Node): string {
  const parts: string[] = [];
  let at = 0;
  while (at < blocks.length) {
    const from = at;
    at += 1;
    while (at < blocks.length && isList(blocks[at - 1]!) && isList(blocks[at]!)) at += 1;
    parts.push(writtenTogether(blocks.slice(from, at), marks, last));
  }
  return parts.join('\n\n');
}

function writtenTogether(blocks: readonly Node[], marks: ListMarks, last: Node): string {
  const write = (): string =>
    writeMarkdown(
      blocks.map((each) => (each === last ? lastBlockOf(each) : blockOf(each))),
      marks,
    );
  const [only] = blocks;
  // Source is copied, not written; and at the end of a text it is copied otherwise.
  if (blocks.length > 1 || only === undefined || only.type.name === 'verbatim') return write();
  const key = `${marks.bullet}${marks.bulletOrdered}`;
  const known = written.get(only);
  if (known?.marks === key) return known.text;
  const text = write();
  written.set(only, { marks: key, text });
  return text;
}

/** Source may be a list: one that is written beside it must have another mark. */
function freeMarks(blocks: readonly Node[]): ListMarks {
  const taken = new Set(
    blocks
      .filter(({ type }) => type.name === 'verbatim')
      .map((block) => /^\s{0,3}(?:\d+)?([-*+.)])(?:\s|$)/u.exec(block.textContent)?.[1]),
  );
  return {
    bullet: (['-', '*', '+'] as const).find((mark) => !taken.has(mark)) ?? '-',
    bulletOrdered: taken.has('.') ? ')' : '.',
  };
}

function isUntouched(doc: Node, read: Node): boolean {
  return doc.childCount === read.childCount && doc.children.every((block, index) => block === read.child(index));
}

/** The sources that still hold, block by block; null: it has to be written anew. */
function keptSources(blocks: readonly Node[], sources: ReadonlyMap<Node, BlockSource>): (BlockSource | null)[] {
  const kept = blocks.map((block, index) => {
    const source = sources.get(block);
    if (source === undefined) return null;
    // A mark of a list with nothing behind it is read in one way or the other, depending on what stands around it.
    const isVerbatim = block.type.name === 'verbatim';
    if (!isVerbatim && isBareMark(lastWordOf(source.text))) return null;
    const isAsRead = source.before === (blocks[index - 1] ?? null);
    const isLast = index === blocks.length - 1;
    // Anything could have come to stand behind it, and would be swallowed.
    if (source.last && !isLast && !isClosed(block, source.text)) return null;
    // Indented code is code only behind a blank line, and part of a list behind a list.
    if (!isAsRead && isIndentedCode(block, source.text)) return null;
    return source;
  });
  // Two lists side by side are one list unless their marks differ: the writer sees to that, where it writes both.
  for (let changed = true; changed;) {
    changed = false;
    for (const [index, block] of blocks.entries()) {
      const source = kept[index];
      if (source != null && !isInPlace(kept, blocks, index) && !standsAlone(block, source.text)) {
        kept[index] = null;
        changed = true;
      }
      const next = blocks[index + 1];
      // Behind indented code, what comes is read otherwise than behind a fence.
      if (
        source != null &&
        next !== undefined &&
        isIndentedCode(block, source.text) &&
        !isInPlace(kept, blocks, index + 1)
      ) {
        kept[index] = null;
        changed = true;
      }
      if (next === undefined || !isList(block) || !isList(next)) continue;
      const isAsRead = kept[index] != null && kept[index + 1]?.before === block;
      if (isAsRead || (kept[index] == null && kept[index + 1] == null)) continue;
      kept[index] = null;
      kept[index + 1] = null;
      changed = true;
    }
  }
  return kept;
}

function isIndentedCode(block: Node, source: string): boolean {
  return block.type.name === 'codeBlock' && !/^(?:```|~~~)/u.test(source);
}

/** Whether a source that is kept comes to stand behind the very source that it was read behind. */
function isInPlace(kept: readonly (BlockSource | null)[], blocks: readonly Node[], index: number): boolean {
  const isBehind = kept[index]?.before === (blocks[index - 1] ?? null);
  return isBehind && (index === 0 || kept[index - 1] !== null);
}

const alone = new WeakMap<Node, boolean>();

/** Whether a source is read as the same block whatever stands before it: `2) two` is a paragraph behind code, and a list behind a blank line. */
function standsAlone(block: Node, source: string): boolean {
  // Copied either way.
  if (block.type.name === 'verbatim') return true;
  const known = alone.get(block);
  if (known !== undefined) return known;
  const { doc } = parseMarkdown(block.type.schema, source);
  const isSame = doc.childCount === 1 && doc.firstChild!.eq(block);
  alone.set(block, isSame);
  return isSame;
}

/** What stands behind the last space of a text. Found from its end: every key asks for it of every block. */
function lastWordOf(text: string): string {
  let from = text.length;
  while (from > 0 && !/\s/u.test(text[from - 1]!)) from -= 1;
  return text.slice(from);
}

function isBareMark(word: string): boolean {
  return word === '' || /^(?:[-+*]|\d+[.)]|#{1,6})$/u.test(word);
}

function isList({ type }: Node): boolean {
  return type.name === 'bulletList' || type.name === 'orderedList';
}

function isClosed(block: Node, source: string): boolean {
  if (block.type.name === 'codeBlock') return false;
  return block.type.name !== 'verbatim' || !source.trimStart().startsWith('<');
}

function isEmpty(block: Node): boolean {
  switch (block.type.name) {
    case 'paragraph':
      return block.children.every(
        (child) => child.type.name === 'hardBreak' || (child.isText && child.text!.trim() === ''),
      );
    case 'verbatim':
      return block.textContent.trim() === '';
    default:
      return false;
  }
}

/** Behind the last one there is nothing to swallow. */
function lastBlockOf(block: Node): RootContent {
  return block.type.name === 'verbatim' ? { type: 'html', value: block.textContent } : blockOf(block);
}

function blockOf(block: Node): RootContent {
  switch (block.type.name) {
    case 'paragraph':
      return { type: 'paragraph', children: inlineOf(block) };
    case 'heading':
      return { type: 'heading', depth: Number(block.attrs['level']) as 1, children: inlineOf(block) };
    case 'horizontalRule':
      return { type: 'thematicBreak' };
    case 'codeBlock': {
      const [lang, ...meta] = String(block.attrs['language'] ?? '').split(' ');
      return {
        type: 'code',
        lang: lang === '' ? null : (lang ?? null),
        meta: meta.length === 0 ? null : meta.join(' '),
        value: block.textContent,
      };
    }
    case 'blockquote':
      return { type: 'blockquote', children: contentOf(block) };
    case 'bulletList':
      return listOf(block, { ordered: false });
    case 'orderedList':
      return listOf(block, { ordered: true, start: Number(block.attrs['start'] ?? 1) });
    case 'verbatim':
      return { type: 'html', value: closed(block.textContent) };
    default:
      throw new Error(`no Markdown for ${block.type.name}`);
  }
}

function contentOf(parent: Node): BlockContent[] {
  return parent.children.filter((block) => !isEmpty(block)).map((block) => blockOf(block) as BlockContent);
}

function listOf(block: Node, kind: Pick<List, 'ordered' | 'start'>): List {
  const children = block.children.map((item): ListItem => {
    const checked = item.attrs['checked'] as boolean | null;
    const blocks = contentOf(item);
    // A task's box stands in a paragraph.
    if (checked !== null && blocks[0]?.type !== 'paragraph') blocks.unshift({ type: 'paragraph', children: [] });
    return { type: 'listItem', checked, spread: blocks.length > 1 && !isCompact(blocks), children: blocks };
  });
  return { type: 'list', ...kind, spread: children.some(({ spread }) => spread === true), children };
}

/** A paragraph with lists below it: the form that needs no blank lines. */
function isCompact([first, ...rest]: readonly BlockContent[]): boolean {
  return (
    (first?.type === 'paragraph' || first?.type === 'list') &&
    rest.every(({ type }) => type === 'list') &&
    rest.length < 2
  );
}

/** HTML of the kinds that end at their own mark and not at a blank line: left open, they would swallow all that follows. */
const OPEN_ENDED: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^ {0,3}<!--/u, /-->/u, '\n-->'],
  [/^ {0,3}<\?/u, /\?>/u, '\n?>'],
  [/^ {0,3}<!\[CDATA\[/u, /\]\]>/u, '\n]]>'],
  [/^ {0,3}<![A-Za-z]/u, />/u, '\n>'],
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/iu, /<\/(?:script|pre|style|textarea)>/iu, '\n</pre>'],
];

function closed(html: string): string {
  const kind = OPEN_ENDED.find(([begins]) => begins.test(html));
  if (kind === undefined) return html;
  const [, ends, end] = kind;
  return ends.test(html) ? html : html + end;
}

// Inline

interface Run {
  readonly node: Node;
  readonly marks: readonly Mark[];
}

const WRAPPERS: Readonly<Record<string, (mark: Mark, children: PhrasingContent[]) => PhrasingContent>> = {
  link: ({ attrs }, children) => ({
    type: 'link',
    url: String(attrs['href'] ?? ''),
    title: (attrs['title'] as string | null) ?? null,
    children,
  }),
  bold: (_, children) => ({ type: 'strong', children }),
  italic: (_, children) => ({ type: 'emphasis', children }),
  strike: (_, children) => ({ type: 'delete', children }),
};

function inlineOf(block: Node): PhrasingContent[] {
  const isBreak = ({ node }: Run): boolean => node.type.name === 'hardBreak';
  const runs = withoutMarksOnEdges(block.children);
  // At the edges of a block Markdown has no line breaks.
  const first = runs.findIndex((run) => !isBreak(run));
  return nested(runs.slice(Math.max(first, 0), runs.findLastIndex((run) => !isBreak(run)) + 1));
}

/** Marks of emphasis may not begin or end with a space in Markdown: the space goes outside, where it looks the same. */
function withoutMarksOnEdges(children: readonly Node[]): Run[] {
  let runs: Run[] = children.flatMap((node): Run[] => {
    if (!node.isText || node.marks.some(({ type }) => type.name === 'code' || type.name === 'verbatimText')) {
      return [{ node, marks: node.marks }];
    }
    const [, before = '', middle = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(node.text!) ?? [];
    return [before, middle, after]
      .filter((part) => part !== '')
      .map((part) => ({ node: node.type.schema.text(part), marks: node.marks }));
  });
  for (const name of ['bold', 'italic', 'strike', 'link']) {
    const has = (run: Run | undefined): boolean =>
      run !== undefined && run.marks.some(({ type }) => type.name === name);
    const isBlank = ({ node }: Run): boolean =>
      node.type.name === 'hardBreak' || (node.isText && node.text!.trim() === '');
    for (const order of [[...runs.keys()], [...runs.keys()].toReversed()]) {
      const step = order[0] === 0 ? -1 : 1;
      for (const index of order) {
        const run = runs[index]!;
        const neighbour = runs[index + step];
        const continues = has(neighbour) && sameMark(run, neighbour!, name);
        if (has(run) && isBlank(run) && !continues && !isCode(run)) {
          runs = runs.with(index, { node: run.node, marks: run.marks.filter(({ type }) => type.name !== name) });
        }
      }
    }
  }
  return runs;
}

function isCode({ marks }: Run): boolean {
  return marks.some(({ type }) => type.name === 'code' || type.name === 'verbatimText');
}

function sameMark(one: Run, other: Run, name: string): boolean {
  const mark = one.marks.find(({ type }) => type.name === name);
  return mark !== undefined && mark.isInSet(other.marks);
}

/** Marks become nested spans: at every place the one that reaches farthest is the outer one. */
function nested(runs: readonly Run[]): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  let at = 0;
  while (at < runs.length) {
    const { node, marks } = runs[at]!;
    let outer: Mark | null = null;
    let end = at + 1;
    // A link is the outer one where both reach as far.
    for (const mark of marks.toSorted((a, b) => Number(b.type.name === 'link') - Number(a.type.name === 'link'))) {
      if (WRAPPERS[mark.type.name] === undefined) continue;
      let reach = at + 1;
      while (reach < runs.length && mark.isInSet(runs[reach]!.marks)) reach += 1;
      if (outer === null || reach > end) [outer, end] = [mark, reach];
    }
    if (outer === null) {
      const isOnNewLine = runs[at - 1]?.node.type.name === 'hardBreak';
      found.push(leafOf(node, marks, isOnNewLine));
      at += 1;
      continue;
    }
    const mark = outer;
    const inner = runs.slice(at, end).map((run) => ({ node: run.node, marks: mark.removeFromSet(run.marks) }));
    found.push(WRAPPERS[mark.type.name]!(mark, nested(inner)));
    at = end;
  }
  return joined(found);
}

function leafOf(node: Node, marks: readonly Mark[], isOnNewLine: boolean): PhrasingContent {
  if (node.type.name === 'hardBreak')
    return node.attrs['soft'] === true ? { type: 'text', value: '\n' } : { type: 'break' };
  if (node.type.name === 'image') {
    const { src, alt, title } = node.attrs as { src: string; alt: string; title: string | null };
    return { type: 'image', url: src, alt, title };
  }
  if (node.type.name === 'file') {
    const { src, name, title } = node.attrs as { src: string; name: string; title: string | null };
    return { type: 'link', url: src, title, children: [{ type: 'text', value: name }] };
  }
  const names = new Set(marks.map(({ type }) => type.name));
  // So far from the edge, HTML begins no block of its own.
  if (names.has('verbatimText')) return inlineSource((isOnNewLine ? '    ' : '') + node.text!);
  if (names.has('code')) return { type: 'inlineCode', value: node.text! };
  return { type: 'text', value: node.text! };
}

/** Texts side by side are one: the writer escapes by what stands beside a sign. */
function joined(contents: readonly PhrasingContent[]): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  for (const content of contents) {
    const last = found.at(-1);
    if (content.type === 'text' && last?.type === 'text')
      found[found.length - 1] = { type: 'text', value: last.value + content.value };
    else found.push(content);
  }
  return found;
}
