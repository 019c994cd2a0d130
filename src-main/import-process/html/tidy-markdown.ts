import type { BlockContent, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';

export type ReplaceAddress = (url: string, kind: 'link' | 'picture') => string | null;

/** Deeper lists and quotes go on at this level: every level is written again before each of their lines. */
const MAX_NESTING = 12;
const MAX_URL_LENGTH = 4000;

interface Place {
  readonly nesting: number;
  /** Where no line can break. */
  readonly oneLine: boolean;
  readonly inLink: boolean;
  /** Marks that are on already. */
  readonly marks: readonly string[];
}

/**
 * What was made of a page, with the things mended that Markdown has no form for: spaces at the edge of a mark, marks in themselves, line breaks in headings,
 * empty blocks, and addresses that lead nowhere or somewhere they should not.
 */
export function tidyMarkdown(nodes: readonly RootContent[], address: ReplaceAddress): RootContent[] {
  return tidyAll(nodes, { nesting: 0, oneLine: false, inLink: false, marks: [] }, address) as RootContent[];
}

function tidyAll(nodes: readonly Nodes[], place: Place, address: ReplaceAddress): Nodes[] {
  const found: Nodes[] = [];
  for (const node of nodes) for (const tidy of tidyOne(node, place, address)) add(found, tidy);
  return found;
}

/** Neighbours that are one thing become one: the writer escapes by what stands beside a sign, and `**a****b**` is not bold. */
function add(found: Nodes[], node: Nodes): void {
  const last = found.at(-1);
  if (node.type === 'text' && last?.type === 'text') last.value += node.value;
  else if (isMark(node) && last?.type === node.type && isMark(last)) {
    for (const child of node.children) add(last.children, child);
  } else found.push(node);
}

type Mark = Extract<Nodes, { type: 'emphasis' | 'strong' | 'delete' }>;

function isMark(node: Nodes): node is Mark {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete';
}

function tidyOne(node: Nodes, place: Place, address: ReplaceAddress): Nodes[] {
  const inner = (more: Partial<Place> = {}): Nodes[] =>
    'children' in node ? tidyAll(node.children, { ...place, ...more }, address) : [];
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: place.oneLine ? node.value.replace(/\s*\n\s*/g, ' ') : node.value }];
    case 'break':
      return [{ type: 'text', value: place.oneLine ? ' ' : '\n' }];
    case 'html':
    case 'definition':
      return [];
    case 'emphasis':
    case 'strong':
    case 'delete': {
      if (place.marks.includes(node.type)) return inner();
      const children = inner({ marks: [...place.marks, node.type] });
      return spacesOutside(children, (within) => ({ ...node, children: within as PhrasingContent[] }));
    }
    case 'link': {
      const url = place.inLink ? null : allowed(node.url, address(node.url, 'link'));
      if (url === null) return inner();
      return spacesOutside(inner({ inLink: true }), (within) => ({
        type: 'link',
        url,
        children: within as PhrasingContent[],
      }));
    }
    case 'image': {
      const alt = (node.alt ?? '').replace(/\s+/g, ' ').trim();
      const url = allowed(node.url, address(node.url, 'picture'));
      if (url === null) return alt === '' ? [] : [{ type: 'text', value: alt }];
      return [{ type: 'image', url, alt }];
    }
    case 'paragraph':
      return paragraphs(inner()).map((children) => ({ type: 'paragraph', children: children as PhrasingContent[] }));
    case 'heading': {
      const children = trimmed(inner({ oneLine: true }));
      return children.length === 0 ? [] : [{ ...node, children: children as PhrasingContent[] }];
    }
    case 'tableCell':
      return [{ ...node, children: trimmed(inner({ oneLine: true })) as PhrasingContent[] }];
    case 'blockquote':
    case 'list': {
      const children = inner({ nesting: place.nesting + 1 });
      if (children.length === 0) return [];
      if (place.nesting >= MAX_NESTING)
        return children.flatMap((child) => (child.type === 'listItem' ? child.children : [child]));
      if (node.type === 'blockquote') return [{ ...node, children: children as BlockContent[] }];
      const items = children as ListItem[];
      return [{ ...node, spread: items.some(({ spread }) => spread === true), children: items }];
    }
    case 'listItem': {
      const children = inner() as BlockContent[];
      // A task's box stands in a paragraph.
      if (node.checked != null && children[0]?.type !== 'paragraph')
        children.unshift({ type: 'paragraph', children: [] });
      return [{ ...node, spread: children.length > 1 && !isCompact(children), children }];
    }
    default:
      return 'children' in node ? [{ ...node, children: inner() } as Nodes] : [node];
  }
}

/** Markdown knows no emphasis that begins or ends with a space: it goes outside, where it looks the same. Nothing is left of a mark around nothing. */
function spacesOutside(children: readonly Nodes[], wrap: (within: Nodes[]) => Nodes): Nodes[] {
  const within = [...children];
  let before = '';
  let after = '';
  for (let first = within[0]; first?.type === 'text'; first = within[0]) {
    const rest = first.value.trimStart();
    before += first.value.slice(0, first.value.length - rest.length);
    if (rest !== '') {
      within[0] = { type: 'text', value: rest };
      break;
    }
    within.shift();
  }
  for (let last = within.at(-1); last?.type === 'text'; last = within.at(-1)) {
    const rest = last.value.trimEnd();
    after = last.value.slice(rest.length) + after;
    if (rest !== '') {
      within[within.length - 1] = { type: 'text', value: rest };
      break;
    }
    within.pop();
  }
  return [
    ...(before === '' ? [] : [{ type: 'text', value: before } as const]),
    ...(within.length === 0 ? [] : [wrap(within)]),
    ...(after === '' ? [] : [{ type: 'text', value: after } as const]),
  ];
}

/** Without white space at its edges and around its line breaks. */
function trimmed(children: readonly Nodes[]): Nodes[] {
  for (const child of children) {
    if (child.type === 'text')
      child.value = child.value.replace(/[ \t]+(?=\n)|(?<=\n)[ \t]+/g, '').replace(/\n{2,}/g, '\n');
  }
  return spacesOutside(children, (within) => ({ type: 'paragraph', children: within as PhrasingContent[] })).flatMap(
    (node) => (node.type === 'paragraph' ? node.children : []),
  );
}

/** Two line breaks are how many programs begin a paragraph. */
function paragraphs(children: readonly Nodes[]): Nodes[][] {
  const found: Nodes[][] = [[]];
  for (const child of children) {
    if (child.type !== 'text') {
      found.at(-1)!.push(child);
      continue;
    }
    for (const [index, part] of child.value.split(/\n[ \t]*\n\s*/).entries()) {
      if (index > 0) found.push([]);
      if (part !== '') found.at(-1)!.push({ type: 'text', value: part });
    }
  }
  return found.map((paragraph) => trimmed(paragraph)).filter((paragraph) => paragraph.length > 0);
}

/** As our editor has it: a paragraph with a list below it needs no blank lines. */
function isCompact([first, ...rest]: readonly BlockContent[]): boolean {
  return (
    (first?.type === 'paragraph' || first?.type === 'list') &&
    rest.every(({ type }) => type === 'list') &&
    rest.length < 2
  );
}

/** The importer's own address; else a web or mail address; null for every other. */
function allowed(url: string, replaced: string | null): string | null {
  if (replaced !== null) return replaced;
  if (url.length > MAX_URL_LENGTH || !/^(?:https?:\/\/|mailto:)[^\s]/i.test(url)) return null;
  return url.replace(/\s/g, (space) => encodeURIComponent(space));
}
