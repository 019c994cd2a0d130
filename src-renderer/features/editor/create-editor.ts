import { Editor, Extension } from '@tiptap/core';
import { Dropcursor, Gapcursor, Placeholder, UndoRedo } from '@tiptap/extensions';
import { closeHistory } from '@tiptap/pm/history';
import { Slice } from '@tiptap/pm/model';
import { NodeSelection, Plugin, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Point } from '../../components/choice-menu.tsx';
import { cleanPastedHtml } from './clean-paste.ts';
import { marksIn, TagsAndAddresses } from './decorations.ts';
import { parseMarkdown } from './markdown/parse.ts';
import { serializeMarkdown } from './markdown/serialize.ts';
import { spellingPlugin } from '../spelling/spelling-plugin.ts';
import type { AskedWord } from '../spelling/spelling-marks.ts';
import type { Spelling } from '../spelling/spelling-store.ts';
import { schemaExtensions } from './schema.ts';
import type { Image } from './schema.ts';
import { taskItems } from './task-item.ts';

export interface EditorOptions {
  readonly element: HTMLElement;
  readonly label: string;
  readonly placeholder: string | undefined;
  readonly taskLabel: string;
  /** How pictures are drawn. */
  readonly image: typeof Image;
  /** Files that were pasted or dropped; the caret stands where they belong. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly onUpdate: () => void;
  readonly onBlur: () => void;
  /** A key before the editor sees it; true: taken. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
  readonly onOpenLink: (address: string) => void;
  /** Somebody asked what can be done with the link at a place of the document. */
  readonly onAskLink: (asked: AskedLink) => void;
  readonly spelling: Spelling;
  /** Somebody wants to know how a marked word is spelt. */
  readonly onAskSpelling: (asked: AskedWord) => void;
  /** The caret's line stays in the middle of the page. */
  readonly isTypewriter: () => boolean;
}

/** A link that a menu is wanted for. */
export interface AskedLink {
  readonly address: string;
  /** In the window. */
  readonly at: Point;
}

/** The address under a place of the document: of a file, of a link, or a bare one. */
export function addressAt(view: EditorView, position: number): string | null {
  const $position = view.state.doc.resolve(position);
  const file = [$position.nodeAfter, $position.nodeBefore].find((node) => node?.type.name === 'file');
  if (file != null) return String(file.attrs['src']);
  const link = [...$position.marks(), ...($position.nodeAfter?.marks ?? [])].find(({ type }) => type.name === 'link');
  if (link !== undefined) return String(link.attrs['href']);
  const offset = $position.parentOffset;
  const bare = marksIn($position.parent).find(
    ({ kind, from, to }) => kind === 'address' && from <= offset && offset <= to,
  );
  return bare === undefined ? null : $position.parent.textBetween(bare.from, bare.to);
}

/** It means something outside of the vault, and not a file in it. */
function isPublic(address: string): boolean {
  return /^(?:https?|mailto):/iu.test(address);
}

/** Undo goes back word by word, as a person who stops to think expects; ProseMirror alone would take back all that was typed in one go. */
const undoByWord = Extension.create({
  name: 'undoByWord',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleTextInput(view, from, _to, text) {
          const before = view.state.doc.textBetween(Math.max(0, from - 1), from, '\n', '\n');
          if (/\S/u.test(text) && /^\s$/u.test(before)) view.dispatch(closeHistory(view.state.tr));
          return false;
        },
      },
    }),
  ],
});

/**
 * Escape, and a Tab behind it leaves the text: within a list Tab and Shift+Tab are for its items, and without another way out somebody at a keyboard would have to change
 * the list to get on (WCAG 2.1.2). The same as in CodeMirror and VS Code.
 */
function wayOut(): (event: KeyboardEvent) => boolean {
  let isOpen = false;
  return ({ key }) => {
    if (key === 'Shift') return false;
    const leaves = isOpen && key === 'Tab';
    isOpen = key === 'Escape';
    // ProseMirror would take Escape and do nothing with it; around the text it means something.
    return isOpen || leaves;
  };
}

export function createEditor(options: EditorOptions): Editor {
  const leaves = wayOut();
  return new Editor({
    element: options.element,
    // Style elements are forbidden by the page's policy; the rules stand in the module's CSS.
    injectCSS: false,
    extensions: [
      ...schemaExtensions({ item: taskItems(options.taskLabel), image: options.image }),
      UndoRedo,
      Dropcursor.configure({ class: 'drop-cursor', color: false }),
      Gapcursor,
      Placeholder.configure({ placeholder: options.placeholder ?? '' }),
      TagsAndAddresses,
      undoByWord,
      Extension.create({
        name: 'spelling',
        addProseMirrorPlugins: () => [spellingPlugin(options.spelling, options.onAskSpelling)],
      }),
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        autocomplete: 'off',
        autocorrect: 'off',
        // Ours: the browser's would load a dictionary, or ask somebody.
        spellcheck: 'false',
      },
      handleDOMEvents: {
        keydown: (_view, event) => leaves(event),
        contextmenu: (view, event) => {
          const { target } = event;
          // A misspelt word in it has a menu of its own.
          const isLink =
            target instanceof Element &&
            target.closest('a[data-href], [data-address]') !== null &&
            target.closest('[data-misspelt]') === null;
          const position = isLink ? view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos : undefined;
          const address = position === undefined ? null : addressAt(view, position);
          if (position === undefined || address === null || !isPublic(address)) return false;
          event.preventDefault();
          // The browser has put its caret there, and ProseMirror hears of no click of this button.
          const selection = Selection.near(view.state.doc.resolve(position));
          view.dispatch(view.state.tr.setSelection(selection));
          options.onAskLink({ address, at: { left: event.clientX, top: event.clientY } });
          return true;
        },
      },
      handleKeyDown: (view, event) => {
        if ((event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && view.state.selection.empty) {
          const { from } = view.state.selection;
          const address = addressAt(view, from);
          if (address === null || !isPublic(address)) return false;
          const { left, bottom: top } = view.coordsAtPos(from);
          event.preventDefault();
          options.onAskLink({ address, at: { left, top } });
          return true;
        }
        const { selection } = view.state;
        const isFile = selection instanceof NodeSelection && selection.node.type.name === 'file';
        if (event.key === 'Enter' && (event.altKey || isFile)) {
          const address = addressAt(view, view.state.selection.from);
          if (address !== null) options.onOpenLink(address);
          return address !== null;
        }
        return options.onKeyDown(event);
      },
      handleClick: (view, position, event) => {
        // A link is part of the writing, and a click puts the caret into it; a file is a thing, and a click opens it.
        const file = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-file]') : null;
        if (file === null && !event.ctrlKey && !event.metaKey) return false;
        const address = file?.dataset['file'] ?? addressAt(view, position);
        if (address !== null) options.onOpenLink(address);
        return address !== null;
      },
      handleScrollToSelection: (view) => {
        if (!options.isTypewriter()) return false;
        const { node } = view.domAtPos(view.state.selection.head);
        (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
        return true;
      },
      handlePaste: (_view, event) => {
        const files = [...(event.clipboardData?.files ?? [])];
        // A word processor sends a picture of its text along: the text is what is meant.
        if (files.length === 0 || (event.clipboardData?.getData('text/plain') ?? '') !== '') return false;
        options.onFiles(files);
        return true;
      },
      handleDrop: (view, event, _slice, isMoved) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (isMoved || files.length === 0) return false;
        event.preventDefault();
        const position = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        if (position !== undefined) {
          view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(position))));
        }
        options.onFiles(files);
        return true;
      },
      transformPastedHTML: cleanPastedHtml,
      // What is copied is Markdown to other programs, and Markdown that is pasted is read.
      clipboardTextSerializer: ({ content }, view) =>
        serializeMarkdown(view.state.schema.topNodeType.create(null, fitted(view, content))),
      clipboardTextParser: (text, _context, isPlain, view) => {
        if (isPlain)
          return new Slice(
            parseMarkdown(view.state.schema, text.replaceAll(/([\\`*_[\]<>#~|-])/gu, '\\$1')).doc.content,
            1,
            1,
          );
        return new Slice(parseMarkdown(view.state.schema, text.replaceAll('\r\n', '\n')).doc.content, 1, 1);
      },
    },
    onUpdate: options.onUpdate,
    onBlur: options.onBlur,
  });
}

/** A selection inside one block is words without a block. */
function fitted(view: EditorView, content: Slice['content']): Slice['content'] {
  const { schema } = view.state;
  const [first] = content.content;
  return first?.isInline === true
    ? schema.nodes['doc']!.createAndFill(null, schema.nodes['paragraph']!.create(null, content))!.content
    : content;
}
