import { flattenExtensions, getExtensionField } from '@tiptap/core';
import type { AnyExtension } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions';
import { describe, expect, it } from 'vitest';
import { reservedReason } from '../../../src-shared/actions/reserved-keys.ts';
import { KEYBOARDS } from '../../../src-shared/actions/shortcut.ts';
import type { Shortcut } from '../../../src-shared/actions/shortcut.ts';
import { TEXT_KEYS } from '../../../src-shared/actions/text-keys.ts';
import type { TextKeyName } from '../../../src-shared/actions/text-keys.ts';
import { schemaExtensions } from './schema.ts';
import { taskItems } from './task-item.ts';

/** What the browser does by itself, and what create-editor.ts and format-menu.tsx hear: e2e/specs/keyboard-settings.spec.ts presses these. */
const ELSEWHERE: ReadonlySet<TextKeyName> = new Set([
  'cut',
  'copy',
  'paste',
  'pastePlain',
  'selectAll',
  'openLink',
  'formatBar',
  'leave',
]);

/** As ProseMirror writes keys: `Mod-Shift-b`. */
function keysOf(extension: AnyExtension): readonly string[] {
  const add = getExtensionField<(() => Record<string, unknown>) | undefined>(extension, 'addKeyboardShortcuts', {
    name: extension.name,
    options: extension.options as unknown,
    storage: {},
    editor: { commands: {} },
    type: null,
  });
  return Object.keys(add?.() ?? {});
}

const bound = flattenExtensions([...schemaExtensions({ item: taskItems('') }), UndoRedo]).flatMap(keysOf);

function written({ key, mod, alt, shift }: Shortcut): string {
  return [mod ? 'Mod' : null, alt ? 'Alt' : null, shift ? 'Shift' : null, key]
    .filter((part) => part !== null)
    .join('-');
}

const ordered = (key: string): string => {
  const parts = key.split('-');
  const last = parts.pop() ?? '';
  return [...parts.toSorted(), last.length === 1 ? last.toLowerCase() : last].join('-');
};

function read(key: string): Shortcut {
  const parts = key.split('-');
  const last = parts.pop() ?? '';
  return {
    key: last.length === 1 ? last.toLowerCase() : last,
    mod: parts.includes('Mod'),
    alt: parts.includes('Alt'),
    // A capital is one with Shift where a modifier is held too: Tiptap names both for keyboards with the capitals locked.
    shift: parts.includes('Shift'),
  };
}

describe('the keys of a text', () => {
  const known = new Set(bound.map(ordered));

  it.each(TEXT_KEYS.filter(({ name }) => !ELSEWHERE.has(name)).map(({ name, shortcut }) => [name, written(shortcut)]))(
    '%s is bound to %s',
    (_name, key) => {
      expect(known).toContain(ordered(key));
    },
  );

  it('are no command’s, all that the editor binds', () => {
    expect(bound.length).toBeGreaterThan(25);
    for (const keyboard of KEYBOARDS) {
      // A letter of another script is recorded as the Latin one at its place.
      const latin = bound.filter((key) => /^\p{ASCII}+$/u.test(key));
      const open = latin.filter((key) => reservedReason(read(key), keyboard) === null);
      expect([keyboard, open]).toEqual([keyboard, []]);
    }
  });
});
