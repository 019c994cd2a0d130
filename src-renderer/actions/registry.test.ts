import { describe, expect, it } from 'vitest';
import { en } from '../intl/en.ts';
import { ACTION_IDS } from '../../src-shared/actions/definitions.ts';
import { shortcutFor } from '../../src-shared/actions/shortcut-for.ts';
import { isBareKey, PLATFORMS } from '../../src-shared/actions/shortcut.ts';
import type { Platform, Shortcut } from '../../src-shared/actions/shortcut.ts';
import { SETTINGS_SECTIONS } from '../features/settings/sections.ts';
import { bestFirst, fits } from './fits.ts';
import { keyAction } from './key-action.ts';
import { ACTION_WORDS } from './palette-words.ts';
import { actions, isAvailable, isWorthOffering, performAction } from './registry.ts';
import type { ActionState, ActionTarget } from './registry.ts';
import { matches, shortcutAria, shortcutText } from './shortcuts.ts';
import type { KeyPress } from './shortcuts.ts';

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

const HERE: ActionState = {
  view: 'today',
  onToday: false,
  theme: 'system',
  canUndo: true,
  checksSpelling: true,
  sidebar: true,
  list: true,
  focusMode: false,
  typewriter: false,
  canPrint: true,
};

/** The key press that a shortcut is. */
function pressOf(shortcut: Shortcut, platform: Platform): KeyPress {
  const mod = shortcut.mod === true;
  return press(shortcut.key, {
    code: shortcut.code ?? '',
    ctrlKey: mod && platform !== 'mac',
    metaKey: mod && platform === 'mac',
    shiftKey: shortcut.shift === true,
    altKey: shortcut.alt === true,
  });
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
      showHelp: note('showHelp'),
      stepDay: note('stepDay'),
      goToToday: note('goToToday'),
      newEntry: note('newEntry'),
      undo: note('undo'),
      open: note('open'),
      toggleSidebar: note('toggleSidebar'),
      toggleList: note('toggleList'),
      toggleFocusMode: note('toggleFocusMode'),
      toggleTypewriter: note('toggleTypewriter'),
      setTheme: noteLater('setTheme'),
      lock: noteLater('lock'),
      showSync: note('showSync'),
      showSecurity: note('showSecurity'),
      syncNow: noteLater('syncNow'),
      showPastImports: note('showPastImports'),
      showSettings: note('showSettings'),
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
).map((view) => actions.filter((action) => isAvailable(action, { ...HERE, view })));

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
      const event = pressOf(shortcut, platform);
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

  it.each(ACTION_IDS)('do one thing each: %s', (id) => {
    const { asked, target } = recordingTarget();
    performAction(id, target);
    expect(asked).toHaveLength(1);
  });

  it.each(PLATFORMS)('take every key of theirs from the menu bar of %s, so that it runs once', (platform) => {
    for (const action of actions) {
      const shortcut = shortcutFor(action.id, platform);
      // What no menu has as its key: see src-main/electron/menu-bar.ts.
      if (shortcut === null || isBareKey(shortcut) || action.outsideText === true) continue;
      for (const isInText of [true, false]) {
        for (const isThere of [true, false]) {
          const { isTaken, run } = keyAction(pressOf(shortcut, platform), {
            platform,
            isInText,
            isRepeat: false,
            overlay: null,
            isAvailable: ({ id }) => isThere && id === action.id,
          });
          expect([action.id, isTaken, run?.id ?? null]).toEqual([action.id, true, isThere ? action.id : null]);
        }
      }
    }
  });

  it('leave a text its own keys, and a dialog all but the lock', () => {
    const situation = {
      platform: 'linux',
      isInText: false,
      isRepeat: false,
      overlay: null,
      isAvailable: () => true,
    } as const;
    const undo = press('z', { ctrlKey: true });
    expect(keyAction(undo, situation).run?.id).toBe('undo');
    expect(keyAction(undo, { ...situation, isInText: true })).toEqual({ isTaken: false, run: null, refused: null });
    expect(keyAction(press('t'), { ...situation, isInText: true })).toEqual({
      isTaken: false,
      run: null,
      refused: null,
    });
    const inDialog = { ...situation, overlay: { type: 'export' } } as const;
    expect(keyAction(press('n', { ctrlKey: true }), inDialog)).toEqual({ isTaken: true, run: null, refused: null });
    expect(keyAction(press('l', { ctrlKey: true }), inDialog).run?.id).toBe('lock');
  });

  it('are not offered where they would change nothing', () => {
    const offered = actions.filter((action) => isWorthOffering(action, { ...HERE, theme: 'dark' })).map(({ id }) => id);
    expect(offered).toEqual(expect.arrayContaining(['theme-light', 'theme-system', 'toggle-sidebar']));
    expect(offered).not.toContain('theme-dark');
  });

  it('say whether they are on, where they stand in one of several states', () => {
    for (const { id, state, isOn } of actions) expect([id, isOn === undefined]).toEqual([id, state === undefined]);
    const on = (state: Partial<ActionState>): readonly string[] =>
      actions.filter(({ isOn }) => isOn?.({ ...HERE, ...state }) === true).map(({ id }) => id);
    expect(on({ theme: 'dark', sidebar: false, list: false, typewriter: true })).toEqual(['typewriter', 'theme-dark']);
    expect(on({ focusMode: true })).toEqual(['toggle-sidebar', 'toggle-list', 'focus-mode', 'theme-system']);
  });

  it('step over days on the Today page only, and not past the present day', () => {
    const available = (view: 'today' | 'journal', onToday: boolean): readonly string[] =>
      actions.filter((action) => isAvailable(action, { ...HERE, view, onToday })).map(({ id }) => id);
    expect(available('today', true)).toContain('previous-day');
    expect(available('today', true)).not.toContain('next-day');
    expect(available('today', false)).toContain('next-day');
    expect(available('journal', true)).not.toContain('previous-day');
  });
});

describe('the month in review', () => {
  const available = (view: 'month' | 'insights'): readonly string[] =>
    actions.filter((action) => isAvailable(action, { ...HERE, view, canPrint: view === 'month' })).map(({ id }) => id);

  it('is stepped through and printed where it is on screen only', () => {
    expect(available('month')).toEqual(
      expect.arrayContaining(['back-to-insights', 'previous-month', 'next-month', 'print']),
    );
    expect(available('insights')).toContain('go-month');
    for (const id of ['back-to-insights', 'previous-month', 'next-month', 'print'])
      expect(available('insights')).not.toContain(id);
  });
});

describe('the key of an action', () => {
  it('is the Mac’s own where its habit is another', () => {
    expect(shortcutText(shortcutFor('previous-day', 'mac')!, 'mac')).toBe('⌘[');
    expect(shortcutText(shortcutFor('previous-day', 'windows')!, 'windows')).toBe('Alt+Left');
    expect(shortcutFor('verify', 'linux')).toBeNull();
  });

  it('is what a person has put in its place, or none', () => {
    const overrides = { 'new-entry': { key: 'e', mod: true }, lock: null };
    expect(shortcutFor('new-entry', 'linux', overrides)).toEqual({ key: 'e', mod: true });
    expect(shortcutFor('lock', 'linux', overrides)).toBeNull();
    expect(shortcutFor('search', 'linux', overrides)).toEqual(shortcutFor('search', 'linux'));
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

describe('what the palette finds', () => {
  const all = [
    ...actions.map(({ id, label }) => {
      const words = ACTION_WORDS[id];
      return { id: id as string, label: en[label] as string, words: words === undefined ? '' : (en[words] as string) };
    }),
    ...SETTINGS_SECTIONS.map(({ id, title, words }) => ({
      id: id as string,
      label: `Settings: ${en[title]}`,
      words: en[words] as string,
    })),
  ];
  it.each([
    ['keychain', 'settings-security'],
    ['recovery', 'settings-security'],
    ['passphrase', 'settings-security'],
    ['forget', 'settings-security'],
    ['update', 'settings-about'],
    ['licence', 'settings-about'],
    ['about', 'settings-about'],
    ['tray', 'settings-desktop'],
    ['write', 'new-entry'],
    ['write something down', 'capture'],
    ['protected', 'protection'],
  ])('%s: %s', (query, id) => {
    expect(bestFirst(all, query).map((each) => each.id)).toContain(id);
  });

  it('has names before other words', () => {
    const [first] = bestFirst(all, 'quick');
    expect(first?.id).toBe('capture');
    expect(
      bestFirst(all, 'backup')
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(['restore', 'settings-backups']);
  });

  it('tells a key that does nothing in this room', () => {
    const situation = { platform: 'linux', isInText: false, isRepeat: false, overlay: null } as const;
    const print = press('p', { ctrlKey: true });
    expect(keyAction(print, { ...situation, isAvailable: ({ id }) => id !== 'print' })).toMatchObject({
      isTaken: true,
      run: null,
      refused: { id: 'print' },
    });
    expect(keyAction(print, { ...situation, isAvailable: () => true }).refused).toBeNull();
  });
});
