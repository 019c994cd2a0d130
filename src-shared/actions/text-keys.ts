import type { Keyboard, Shortcut } from './shortcut.ts';

/** What the editor does by a key. The words are the page's: `shortcuts.text.NAME`. */
export const TEXT_KEY_NAMES = [
  'bold',
  'italic',
  'strike',
  'code',
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'task',
  'quote',
  'codeBlock',
  'indent',
  'outdent',
  'lineBreak',
  'undo',
  'redo',
  'selectAll',
  'cut',
  'copy',
  'paste',
  'pastePlain',
  'openLink',
  'formatBar',
  'leave',
] as const;
export type TextKeyName = (typeof TEXT_KEY_NAMES)[number];

export interface TextKey {
  readonly name: TextKeyName;
  readonly shortcut: Shortcut;
  /** Left out: on both. */
  readonly keyboard?: Keyboard;
  /** Not shown: another of the same name stands for it. */
  readonly isLike?: true;
}

const levels = [2, 3, 4, 5, 6].map((level): TextKey => ({
  name: 'heading',
  shortcut: { key: String(level), code: `Digit${String(level)}`, mod: true, alt: true },
  isLike: true,
}));

/**
 * The keys of a text, beside those that move in it. They are the editor's, and no command may have them: somebody who writes does not look where the focus is.
 * What the editor binds and what stands here are the same: src-renderer/features/editor/text-keys.test.ts.
 */
export const TEXT_KEYS: readonly TextKey[] = [
  { name: 'bold', shortcut: { key: 'b', mod: true } },
  { name: 'italic', shortcut: { key: 'i', mod: true } },
  { name: 'strike', shortcut: { key: 's', mod: true, shift: true } },
  { name: 'code', shortcut: { key: 'e', mod: true } },
  { name: 'paragraph', shortcut: { key: '0', code: 'Digit0', mod: true, alt: true } },
  { name: 'heading', shortcut: { key: '1', code: 'Digit1', mod: true, alt: true } },
  ...levels,
  { name: 'bulletList', shortcut: { key: '8', code: 'Digit8', mod: true, shift: true } },
  { name: 'orderedList', shortcut: { key: '7', code: 'Digit7', mod: true, shift: true } },
  { name: 'task', shortcut: { key: 'Enter', mod: true } },
  { name: 'quote', shortcut: { key: 'b', mod: true, shift: true } },
  { name: 'codeBlock', shortcut: { key: 'c', mod: true, alt: true } },
  { name: 'indent', shortcut: { key: 'Tab' } },
  { name: 'outdent', shortcut: { key: 'Tab', shift: true } },
  { name: 'lineBreak', shortcut: { key: 'Enter', shift: true } },
  { name: 'undo', shortcut: { key: 'z', mod: true } },
  { name: 'redo', shortcut: { key: 'z', mod: true, shift: true } },
  { name: 'redo', shortcut: { key: 'y', mod: true }, isLike: true },
  { name: 'selectAll', shortcut: { key: 'a', mod: true } },
  { name: 'cut', shortcut: { key: 'x', mod: true } },
  { name: 'copy', shortcut: { key: 'c', mod: true } },
  { name: 'paste', shortcut: { key: 'v', mod: true } },
  { name: 'pastePlain', shortcut: { key: 'v', mod: true, shift: true } },
  { name: 'openLink', shortcut: { key: 'Enter', alt: true } },
  { name: 'formatBar', shortcut: { key: 'F10', alt: true } },
  { name: 'leave', shortcut: { key: 'Escape' } },
];
