import type { Element, ElementContent, Root as HtmlRoot, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { toHast } from 'mdast-util-to-hast';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { attachmentIdIn } from '../media-names.ts';

/** As the editor reads it. */
function readMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfmStrikethrough({ singleTilde: false }), gfmTable(), gfmTaskListItem(), gfmFootnote()],
    mdastExtensions: [
      gfmStrikethroughFromMarkdown(),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      gfmFootnoteFromMarkdown(),
    ],
  });
}

/** What may stand in a book; whatever else there is gives its content and no more. */
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'p br hr em strong del code pre blockquote ul ol li a img sup section h1 h2 h3 h4 h5 h6 ' +
    'table thead tbody tr th td input'
  ).split(' '),
);

/** Beside `href` and `src`, which are looked at one by one. */
const ATTRIBUTES: ReadonlySet<string> = new Set(['id', 'start', 'align', 'type', 'checked', 'disabled', 'className']);

/** Addresses that a reader may follow out of a book. Within it only its own footnotes are linked. */
const OUTSIDE = /^(?:https?:\/\/|mailto:)/iu;

export interface BodyOptions {
  /** Distinguishes the footnotes of one entry from those of another. */
  readonly prefix: string;
  /** How a file of the vault is shown: an element, or a few. Called in the order of the text. */
  readonly file: (id: string, words: string, isImage: boolean) => ElementContent[];
}

/** Signs that mean something to Markdown or to HTML wherever they stand, what does at the beginning of a line, and what does at its end. */
const MARKUP = /[\\`*_[\]<&\0~|\r\uFEFF]|^(?: {4}| {0,3}\t| {0,3}(?:[#>+=~:-]|\d{1,9}[.)]))|[ \t]$/mu;

/** Paragraphs without any markup, as most of a diary is: reading Markdown takes five milliseconds a page, and a book has thousands of pages. */
function plainParagraphs(text: string): string {
  const paragraphs = text.split(/\n\n+/u).map((paragraph) => paragraph.replaceAll(/^[ \n]+|\n+$|(?<=\n) +/gu, ''));
  return paragraphs
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n');
}

/** The text as it was typed, in paragraphs and lines: for what is too long or too deep to be read as Markdown. */
export function renderTyped(markdown: string): string {
  return plainParagraphs(escapeHtml(markdown)).replaceAll(/(?<!<\/p>)\n/gu, '<br>\n');
}

/** An entry's Markdown as HTML: no element, attribute or address but those above, and every text escaped. HTML in it is text. */
export function renderBody(markdown: string, options: BodyOptions): string {
  return MARKUP.test(markdown) ? renderMarkdown(markdown, options) : plainParagraphs(markdown);
}

/** Exported for the test that compares the two. */
export function renderMarkdown(markdown: string, options: BodyOptions): string {
  const tree = readMarkdown(markdown);
  const html = toHast(tree, {
    clobberPrefix: options.prefix,
    footnoteLabel: 'Notes',
    handlers: { html: (_state, node: { value: string }) => ({ type: 'text', value: node.value }) },
  });
  const root: HtmlRoot = { type: 'root', children: cleanAll(childrenOf(html), options) };
  return toHtml(root, { characterReferences: { useNamedReferences: false } });
}

function childrenOf(node: { type: string }): RootContent[] {
  return 'children' in node && Array.isArray(node.children) ? (node.children as RootContent[]) : [];
}

function cleanAll(nodes: readonly RootContent[], options: BodyOptions): ElementContent[] {
  return nodes.flatMap((node) => cleanNode(node, options));
}

function cleanNode(node: RootContent, options: BodyOptions): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  if (node.tagName === 'img') return image(node, options);
  const children = cleanAll(node.children, options);
  if (node.tagName === 'a') return link(node, children, options);
  if (!ELEMENTS.has(node.tagName)) return children;
  return [{ type: 'element', tagName: demoted(node.tagName), properties: attributes(node, options.prefix), children }];
}

/** A book's own headings go down to an entry's title. */
function demoted(tagName: string): string {
  return /^h[1-6]$/u.test(tagName) ? 'h6' : tagName;
}

/** Ids are those of footnotes, each once in a book. */
function attributes({ tagName, properties }: Element, prefix: string): Element['properties'] {
  const kept = Object.entries(properties).filter(
    ([name, value]) => ATTRIBUTES.has(name) && (name !== 'id' || String(value).startsWith(prefix)),
  );
  const level = /^h([1-6])$/u.exec(tagName)?.[1];
  return { ...Object.fromEntries(kept), ...(level === undefined ? {} : { className: [`level-${level}`] }) };
}

function link(node: Element, children: ElementContent[], { file, prefix }: BodyOptions): ElementContent[] {
  const href = String(node.properties['href'] ?? '');
  const id = attachmentIdIn(href);
  if (id !== null) return file(id, textOf(node), false);
  const isNote = href.startsWith(`#${prefix}`);
  if (!isNote && !OUTSIDE.test(href)) return children;
  return [{ type: 'element', tagName: 'a', properties: { ...attributes(node, prefix), href }, children }];
}

/** A picture of the vault's; any other would have to be fetched, and is a link. */
function image(node: Element, { file }: BodyOptions): ElementContent[] {
  const source = String(node.properties['src'] ?? '');
  const words = String(node.properties['alt'] ?? '');
  const id = attachmentIdIn(source);
  if (id !== null) return file(id, words, true);
  const text: ElementContent = { type: 'text', value: words === '' ? source : words };
  if (!OUTSIDE.test(source)) return [text];
  return [{ type: 'element', tagName: 'a', properties: { href: source }, children: [text] }];
}

function textOf(node: Element | ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign).replaceAll('\0', '\uFFFD');
}
