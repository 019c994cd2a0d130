import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { DecorationSet } from '@tiptap/pm/view';
import type { EditorView } from '@tiptap/pm/view';
import { blocksOnScreen } from './blocks-on-screen.ts';
import {
  markingOf,
  misspeltAt,
  nextMarks,
  nextMisspelt,
  spellingKey,
  unknownWords,
  withMeta,
} from './spelling-marks.ts';
import type { AskedWord, PlacedWord, Speller, SpellingMarks } from './spelling-marks.ts';
import type { SpellingEditor } from './spelling-store.ts';

/** How long nobody types before words are looked at, and how long at most they wait, in milliseconds. */
const PAUSE = 300;
const LONGEST_WAIT = 1200;

/**
 * Marks misspelt words. Looks at what is on the screen, when nobody types, and draws only what is new; what a keystroke costs is `nextMarks`. Marks are
 * decorations: they are no part of the document, of its undo history, or of what is written down.
 */
export function spellingPlugin(speller: Speller, onAsk: (asked: AskedWord) => void): Plugin<SpellingMarks> {
  async function ask(view: EditorView, asked: PlacedWord): Promise<void> {
    const suggestions = await speller.suggest(asked.word);
    if (view.isDestroyed || asked.to > view.state.doc.content.size) return;
    if (view.state.doc.textBetween(asked.from, asked.to, '\n', '\n') === asked.word) onAsk({ ...asked, suggestions });
  }

  function watch(view: EditorView) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waitingSince: number | null = null;
    let isLearning = false;

    function soon(delay: number): void {
      clearTimeout(timer);
      waitingSince ??= performance.now();
      const left = Math.max(0, LONGEST_WAIT - (performance.now() - waitingSince));
      timer = setTimeout(look, Math.min(delay, left));
    }

    function look(): void {
      waitingSince = null;
      if (view.isDestroyed) return;
      if (!speller.isOn()) {
        const marks = spellingKey.getState(view.state)?.marks ?? DecorationSet.empty;
        if (marks !== DecorationSet.empty) view.dispatch(withMeta(view.state, { type: 'off' }));
        return;
      }
      // A change of the page in the middle of a sign that is being put together would take it away.
      if (view.composing) return soon(PAUSE);
      if (isLearning) return;
      const blocks = blocksOnScreen(view);
      const unknown = unknownWords(speller, blocks);
      if (unknown.length > 0) {
        isLearning = true;
        void speller.learn(unknown).then(() => {
          isLearning = false;
          soon(0);
        });
        return;
      }
      const marking = markingOf(speller, view.state, blocks);
      if (marking !== null) view.dispatch(marking);
    }

    const editor: SpellingEditor = {
      hasFocus: () => view.hasFocus(),
      async askNext() {
        const found = await nextMisspelt(speller, view);
        if (found === null) return false;
        const { tr: transaction } = view.state;
        view.dispatch(transaction.setSelection(TextSelection.create(transaction.doc, found.to)).scrollIntoView());
        view.focus();
        await ask(view, found);
        return true;
      },
    };

    const leave = speller.enter(editor);
    const unsubscribe = speller.subscribe(() => soon(0));
    const onMove = (): void => soon(PAUSE / 2);
    const onFocus = (): void => speller.noteFocus(editor);
    const onBlur = (): void => {
      if (spellingKey.getState(view.state)?.typing != null) view.dispatch(withMeta(view.state, { type: 'left' }));
    };
    // What comes into sight without a scroll: an entry that is folded open, a pane that grows.
    const sight = new IntersectionObserver(onMove, { threshold: [0, 0.25, 0.5, 0.75, 1] });
    sight.observe(view.dom);
    window.addEventListener('scroll', onMove, { capture: true, passive: true });
    window.addEventListener('resize', onMove);
    view.dom.addEventListener('focus', onFocus);
    view.dom.addEventListener('blur', onBlur);
    return {
      update(_view: EditorView, previous: EditorState) {
        const isLeft =
          spellingKey.getState(previous)?.typing != null && spellingKey.getState(view.state)?.typing == null;
        if (previous.doc !== view.state.doc || isLeft) soon(PAUSE);
      },
      destroy() {
        clearTimeout(timer);
        leave();
        unsubscribe();
        sight.disconnect();
        window.removeEventListener('scroll', onMove, { capture: true });
        window.removeEventListener('resize', onMove);
        view.dom.removeEventListener('focus', onFocus);
        view.dom.removeEventListener('blur', onBlur);
      },
    };
  }

  return new Plugin<SpellingMarks>({
    key: spellingKey,
    state: {
      init: () => ({ marks: DecorationSet.empty, typing: null }),
      apply: nextMarks,
    },
    view: watch,
    props: {
      decorations: (state) => spellingKey.getState(state)?.marks,
      handleKeyDown(view, event) {
        if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return false;
        const found = misspeltAt(view.state, view.state.selection.head);
        if (found === null) return false;
        // The browser would open its own menu behind it.
        event.preventDefault();
        void ask(view, found);
        return true;
      },
      handleDOMEvents: {
        contextmenu(view, event) {
          const mark = event.target instanceof Element ? event.target.closest('[data-misspelt]') : null;
          if (mark === null) return false;
          const found = misspeltAt(view.state, view.posAtDOM(mark, 0) + 1);
          if (found === null) return false;
          event.preventDefault();
          void ask(view, found);
          return true;
        },
      },
    },
  });
}
