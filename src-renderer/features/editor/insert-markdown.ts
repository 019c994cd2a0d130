import { Fragment } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { CURSOR } from '../../../src-shared/domain/template.ts';
import { parseMarkdown } from './markdown/parse.ts';

/**
 * Puts blocks of Markdown behind the one that the caret stands in, or in its place where it is empty; the caret goes where the text has CURSOR, else behind it.
 * One step of undo.
 */
export function insertMarkdown(state: EditorState, markdown: string): Transaction {
  const { content } = parseMarkdown(state.schema, markdown).doc;
  const { $to } = state.selection;
  const isInside = $to.depth > 0;
  const block = isInside ? $to.node(1) : null;
  const takesPlace = block !== null && block.isTextblock && block.content.size === 0;
  const to = isInside ? $to.after(1) : $to.pos;
  const from = takesPlace ? $to.before(1) : to;
  const transaction = state.tr.replaceWith(from, to, content);
  const end = from + content.size;
  let cursor: number | null = null;
  transaction.doc.nodesBetween(from, end, (node, position) => {
    const at = node.isText ? node.text!.indexOf(CURSOR) : -1;
    if (at !== -1 && cursor === null) cursor = position + at;
    return cursor === null;
  });
  if (cursor === null) {
    transaction.setSelection(Selection.near(transaction.doc.resolve(end), -1));
  } else {
    transaction.replaceWith(cursor, cursor + CURSOR.length, Fragment.empty);
    transaction.setSelection(Selection.near(transaction.doc.resolve(cursor), -1));
  }
  return transaction.scrollIntoView();
}
