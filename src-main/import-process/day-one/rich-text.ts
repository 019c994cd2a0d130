import { cleanText } from '../clean-text.ts';
import { isObject, objectsIn, type JsonObject } from '../json-values.ts';
import { mediaLink } from './media.ts';
import { longestBackticks, renderSpans, type Span } from './rich-text-spans.ts';

interface Line {
  readonly type: 'line';
  readonly spans: readonly Span[];
  /** Day One's attributes of the line as a whole. */
  readonly attributes: JsonObject;
}

/** Something that stands on a line of its own, as Markdown. */
interface Embedded {
  readonly type: 'embedded';
  readonly markdown: string;
}

/**
 * Markdown of an entry's rich text (a JSON text of Day One's own), escaped as Day One escapes its Markdown; null where it
 * cannot be read. Highlights are lost, as in Day One's own Markdown.
 */
export function richTextToMarkdown(richText: unknown): string | null {
  if (typeof richText !== 'string') return null;
  let root: unknown;
  try {
    root = JSON.parse(richText);
  } catch {
    return null;
  }
  if (!isObject(root) || !Array.isArray(root['contents'])) return null;
  return renderBlocks(readBlocks(objectsIn(root['contents'])));
}

function readBlocks(runs: readonly JsonObject[]): (Line | Embedded)[] {
  const blocks: (Line | Embedded)[] = [];
  let spans: Span[] = [];
  let attributes: JsonObject | null = null;
  const endLine = (): void => {
    blocks.push({ type: 'line', spans, attributes: attributes ?? {} });
    spans = [];
    attributes = null;
  };
  for (const run of runs) {
    if (Array.isArray(run['embeddedObjects'])) {
      if (spans.length > 0) endLine();
      for (const object of objectsIn(run['embeddedObjects'])) {
        const markdown = renderEmbedded(object);
        if (markdown !== null) blocks.push({ type: 'embedded', markdown });
      }
    }
    if (typeof run['text'] !== 'string') continue;
    const runAttributes = isObject(run['attributes']) ? run['attributes'] : {};
    const texts = cleanText(run['text']).split('\n');
    for (const [index, text] of texts.entries()) {
      if (index > 0) endLine();
      // Behind a run's last line break begins a line of which the run says nothing.
      if (text === '' && index > 0 && index === texts.length - 1) continue;
      if (isObject(runAttributes['line'])) attributes = runAttributes['line'];
      spans.push({ text, attributes: runAttributes });
    }
  }
  if (spans.length > 0) endLine();
  return blocks;
}

function renderEmbedded(object: JsonObject): string | null {
  const { type, identifier, markdown, url } = object;
  if (type === 'horizontalRuleLine' || type === 'horizontalLineRule') return '---';
  if (typeof type === 'string' && typeof identifier === 'string') return mediaLink(type, identifier);
  // A table carries its own Markdown; a film or a song from elsewhere its address.
  if (typeof markdown === 'string') return markdown;
  return typeof url === 'string' && /^https?:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : null;
}

type BlockKind = 'paragraph' | 'heading' | 'list' | 'quote' | 'code' | 'embedded';

function kindOf(block: Line | Embedded): BlockKind {
  if (block.type === 'embedded') return 'embedded';
  const { header, listStyle, quote, codeBlock } = block.attributes;
  if (codeBlock === true) return 'code';
  if (typeof listStyle === 'string') return 'list';
  if (quote === true) return 'quote';
  return headingLevel(header) > 0 ? 'heading' : 'paragraph';
}

function headingLevel(header: unknown): number {
  return typeof header === 'number' && header >= 1 && header <= 6 ? Math.floor(header) : 0;
}

function textOf(line: Line): string {
  return line.spans.map((span) => span.text).join('');
}

function renderBlocks(blocks: readonly (Line | Embedded)[]): string {
  const output: string[] = [];
  let last: BlockKind | null = null;
  let code: string[] = [];
  let level = 0;
  const add = (kind: BlockKind, text: string): void => {
    const continues = kind === last && kind !== 'heading' && kind !== 'embedded';
    if (!continues && output.length > 0 && output.at(-1) !== '') output.push('');
    output.push(text);
    last = kind;
  };
  const endCode = (): void => {
    if (code.length === 0) return;
    const fence = '`'.repeat(Math.max(2, longestBackticks(code.join('\n'))) + 1);
    // One item, so that the lines of code are never taken for blank lines between blocks.
    add('code', [fence, ...code, fence].join('\n'));
    code = [];
  };
  for (const block of blocks) {
    const kind = kindOf(block);
    if (kind === 'code') {
      code.push(textOf(block as Line));
      continue;
    }
    endCode();
    if (kind !== 'list') level = 0;
    if (block.type === 'embedded') {
      add(kind, block.markdown);
      continue;
    }
    const text = renderSpans(block.spans);
    if (kind === 'list') {
      level = Math.min(indentLevel(block.attributes['indentLevel']), level + 1);
      add(kind, `${'    '.repeat(level - 1)}${listMarker(block.attributes)}${text}`.trimEnd());
    } else if (kind === 'quote') {
      add(kind, `> ${text}`.trimEnd());
    } else if (text === '') {
      if (output.length > 0 && output.at(-1) !== '') output.push('');
      last = null;
    } else {
      add(kind, kind === 'heading' ? `${'#'.repeat(headingLevel(block.attributes['header']))} ${text}` : text);
    }
  }
  endCode();
  return output.join('\n').trimEnd();
}

const MAX_INDENT = 20;

function indentLevel(value: unknown): number {
  return typeof value === 'number' && value >= 1 ? Math.min(Math.floor(value), MAX_INDENT) : 1;
}

function listMarker({ listStyle, listIndex, checked }: JsonObject): string {
  if (listStyle === 'checkbox') return checked === true ? '- [x] ' : '- [ ] ';
  if (listStyle !== 'numbered') return '- ';
  const number =
    typeof listIndex === 'number' && listIndex >= 0 && listIndex <= 999_999_999 ? Math.floor(listIndex) : 1;
  return `${number}. `;
}
