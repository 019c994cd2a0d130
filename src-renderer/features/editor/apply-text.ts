import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { parseMarkdown } from './markdown/parse.ts';
import type { BlockSource, ParsedMarkdown } from './markdown/parse.ts';

/**
 * What makes a document into what another text says (another device's words, a revision): the one stretch that differs is replaced, so that the caret and the undo
 * history stay where they are.
 */
export function changeTo(
  state: EditorState,
  markdown: string,
): { readonly transaction: Transaction; readonly parsed: ParsedMarkdown } {
  const parsed = parseMarkdown(state.schema, markdown);
  const transaction = state.tr.setMeta('addToHistory', false).setMeta('fromOutside', true);
  const start = state.doc.content.findDiffStart(parsed.doc.content);
  if (start !== null) {
    let { a, b } = state.doc.content.findDiffEnd(parsed.doc.content)!;
    // Where the same word stands twice, the ends may lie before the beginning.
    const overlap = start - Math.min(a, b);
    if (overlap > 0) {
      a += overlap;
      b += overlap;
    }
    transaction.replace(start, a, parsed.doc.slice(start, b));
  }
  return { transaction, parsed: onto(parsed, transaction.doc) };
}

/** The sources of a text for a document that is equal to the one read from it, but made of other blocks. */
function onto(parsed: ParsedMarkdown, doc: Node): ParsedMarkdown {
  if (!doc.eq(parsed.doc)) return { ...parsed, sources: new Map() };
  const sources = new Map<Node, BlockSource>();
  doc.children.forEach((block, index) => {
    const source = parsed.sources.get(parsed.doc.child(index));
    if (source !== undefined)
      sources.set(block, { ...source, before: source.before === null ? null : doc.child(index - 1) });
  });
  return { ...parsed, doc, sources };
}
