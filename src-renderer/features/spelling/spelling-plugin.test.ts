import { getSchema } from '@tiptap/core';
import { history, undo, undoDepth } from '@tiptap/pm/history';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../editor/markdown/parse.ts';
import { serializeMarkdown } from '../editor/markdown/serialize.ts';
import { schemaExtensions } from '../editor/schema.ts';
import type { PlacedBlock } from './blocks-on-screen.ts';
import { misspeltAmong, wordsIn } from './words.ts';
import { markingOf, misspeltAt, nextMisspelt, replaceWord, spellingKey } from './spelling-marks.ts';
import { spellingPlugin } from './spelling-plugin.ts';

const schema = getSchema(schemaExtensions());

const WRONG = new Set(['teh', 'wierd', 'gardne', 'frsot']);

function spellerOf(wrong: ReadonlySet<string> = WRONG) {
  const learnt = new Set<string>();
  return {
    learnt,
    isOn: () => true,
    isCorrect: (word: string) => (learnt.has(word) ? !wrong.has(word) : undefined),
    learn: async (words: readonly string[]) => {
      for (const word of words) learnt.add(word);
    },
    suggest: async () => [],
    subscribe: () => () => {},
    enter: () => () => {},
    noteFocus: () => {},
  };
}

/** An editor without a page: what ProseMirror's view would do with a transaction. */
function editorOf(markdown: string) {
  const speller = spellerOf();
  let state = EditorState.create({
    doc: parseMarkdown(schema, markdown).doc,
    plugins: [history(), spellingPlugin(speller, () => {})],
  });
  const dispatch = (transaction: Transaction): void => {
    state = state.apply(transaction);
  };
  const view = {
    get state() {
      return state;
    },
    dispatch,
    isDestroyed: false,
  } as unknown as EditorView;
  const blocks = (): readonly PlacedBlock[] => {
    const found: PlacedBlock[] = [];
    state.doc.descendants((node, position) => {
      if (node.isTextblock) found.push({ node, position, from: 0, to: node.content.size });
    });
    return found;
  };
  const look = async (): Promise<void> => {
    await speller.learn(state.doc.textContent.match(/[\p{L}\p{M}’']+/gu) ?? []);
    const marking = markingOf({ isCorrect: (word) => !WRONG.has(word) }, state, blocks());
    if (marking !== null) dispatch(marking);
  };
  return {
    view,
    speller,
    look,
    dispatch,
    type: (text: string) => dispatch(state.tr.insertText(text)),
    caret: (place: number) => dispatch(state.tr.setSelection(TextSelection.create(state.doc, place))),
    marked: () =>
      spellingKey
        .getState(state)!
        .marks.find()
        .map(({ from, to }) => state.doc.textBetween(from, to)),
    marking: () => markingOf({ isCorrect: (word) => !WRONG.has(word) }, state, blocks()),
    markdown: () => serializeMarkdown(state.doc, null),
  };
}

describe('marks of misspelt words', () => {
  it('stand under them and nothing else, and are drawn once', async () => {
    const editor = editorOf('A wierd **gardne**.\n\n- teh `teh` leeks');
    await editor.look();
    expect(editor.marked()).toEqual(['wierd', 'gardne', 'teh']);
    expect(editor.marking()).toBeNull();
  });

  it('are no part of the text, nor of its undo history', async () => {
    const editor = editorOf('A wierd gardne');
    await editor.look();
    expect(undoDepth(editor.view.state)).toBe(0);
    expect(editor.markdown()).toBe('A wierd gardne');
    editor.caret(1);
    editor.type('Once. ');
    await editor.look();
    expect(undoDepth(editor.view.state)).toBe(1);
    undo(editor.view.state, editor.dispatch);
    expect(editor.markdown()).toBe('A wierd gardne');
    await editor.look();
    expect(editor.marked()).toEqual(['wierd', 'gardne']);
  });

  it('wait until the caret has left the word that is typed', async () => {
    const editor = editorOf('A day ');
    editor.caret(editor.view.state.doc.content.size - 1);
    editor.type(' teh');
    await editor.look();
    expect(editor.marked()).toEqual([]);
    editor.type(' ');
    await editor.look();
    expect(editor.marked()).toEqual(['teh']);
    editor.type('gardne');
    await editor.look();
    expect(editor.marked()).toEqual(['teh']);
    editor.caret(1);
    await editor.look();
    expect(editor.marked()).toEqual(['teh', 'gardne']);
  });

  it('stay where the caret only comes by, move with the text, and go with the word they stood under', async () => {
    const editor = editorOf('A wierd day');
    await editor.look();
    editor.caret(5);
    await editor.look();
    expect(editor.marked()).toEqual(['wierd']);
    editor.caret(1);
    editor.type('Now: ');
    expect(editor.marked()).toEqual(['wierd']);
    const { to } = misspeltAt(editor.view.state, 9)!;
    editor.caret(to);
    editor.type(',');
    expect(editor.marked()).toEqual(['wierd']);
    editor.caret(to - 1);
    editor.type('r');
    expect(editor.marked()).toEqual([]);
  });

  it('are exactly the wrong words, whatever is typed and taken away', async () => {
    const step = fc.oneof(
      fc.record({ text: fc.constantFrom('teh', ' ', 'wierd ', 'garden', '.', '’', 's', '\n'), at: fc.nat() }),
      fc.record({ cut: fc.nat({ max: 6 }), at: fc.nat() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.boolean(), async (steps, looksBetween) => {
        const editor = editorOf('teh garden\n\nis wierd');
        await editor.look();
        for (const change of steps) {
          const { state } = editor.view;
          const { size } = state.doc.content;
          const from = TextSelection.near(state.doc.resolve(change.at % size)).from;
          if ('text' in change) {
            editor.caret(from);
            if (change.text === '\n') editor.dispatch(editor.view.state.tr.split(from));
            else editor.type(change.text);
          } else {
            const to = Math.min(from + change.cut, state.doc.resolve(from).end());
            if (to > from) editor.dispatch(state.tr.delete(from, to));
          }
          if (looksBetween) await editor.look();
          // Between two looks a mark may be missing; it never stands under anything but a wrong word.
          expect(editor.marked().filter((word) => !WRONG.has(word))).toEqual([]);
        }
        editor.dispatch(editor.view.state.tr.setMeta(spellingKey, { type: 'left' }));
        await editor.look();
        const expected: string[] = [];
        editor.view.state.doc.forEach((block, offset) => {
          for (const { from, to, word } of misspeltAmong(wordsIn(block), (each) => !WRONG.has(each)))
            expected.push(`${word} ${String(offset + 1 + from)} ${String(offset + 1 + to)}`);
        });
        const marks = spellingKey.getState(editor.view.state)!.marks.find();
        const found = marks.toSorted((one, other) => one.from - other.from);
        expect(
          found.map(({ from, to }) => {
            const word = editor.view.state.doc.textBetween(from, to);
            return `${word} ${String(from)} ${String(to)}`;
          }),
        ).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the next misspelt word', () => {
  it('is the one at the caret, then the one behind it, then from the beginning', async () => {
    const editor = editorOf('A wierd day.\n\nAll was fine in the\n\ngardne, and cold.');
    const words: (string | undefined)[] = [];
    for (const place of [1, 8, 9, 40, editor.view.state.doc.content.size - 1]) {
      editor.caret(place);
      words.push((await nextMisspelt(editor.speller, editor.view))?.word);
    }
    expect(words).toEqual(['wierd', 'wierd', 'gardne', 'gardne', 'wierd']);
  });

  it('is nowhere in a text that has none, and is found in a long one that nobody has looked at', async () => {
    const fine = editorOf('All is fine.');
    expect(await nextMisspelt(fine.speller, fine.view)).toBeNull();
    const long = editorOf(`${'All is fine.\n\n'.repeat(300)}A wierd end`);
    const found = await nextMisspelt(long.speller, long.view);
    expect(long.view.state.doc.textBetween(found!.from, found!.to)).toBe('wierd');
  });
});

describe('a word in the place of another', () => {
  it('has its marks, is one step back, and leaves the caret behind it', async () => {
    const editor = editorOf('A **wierd** day');
    await editor.look();
    editor.caret(1);
    editor.type('Yes. ');
    const asked = misspeltAt(editor.view.state, 10)!;
    replaceWord(editor.view, asked, 'weird');
    expect(editor.markdown()).toBe('Yes. A **weird** day');
    expect(editor.view.state.selection.head).toBe(asked.from + 5);
    expect(editor.marked()).toEqual([]);
    editor.type('ly');
    undo(editor.view.state, editor.dispatch);
    expect(editor.markdown()).toBe('Yes. A **weird** day');
    undo(editor.view.state, editor.dispatch);
    expect(editor.markdown()).toBe('Yes. A **wierd** day');
    await editor.look();
    expect(editor.marked()).toEqual(['wierd']);
  });

  it('is not put into a text that has changed meanwhile', () => {
    const editor = editorOf('A wierd day');
    const asked = { word: 'wierd', from: 3, to: 8 };
    editor.caret(1);
    editor.type('Yes. ');
    replaceWord(editor.view, asked, 'weird');
    replaceWord(editor.view, { ...asked, from: 300, to: 305 }, 'weird');
    expect(editor.markdown()).toBe('Yes. A wierd day');
  });

  it('has the apostrophe of its paragraph', () => {
    const editor = editorOf('It’s gardne');
    replaceWord(editor.view, { word: 'gardne', from: 6, to: 12 }, "garden's");
    expect(editor.markdown()).toBe('It’s garden’s');
  });
});
