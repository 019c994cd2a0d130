import type { EditorState } from '@tiptap/pm/state';
import type { ParsedMarkdown } from './markdown/parse.ts';

/** What an editor leaves behind when its entry leaves the screen: the document with its undo history and its selection. */
export interface KeptEditor {
  readonly state: EditorState;
  readonly parsed: ParsedMarkdown;
  /** The Markdown that the document stands for. */
  readonly text: string;
}

export interface EditorStates {
  keep(id: string, kept: KeptEditor): void;
  of(id: string): KeptEditor | null;
  clear(): void;
}

/** Enough for an evening's going to and fro; each holds a whole text. */
const MOST_EDITORS = 20;

/** In memory only, and gone with the lock. */
export function createEditorStates(): EditorStates {
  const states = new Map<string, KeptEditor>();
  return {
    keep(id, kept) {
      states.delete(id);
      states.set(id, kept);
      const [oldest] = states.keys();
      if (states.size > MOST_EDITORS && oldest !== undefined) states.delete(oldest);
    },
    of: (id) => states.get(id) ?? null,
    clear: () => states.clear(),
  };
}
