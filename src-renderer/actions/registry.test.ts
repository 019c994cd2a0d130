import { describe, expect, it } from 'vitest';
import { en } from '../intl/en.ts';
import { commandActions } from './commands.ts';
import { fits } from './fits.ts';
import { actions, isAvailable, performAction, shortcutFor } from './registry.ts';
import type { ActionTarget } from './registry.ts';
import { matches, shortcutAria, shortcutText } from './shortcuts.ts';
import type { KeyPress, Platform } from './shortcuts.ts';

const PLATFORMS: readonly Platform[] = ['linux', 'mac', 'windows'];

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

/** What an action asked for, by the names of the methods. */
function recordingTarget(): { readonly asked: readonly string[]; readonly target: ActionTarget } {
  const asked: string[] = [];
  const note = (name: string) => (): void => void asked.push(name);
  const noteLater = (name: string) => async (): Promise<void> => void asked.push(name);
  return {
    asked,
    target: {
      show: note('show'),
      stepDay: note('stepDay'),
      goToToday: note('goToToday'),
      newEntry: note('newEntry'),
      undo: note('undo'),
      open: note('open'),
      toggleSidebar: note('toggleSidebar'),
      toggleFocusMode: note('toggleFocusMode'),
      toggleTypewriter: note('toggleTypewriter'),
      setTheme: noteLater('setTheme'),
      lock: noteLater('lock'),
      showSync: note('showSync'),
      syncNow: noteLater('syncNow'),
      showPastImports: note('showPastImports'),
      backUpNow: noteLater('backUpNow'),
      searchFor: note('searchFor'),
      chooseTemplate: note('chooseTemplate'),
      showDay: note('showDay'),
      showHabit: note('showHabit'),
      copyHabitLink: noteLater('copyHabitLink'),
      stepHabit: note('stepHabit'),
      showMonth: note('showMonth'),
      stepMonth: note('stepMonth'),
      print: note('print'),
      suggestSpelling: noteLater('suggestSpelling'),
    },
  };
}

/** The actions that can be had at the same time, room by room. */
const TOGETHER = (
  ['today', 'journal', 'calendar', 'insights', 'month', 'tags', 'photos', 'trash', 'habits', 'habit', 'search'] as const
).map((view) =>
  actions.filter((action) =>
    isAvailable(action, { view, onToday: false, theme: 'system', canUndo: true, checksSpelling: true }),
  ),
);

describe('actions', () => {
  it.each(PLATFORMS.flatMap((platform) => TOGETHER.map((together) => [platform, together] as const)))(
    'have no shortcut twice in one room on %s',
    (platform, together) => {
      const texts = together
        .map((action) => shortcutFor(action.id, platform))
        .filter((shortcut) => shortcut !== null)
        .map((shortcut) => shortcutText(shortcut, platform));
      expect(new Set(texts).size).toBe(texts.length);
    },
  );

  it.each(PLATFORMS)('are run by one key press each on %s', (platform) => {
    for (const action of actions) {
      const shortcut = shortcutFor(action.id, platform);
      if (shortcut === null) continue;
      const mod = shortcut.mod === true;
      const event = press(shortcut.key, {
        code: shortcut.code ?? '',
        ctrlKey: mod && platform !== 'mac',
        metaKey: mod && platform === 'mac',
        shiftKey: shortcut.shift === true,
        altKey: shortcut.alt === true,
      });
      const rooms = TOGETHER.filter((together) => together.includes(action));
      const run = [...new Set(rooms.flat())].filter((other) => {
        const otherShortcut = shortcutFor(other.id, platform);
        return otherShortcut !== null && matches(otherShortcut, event, platform);
      });
      expect(run.map(({ id }) => id)).toEqual([action.id]);
    }
  });

  it('have different names in the palette', () => {
    const labels = actions.map((action) => en[action.label]);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('answer every command of the native menu', () => {
    const { asked, target } = recordingTarget();
    for (const id of Object.values(commandActions)) performAction(id, target);
    expect(asked).toEqual([
      'goToToday',
      'show',
      'show',
      'show',
      'show',
      'newEntry',
      'open',
      'open',
      'open',
      'lock',
      'syncNow',
    ]);
  });

  it('step over days on the Today page only, and not past the present day', () => {
    const available = (view: 'today' | 'journal', onToday: boolean): readonly string[] =>
      actions
        .filter((action) =>
          isAvailable(action, { view, onToday, theme: 'system', canUndo: false, checksSpelling: true }),
        )
        .map(({ id }) => id);
    expect(available('today', true)).toContain('previous-day');
    expect(available('today', true)).not.toContain('next-day');
    expect(available('today', false)).toContain('next-day');
    expect(available('journal', true)).not.toContain('previous-day');
  });
});

describe('the month in review', () => {
  const available = (view: 'month' | 'insights'): readonly string[] =>
    actions
      .filter((action) =>
        isAvailable(action, { view, onToday: true, theme: 'system', canUndo: false, checksSpelling: false }),
      )
      .map(({ id }) => id);

  it('is stepped through and printed where it is on screen only', () => {
    expect(available('month')).toEqual(
      expect.arrayContaining(['back-to-insights', 'previous-month', 'next-month', 'print']),
    );
    expect(available('insights')).toContain('go-month');
    for (const id of ['back-to-insights', 'previous-month', 'next-month', 'print'])
      expect(available('insights')).not.toContain(id);
  });
});

describe('shortcuts', () => {
  it('are written as the platform writes them', () => {
    const search = { key: 'f', mod: true, shift: true };
    expect(shortcutText(search, 'mac')).toBe('⇧⌘F');
    expect(shortcutText(search, 'linux')).toBe('Ctrl+Shift+F');
    expect(shortcutAria(search, 'mac')).toBe('Meta+Shift+f');
    expect(shortcutText({ key: 'ArrowLeft', alt: true }, 'windows')).toBe('Alt+Left');
  });

  it('find a digit by its place where the layout gives another character', () => {
    const first = { key: '1', code: 'Digit1', mod: true };
    expect(matches(first, press('&', { code: 'Digit1', ctrlKey: true }), 'linux')).toBe(true);
    expect(matches(first, press('1', { code: 'Digit1' }), 'linux')).toBe(false);
    expect(matches(first, press('1', { code: 'Digit1', metaKey: true }), 'linux')).toBe(false);
    expect(matches(first, press('1', { code: 'Digit1', metaKey: true }), 'mac')).toBe(true);
  });

  it('take a question mark with and without Shift, and a letter without only', () => {
    expect(matches({ key: '?' }, press('?', { shiftKey: true }), 'linux')).toBe(true);
    expect(matches({ key: '?' }, press('?'), 'linux')).toBe(true);
    expect(matches({ key: 't' }, press('T', { shiftKey: true }), 'linux')).toBe(false);
    expect(matches({ key: 't' }, press('t'), 'linux')).toBe(true);
  });
});

describe('the palette', () => {
  it('finds a command by the beginnings of its words, in any order', () => {
    expect(fits('Search all entries', 'ent sea')).toBe(true);
    expect(fits('Search all entries', 'arch')).toBe(false);
    expect(fits('Import…', 'import')).toBe(true);
    expect(fits('Import…', '')).toBe(true);
  });
});

it('the palette leads to backups, the look at the vault and past imports', () => {
  const { asked, target } = recordingTarget();
  for (const id of ['back-up', 'restore', 'verify', 'past-imports'] as const) performAction(id, target);
  expect(asked).toEqual(['backUpNow', 'open', 'open', 'showPastImports']);
});
