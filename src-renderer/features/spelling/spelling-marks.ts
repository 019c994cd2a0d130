import { closeHistory, isHistoryTransaction } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { EditorView } from '@tiptap/pm/view';
import type { PlacedBlock } from './blocks-on-screen.ts';
import type { Spelling } from './spelling-store.ts';
import { misspeltAmong, wordsIn } from './words.ts';
import type { Word } from './words.ts';

/** A word of a document; positions are the document's. */
export interface PlacedWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** A misspelt word that somebody asked about. */
export interface AskedWord extends PlacedWord {
  readonly suggestions: readonly string[];
}

export type Speller = Pick<Spelling, 'isOn' | 'isCorrect' | 'learn' | 'suggest' | 'subscribe' | 'enter' | 'noteFocus'>;

export interface SpellingMarks {
  readonly marks: DecorationSet;
  /** Where the caret stands in a word that is being typed: it is not marked before the caret has left it. */
  readonly typing: number | null;
}

/** What a look at some blocks has found, or that the caret has left, or that nothing is to be marked. */
type SpellingMeta =
  | { readonly type: 'found'; readonly blocks: readonly FoundInBlock[] }
  | { readonly type: 'left' }
  | { readonly type: 'off' }
  | { readonly type: 'chosen' };

interface FoundInBlock {
  readonly from: number;
  readonly to: number;
  readonly words: readonly PlacedWord[];
}

export const spellingKey = new PluginKey<SpellingMarks>('spelling');

/** Blocks that are looked at in one go on the way to the next misspelt word. */
const BLOCKS_AT_ONCE = 60;

const WORD_SIGN = /[\p{L}\p{M}\p{N}_'’]/u;

function markOf({ word, from, to }: PlacedWord): Decoration {
  return Decoration.inline(from, to, { nodeName: 'span', 'data-misspelt': '', 'aria-invalid': 'spelling' }, { word });
}

function wordOf(mark: Decoration): string {
  return (mark.spec as { readonly word: string }).word;
}

/** The signs of a word around a place; both ends are the place where there are none. */
function runAround(doc: Node, place: number): { readonly from: number; readonly to: number } {
  const { parent, parentOffset } = doc.resolve(place);
  if (!parent.isTextblock) return { from: place, to: place };
  const start = Math.max(0, parentOffset - 100);
  const before = parent.textBetween(start, parentOffset, ' ', ' ');
  const after = parent.textBetween(parentOffset, Math.min(parent.content.size, parentOffset + 100), ' ', ' ');
  let from = before.length;
  while (from > 0 && WORD_SIGN.test(before[from - 1]!)) from -= 1;
  let to = 0;
  while (to < after.length && WORD_SIGN.test(after[to]!)) to += 1;
  return { from: place - (before.length - from), to: place + to };
}

/** Whether a mark that a change came near to still stands under its word, and under all of it. */
function isWhole(doc: Node, mark: Decoration): boolean {
  const run = runAround(doc, mark.from);
  return (
    doc.textBetween(mark.from, mark.to, '\n', '\n') === wordOf(mark) &&
    // An apostrophe beside a word may be a quotation mark.
    doc.textBetween(run.from, run.to, '\n', '\n').replaceAll(/^['’]+|['’]+$/gu, '') === wordOf(mark)
  );
}

function typedAt(transaction: Transaction): number | null {
  const isTyped =
    transaction.selection.empty &&
    transaction.getMeta('fromOutside') === undefined &&
    transaction.getMeta('uiEvent') === undefined &&
    transaction.getMeta(spellingKey) === undefined &&
    !isHistoryTransaction(transaction);
  return isTyped ? transaction.selection.head : null;
}

function withFound(doc: Node, marks: DecorationSet, blocks: readonly FoundInBlock[]): DecorationSet {
  const gone = blocks.flatMap(({ from, to }) => marks.find(from, to));
  return marks.remove(gone).add(
    doc,
    blocks.flatMap(({ words }) => words.map(markOf)),
  );
}

/** Pure, and all that a keystroke costs: marks move with the text, and those under a changed word go. */
export function nextMarks(transaction: Transaction, before: SpellingMarks): SpellingMarks {
  const meta = transaction.getMeta(spellingKey) as SpellingMeta | undefined;
  const { doc, mapping } = transaction;
  if (meta?.type === 'off') return { marks: DecorationSet.empty, typing: null };
  if (meta?.type === 'left') return { ...before, typing: null };
  if (meta?.type === 'found') return { ...before, marks: withFound(doc, before.marks, meta.blocks) };
  if (!transaction.docChanged) {
    if (!transaction.selectionSet || before.typing === null) return before;
    const { from, to } = runAround(doc, before.typing);
    const { head, empty } = transaction.selection;
    return { ...before, typing: empty && from <= head && head <= to ? head : null };
  }
  let marks = before.marks.map(mapping, doc);
  mapping.maps.forEach((map, index) => {
    map.forEach((_oldFrom, _oldTo, newFrom, newTo) => {
      const rest = mapping.slice(index + 1);
      const near = marks.find(rest.map(newFrom, -1), rest.map(newTo, 1));
      marks = marks.remove(near.filter((mark) => !isWhole(doc, mark)));
    });
  });
  return { marks, typing: typedAt(transaction) };
}

function wordsOf({ node, from, to }: PlacedBlock): readonly Word[] {
  const words = wordsIn(node);
  return from === 0 && to === node.content.size ? words : words.filter((word) => word.to >= from && word.from <= to);
}

/** What there is to mark in a block. */
function foundIn(speller: Pick<Speller, 'isCorrect'>, state: EditorState, block: PlacedBlock): FoundInBlock {
  const start = block.position + 1;
  const words = wordsOf(block);
  const typing = spellingKey.getState(state)?.typing ?? null;
  const typed = typing === null ? null : runAround(state.doc, typing);
  return {
    from: start,
    to: start + block.node.content.size,
    words: misspeltAmong(words, (word) => speller.isCorrect(word) === true)
      .map(({ word, from, to }) => ({ word, from: start + from, to: start + to }))
      .filter(({ from, to }) => typed === null || to <= typed.from || typed.to <= from),
  };
}

/** Whether the marks of a block are already those that were found: then nothing has to be drawn. */
function isMarked(marks: DecorationSet, { from, to, words }: FoundInBlock): boolean {
  const present = marks.find(from, to);
  return (
    present.length === words.length &&
    words.every((word) => present.some((mark) => mark.from === word.from && mark.to === word.to))
  );
}

/** The words of some blocks that have to be asked about first. */
export function unknownWords(speller: Pick<Speller, 'isCorrect'>, blocks: readonly PlacedBlock[]): readonly string[] {
  const words = new Set(blocks.flatMap((block) => wordsOf(block).map(({ word }) => word)));
  return [...words].filter((word) => speller.isCorrect(word) === undefined);
}

/** Marks what is misspelt in some blocks, all of whose words are known; null: it is marked already. */
export function markingOf(
  speller: Pick<Speller, 'isCorrect'>,
  state: EditorState,
  blocks: readonly PlacedBlock[],
): Transaction | null {
  const marks = spellingKey.getState(state)?.marks ?? DecorationSet.empty;
  const found = blocks.map((block) => foundIn(speller, state, block)).filter((each) => !isMarked(marks, each));
  return found.length === 0 ? null : withMeta(state, { type: 'found', blocks: found });
}

/** A transaction that changes marks only. */
export function withMeta(state: EditorState, meta: SpellingMeta): Transaction {
  return state.tr.setMeta(spellingKey, meta).setMeta('addToHistory', false);
}

/** The misspelt word that a place touches. */
export function misspeltAt(state: EditorState, place: number): PlacedWord | null {
  const [mark] = spellingKey.getState(state)?.marks.find(place, place) ?? [];
  return mark === undefined ? null : { word: wordOf(mark), from: mark.from, to: mark.to };
}

/** Every block of text, from the one with the caret on and round to it again: the words before the caret come last. */
function blocksFrom(doc: Node, place: number): readonly PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  doc.descendants((node, position) => {
    if (node.isTextblock) blocks.push({ node, position, from: 0, to: node.content.size });
    return !node.isTextblock;
  });
  const first = blocks.findIndex(({ node, position }) => place <= position + 1 + node.content.size);
  return first < 0 ? blocks : [...blocks.slice(first), ...blocks.slice(0, first + 1)];
}

/** The misspelt word at a place or the first behind it, also where nobody has looked yet. */
export async function nextMisspelt(speller: Speller, view: EditorView): Promise<PlacedWord | null> {
  const { doc, selection } = view.state;
  const blocks = blocksFrom(doc, selection.from);
  for (let at = 0; at < blocks.length; at += BLOCKS_AT_ONCE) {
    const some = blocks.slice(at, at + BLOCKS_AT_ONCE);
    const unknown = unknownWords(speller, some);
    if (unknown.length > 0) await speller.learn(unknown);
    if (view.isDestroyed || view.state.doc !== doc || !speller.isOn()) return null;
    for (const [index, { node, position }] of some.entries()) {
      const found = misspeltAmong(wordsIn(node), (word) => speller.isCorrect(word) !== false)
        .map(({ word, from, to }) => ({ word, from: position + 1 + from, to: position + 1 + to }))
        .find(({ to }) => at + index > 0 || to >= selection.from);
      if (found !== undefined) return found;
    }
  }
  return null;
}

/** Puts another word in the place of one, with its marks, as one step of undo. Nothing happens where the text has changed meanwhile. */
export function replaceWord(view: EditorView, { word, from, to }: PlacedWord, chosen: string): void {
  const { doc } = view.state;
  if (to > doc.content.size || doc.textBetween(from, to, '\n', '\n') !== word) return;
  // As the person writes apostrophes in this paragraph.
  const isCurly = doc.resolve(from).parent.textContent.includes('’');
  const text = isCurly ? chosen.replaceAll("'", '’') : chosen;
  const transaction = closeHistory(view.state.tr).insertText(text, from, to);
  transaction.setSelection(TextSelection.create(transaction.doc, from + text.length));
  view.dispatch(transaction.setMeta(spellingKey, { type: 'chosen' } satisfies SpellingMeta).scrollIntoView());
  view.dispatch(closeHistory(view.state.tr));
}
