import { escapeHtml, isObject, objectsIn, textIn } from './html.ts';

type Node = Readonly<Record<string, unknown>>;

/** More than anybody nests; what lies deeper is kept as its text. */
const MAX_DEPTH = 60;
const FORMATS: readonly (readonly [number, string])[] = [
  [16, 'code'],
  [4, 'del'],
  [2, 'em'],
  [1, 'strong'],
];
const MARKS: Readonly<Record<string, string>> = { quote: 'blockquote', tablerow: 'tr', tablecell: 'td' };

/**
 * A note of the Super editor, whose text is the state of a Lexical editor, as HTML: paragraphs, headings, lists, tasks, quotes, code, tables, links.
 * @param titleOf the title of a note that another one links to
 * @returns null where it is no such text
 */
export function superNoteToHtml(text: string, titleOf: (uuid: string) => string): string | null {
  let state: unknown;
  try {
    state = JSON.parse(text);
  } catch {
    return null;
  }
  const root = isObject(state) ? state['root'] : null;
  if (!isObject(root) || !Array.isArray(root['children'])) return null;
  return childrenOf(root, 0, titleOf);
}

function childrenOf(node: Node, depth: number, titleOf: (uuid: string) => string): string {
  if (depth > MAX_DEPTH) return escapeHtml(textBelow(node));
  return objectsIn(node, 'children')
    .map((child) => htmlOf(child, depth + 1, titleOf))
    .join('');
}

function htmlOf(node: Node, depth: number, titleOf: (uuid: string) => string): string {
  const type = textIn(node, 'type');
  const inner = (): string => childrenOf(node, depth, titleOf);
  switch (type) {
    case 'text':
    case 'code-highlight':
      return formatted(node);
    case 'linebreak':
      return '<br>';
    case 'tab':
      return ' ';
    case 'heading': {
      const tag = textIn(node, 'tag');
      const level = /^h[1-6]$/.test(tag) ? tag : 'h2';
      return `<${level}>${inner()}</${level}>`;
    }
    case 'list':
      return listOf(node, inner());
    case 'listitem':
      return `<li>${typeof node['checked'] === 'boolean' ? box(node['checked']) : ''}${inner()}</li>`;
    case 'code': {
      const language = /^[\w+#-]{1,40}$/.test(textIn(node, 'language')) ? textIn(node, 'language') : '';
      return `<pre><code${language === '' ? '' : ` class="language-${language}"`}>${escapeHtml(codeBelow(node))}</code></pre>`;
    }
    case 'link':
    case 'autolink':
      return `<a href="${escapeHtml(textIn(node, 'url'))}">${inner()}</a>`;
    case 'horizontalrule':
      return '<hr>';
    case 'table':
      return `<table>${inner()}</table>`;
    case 'quote':
    case 'tablerow':
    case 'tablecell':
      return `<${MARKS[type]}>${inner()}</${MARKS[type]}>`;
    case 'snbubble':
      return escapeHtml(titleOf(textIn(node, 'itemUuid')));
    case 'unencrypted-image':
      return imageOf(node);
    case 'youtube':
      return linkTo(`https://www.youtube.com/watch?v=${textIn(node, 'videoID')}`);
    case 'tweet':
      return linkTo(`https://twitter.com/i/web/status/${textIn(node, 'id')}`);
    default:
      return `<p>${inner()}</p>`;
  }
}

function formatted(node: Node): string {
  const text = escapeHtml(textIn(node, 'text'));
  const format = typeof node['format'] === 'number' ? node['format'] : 0;
  return FORMATS.reduce((html, [bit, tag]) => ((format & bit) === 0 ? html : `<${tag}>${html}</${tag}>`), text);
}

function listOf(node: Node, items: string): string {
  if (textIn(node, 'listType') !== 'number') return `<ul>${items}</ul>`;
  const start = node['start'];
  return `<ol start="${typeof start === 'number' && Number.isInteger(start) && start >= 0 ? start : 1}">${items}</ol>`;
}

export function box(isChecked: boolean): string {
  return `<input type="checkbox"${isChecked ? ' checked' : ''}> `;
}

function imageOf(node: Node): string {
  const address = textIn(node, 'src');
  return /^https?:\/\//i.test(address)
    ? `<img src="${escapeHtml(address)}" alt="${escapeHtml(textIn(node, 'alt'))}">`
    : '';
}

function linkTo(address: string): string {
  return `<p><a href="${escapeHtml(address)}">${escapeHtml(address)}</a></p>`;
}

function codeBelow(node: Node): string {
  return objectsIn(node, 'children')
    .map((child) =>
      textIn(child, 'type') === 'linebreak' ? '\n' : textIn(child, 'type') === 'tab' ? '\t' : textIn(child, 'text'),
    )
    .join('');
}

/** All text below a node, without going down a level for each of its levels. */
function textBelow(node: Node): string {
  const texts: string[] = [];
  const open: Node[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (textIn(next, 'text') !== '') texts.push(textIn(next, 'text'));
    open.push(...objectsIn(next, 'children').toReversed());
  }
  return texts.join(' ');
}
