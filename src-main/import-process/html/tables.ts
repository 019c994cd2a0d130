import { defaultTreeAdapter, type DefaultTreeAdapterTypes as Parse5 } from 'parse5';

/** A cell of a Markdown table is a part of one line: what stands in more than one, or is a list, has no place there. */
const NEEDS_LINES = new Set([
  'table',
  'ul',
  'ol',
  'dl',
  'menu',
  'pre',
  'blockquote',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
/** The writer fills every row up to the longest. */
const MAX_CELLS = 20_000;
const MAX_COLUMNS = 100;

interface Shape {
  rows: number;
  columns: number;
  needsLines: boolean;
}

/** Whether a table holds data that a Markdown table can hold. Others lay out a page, or hold more than a line in a cell: their cells are read one behind the other. */
export function readsAsTable(table: Parse5.Element): boolean {
  const shape: Shape = { rows: 0, columns: 0, needsLines: false };
  lookAtRows(table, shape);
  return (
    !shape.needsLines &&
    shape.rows > 0 &&
    shape.columns > 1 &&
    shape.columns <= MAX_COLUMNS &&
    shape.rows * shape.columns <= MAX_CELLS
  );
}

function elementsIn(node: Parse5.Element): Parse5.Element[] {
  return node.childNodes.filter((child) => defaultTreeAdapter.isElementNode(child));
}

function lookAtRows(part: Parse5.Element, shape: Shape): void {
  for (const child of elementsIn(part)) {
    if (child.tagName === 'tr') {
      const cells = elementsIn(child).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
      shape.rows += 1;
      // A cell may say that it stands for up to nine.
      const wide = cells.filter((cell) => cell.attrs.some(({ name }) => name === 'colspan')).length;
      shape.columns = Math.max(shape.columns, cells.length + wide * 8);
      shape.needsLines ||= cells.some((cell) => needsLines(cell));
    } else if (/^t(?:head|body|foot)$/.test(child.tagName)) lookAtRows(child, shape);
  }
}

/** Goes down without calling itself: it looks before anybody knows how deep the page is. */
function needsLines(cell: Parse5.Element): boolean {
  let blocks = 0;
  const open = elementsIn(cell);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (NEEDS_LINES.has(node.tagName)) return true;
    if (node.tagName === 'p' || node.tagName === 'div') blocks += 1;
    if (blocks > 1) return true;
    for (const child of elementsIn(node)) open.push(child);
  }
  return false;
}
