import type { Element, ElementContent, Root, Text } from 'hast';
import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterTypes as Parse5 } from 'parse5';
import { readsAsTable } from './tables.ts';

/** More than any page nests, and few enough for code that calls itself once a level. */
const MAX_DEPTH = 200;
const MAX_ELEMENTS = 50_000;

/** Dropped with all that is in them: their text is no text of a page. */
const NO_TEXT = new Set([
  'script',
  'style',
  'template',
  'title',
  'head',
  'base',
  'link',
  'meta',
  'noframes',
  'noembed',
  'object',
  'embed',
  'source',
  'track',
  'param',
  'area',
  'iframe',
  'select',
  'textarea',
  'svg',
  'math',
]);
const CODE = new Set(['code', 'kbd', 'samp', 'tt', 'var']);
const CODE_BLOCKS = new Set(['pre', 'listing', 'xmp', 'plaintext']);
const SOUND_AND_FILM = new Set(['video', 'audio']);
const TABLE_PARTS = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption', 'colgroup', 'col']);
/** What may stand around the box of a task. */
const BOX_WRAPPERS = new Set(['p', 'label', 'div', 'span']);
/** Words of theirs would be left out by what makes Markdown of them. */
const OTHER_NAMES: Readonly<Record<string, string>> = { menu: 'ul', dialog: 'div', mark: 'span', noscript: 'div' };
const BREAKS_LINE = /^(?:br|p|div|li|tr|h[1-6]|blockquote)$/;

/** Thrown where a page is nested too deep or holds too much. */
export class TooComplexHtml extends Error {
  override readonly name = 'TooComplexHtml';
}

/**
 * The parts of a page that Markdown has a form for, as a tree that is never deeper than MAX_DEPTH: without scripts, styles, comments, and attributes that say
 * nothing here.
 * @throws TooComplexHtml
 */
export function parseHtml(html: string): Root {
  let elements = 0;
  let depth = 0;
  const fragment = parseFragment(html, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...args) => {
        elements += 1;
        if (elements > MAX_ELEMENTS) throw new TooComplexHtml();
        return defaultTreeAdapter.createElement(...args);
      },
      // With many open elements each further one costs more to place.
      onItemPush: () => {
        depth += 1;
        if (depth > MAX_DEPTH) throw new TooComplexHtml();
      },
      onItemPop: () => {
        depth -= 1;
      },
    },
  });
  const content = contentOf(fragment.childNodes, { depth: 0, inTable: false });
  // In a block, so that loose text becomes a paragraph.
  return { type: 'root', children: [element('div', {}, content)] };
}

interface Place {
  readonly depth: number;
  readonly inTable: boolean;
}

function contentOf(nodes: readonly Parse5.ChildNode[], place: Place): ElementContent[] {
  if (place.depth > MAX_DEPTH) throw new TooComplexHtml();
  const content: ElementContent[] = [];
  for (const node of nodes) {
    if (defaultTreeAdapter.isTextNode(node)) add(content, textNode(tidySpaces(node.value)));
    else if (defaultTreeAdapter.isElementNode(node) && !NO_TEXT.has(node.tagName))
      for (const child of elementOf(node, place)) add(content, child);
  }
  return content;
}

/** Elements that are something without anything in them. */
const STAND_ALONE = new Set(['img', 'image', 'br', 'hr', 'wbr', 'input', 'td', 'th', 'tr']);
const BLANK = /^[ \t\n\f\r]*$/;

/**
 * Leaves out what holds nothing, and joins the white space around it: what makes Markdown of the tree looks from every text to the next one, and would look through all
 * that is empty each time.
 */
function add(content: ElementContent[], node: ElementContent): void {
  const last = content.at(-1);
  if (node.type === 'text' && last?.type === 'text') last.value += node.value;
  else if (node.type !== 'element' || STAND_ALONE.has(node.tagName)) content.push(node);
  else if (node.children.length === 0) return;
  else if (
    node.children.every((child) => child.type === 'text' && BLANK.test(child.value)) &&
    !TABLE_PARTS.has(node.tagName)
  )
    add(content, textNode(' '));
  else content.push(node);
}

/** Editors put fixed spaces where they could not hold an ordinary one; alone between words they were typed. */
function tidySpaces(text: string): string {
  return text.replace(/\u00A0(?=[ \u00A0]|$)|(?<=[ \u00A0]|^)\u00A0/g, ' ');
}

function elementOf(node: Parse5.Element, { depth, inTable }: Place): ElementContent[] {
  const name = Object.hasOwn(OTHER_NAMES, node.tagName) ? OTHER_NAMES[node.tagName]! : node.tagName;
  if (name === 'input') return inputOf(node);
  if (SOUND_AND_FILM.has(name)) return [filmOf(node)];
  if (CODE_BLOCKS.has(name)) return [codeBlockOf(node)];
  if (CODE.has(name)) return [element(name, {}, [textNode(textOf(node, depth))])];
  const place = { depth: depth + 1, inTable };
  if (!TABLE_PARTS.has(name)) {
    const children = contentOf(node.childNodes, place);
    return [element(name, propertiesOf(node), name === 'li' ? withBoxFirst(node, children) : children)];
  }
  const keepsTable = name === 'table' ? !inTable && readsAsTable(node) : inTable;
  if (!keepsTable) return [element('div', {}, contentOf(node.childNodes, { ...place, inTable: false }))];
  if (name !== 'table')
    return [element(name, propertiesOf(node), contentOf(node.childNodes, { ...place, inTable: true }))];
  const parts = node.childNodes.filter((child) => child.nodeName !== 'caption');
  const captions = node.childNodes.filter((child) => child.nodeName === 'caption');
  return [
    ...(captions.length > 0 ? [element('div', {}, contentOf(captions, { ...place, inTable: false }))] : []),
    element('table', {}, contentOf(parts, { ...place, inTable: true })),
  ];
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function textNode(value: string): Text {
  return { type: 'text', value };
}

export function attribute(node: Parse5.Element, name: string): string | null {
  return node.attrs.find((attr) => attr.name === name)?.value ?? null;
}

const MEANINGFUL = ['href', 'src', 'alt', 'start'] as const;
const MAX_START = 999_999_999;

function propertiesOf(node: Parse5.Element): Element['properties'] {
  const properties: Element['properties'] = {};
  for (const name of MEANINGFUL) {
    const value = attribute(node, name);
    if (value === null) continue;
    if (name !== 'start') properties[name] = value.trim();
    else if (/^\d{1,9}$/.test(value)) properties[name] = Math.min(Number(value), MAX_START);
  }
  const align = attribute(node, 'align')?.toLowerCase();
  if (align === 'left' || align === 'right' || align === 'center') properties['align'] = align;
  for (const [name, property] of [
    ['colspan', 'colSpan'],
    ['rowspan', 'rowSpan'],
  ] as const) {
    // Larger ones were never meant, and each cell of them would be made.
    const value = attribute(node, name);
    if (value !== null && /^[2-9]$/.test(value)) properties[property] = Number(value);
  }
  return properties;
}

function isBox(node: Parse5.Element): boolean {
  return node.tagName === 'input' && attribute(node, 'type')?.toLowerCase() === 'checkbox';
}

function inputOf(node: Parse5.Element): Element[] {
  if (!isBox(node)) return [];
  return [boxElement(attribute(node, 'checked') !== null)];
}

function boxElement(checked: boolean): Element {
  return element('input', { type: 'checkbox', checked }, []);
}

/** The box of a task is the first thing in its item, wherever a program puts it: `<li data-checked="true">`, `<label><input type="checkbox"></label>`. */
function withBoxFirst(node: Parse5.Element, children: ElementContent[]): ElementContent[] {
  const box = takeBox(children, 0);
  const said = attribute(node, 'data-checked');
  if (box !== null) return [box, ...children];
  return said === null ? children : [boxElement(said === 'true'), ...children];
}

const MAX_BOX_WRAPPERS = 4;

/** Takes the box out of a list of contents where it is the first thing in them. */
function takeBox(children: ElementContent[], depth: number): Element | null {
  const index = children.findIndex((child) => child.type !== 'text' || child.value.trim() !== '');
  const first = children[index];
  if (first?.type !== 'element') return null;
  if (first.tagName === 'input') {
    children.splice(0, index + 1);
    return first;
  }
  if (!BOX_WRAPPERS.has(first.tagName) || depth >= MAX_BOX_WRAPPERS) return null;
  return takeBox(first.children, depth + 1);
}

/** Becomes a link to what it plays. */
function filmOf(node: Parse5.Element): Element {
  const sources = [node, ...node.childNodes.filter((child) => child.nodeName === 'source')] as Parse5.Element[];
  const address = sources.map((source) => attribute(source, 'src')).find((src) => src !== null) ?? '';
  return element(
    'a',
    { href: address.trim() },
    address === '' ? [] : [textNode(node.tagName === 'video' ? 'Video' : 'Audio')],
  );
}

function codeBlockOf(node: Parse5.Element): Element {
  const inner = node.childNodes.find((child) => defaultTreeAdapter.isElementNode(child) && child.tagName === 'code');
  const classes = inner === undefined ? null : attribute(inner as Parse5.Element, 'class');
  const language = /(?:^|\s)(language-[^\s`]{1,40})(?:\s|$)/.exec(classes ?? '')?.[1];
  const code = textOf(node, 0).replace(/\n+$/, '');
  return element('pre', {}, [
    element('code', language === undefined ? {} : { className: [language] }, [textNode(code)]),
  ]);
}

/** All text of an element, with a line break where a page shows one. */
function textOf(node: Parse5.Element, depth: number): string {
  if (depth > MAX_DEPTH) throw new TooComplexHtml();
  let value = '';
  for (const child of node.childNodes) {
    if (defaultTreeAdapter.isTextNode(child)) value += child.value;
    else if (defaultTreeAdapter.isElementNode(child) && !NO_TEXT.has(child.tagName)) {
      const breaks = BREAKS_LINE.test(child.tagName);
      if (breaks && child.tagName !== 'br' && value !== '' && !value.endsWith('\n')) value += '\n';
      value += textOf(child, depth + 1);
      if (breaks && !(child.tagName !== 'br' && value.endsWith('\n'))) value += '\n';
    }
  }
  return value;
}
