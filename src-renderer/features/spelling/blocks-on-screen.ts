import type { Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';

/** A block of text in a document, and which part of it counts. */
export interface PlacedBlock {
  readonly node: Node;
  readonly position: number;
  /** Count from the block's content. */
  readonly from: number;
  readonly to: number;
}

/** How far above and below the window a text counts as on the screen, in pixels: what is scrolled to is marked already. */
const MARGIN = 200;
/** A longer block than this is taken in parts: thousands of marks in one paragraph would have to be drawn with every key. */
const LONG_BLOCK = 6000;

/** Of the numbers from `low` up to `high` the first that is; `high` where none is. All behind it must be, too. */
function firstThat(low: number, high: number, is: (index: number) => boolean): number {
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (is(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The text that a person sees. Asks for the place of a few blocks and signs only: they stand below each other, so the first and the last are found by
 * halving.
 */
export function blocksOnScreen(view: EditorView): readonly PlacedBlock[] {
  if (view.dom.getClientRects().length === 0) return [];
  const found: PlacedBlock[] = [];
  const top = -MARGIN;
  const bottom = window.innerHeight + MARGIN;

  function partOf(node: Node, position: number): Pick<PlacedBlock, 'from' | 'to'> {
    const { size } = node.content;
    if (size < LONG_BLOCK) return { from: 0, to: size };
    const placeOf = (offset: number) => view.coordsAtPos(position + 1 + offset);
    const from = firstThat(0, size, (offset) => placeOf(offset).bottom >= top);
    return { from, to: firstThat(from, size, (offset) => placeOf(offset).top > bottom) };
  }

  function visit(parent: Node, start: number): void {
    const positions: number[] = [];
    parent.forEach((_child, offset) => positions.push(start + offset));
    const placeOf = (index: number): DOMRect | null => {
      const dom = view.nodeDOM(positions[index]!);
      return dom instanceof Element ? dom.getBoundingClientRect() : null;
    };
    const first = firstThat(0, positions.length, (index) => (placeOf(index)?.bottom ?? 0) >= top);
    for (let index = first; index < positions.length; index += 1) {
      const place = placeOf(index);
      if (place !== null && place.top > bottom) return;
      const node = parent.child(index);
      const position = positions[index]!;
      if (node.isTextblock) found.push({ node, position, ...partOf(node, position) });
      else if (!node.isLeaf) visit(node, position + 1);
    }
  }

  visit(view.state.doc, 0);
  return found;
}
