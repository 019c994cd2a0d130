import { describe, expect, it } from 'vitest';
import { de } from '../intl/de.ts';
import { en } from '../intl/en.ts';
import { ACTION_IDS } from '../../src-shared/actions/definitions.ts';
import { shortcutFor } from '../../src-shared/actions/shortcut-for.ts';
import { matches } from '../../src-shared/actions/press.ts';
import type { KeyPress } from '../../src-shared/actions/press.ts';
import { isBareKey, PLATFORMS } from '../../src-shared/actions/shortcut.ts';
import type { Platform, Shortcut } from '../../src-shared/actions/shortcut.ts';
import { SETTINGS_SECTIONS } from '../features/settings/sections.ts';
import { sheetGroups } from './cheat-sheet-keys.ts';
import { findBest } from './find.ts';
import { keyAction } from './key-action.ts';
import { paletteGroups } from './palette-choices.ts';
import { ACTION_WORDS } from './palette-words.ts';
import { actions, isAvailable, isWorthOffering, performAction } from './registry.ts';
import { createEnglish } from '../testing/english.ts';
import type { Action, ActionState, ActionTarget } from './registry.ts';
import { shortcutAria, shortcutText } from './shortcuts.ts';

const { say } = createEnglish('en-GB');

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
  sample: 'here',
  canPrint: true,
};

const SAMPLES = ['here', 'possible', 'none'] as const;

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
        .map((shortcut) => shortcutText(shortcut, platform, say));
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

describe('the sample journal', () => {
  it.each([
    ['possible', ['load-sample']],
    ['here', ['remove-sample']],
    ['none', []],
  ] as const)('%s: its commands are %j', (sample, ids) => {
    const offered = actions.filter((action) => isWorthOffering(action, { ...HERE, sample })).map(({ id }) => id);
    expect(offered.filter((id) => id.endsWith('-sample'))).toEqual(ids);
  });
});

describe('where an action can be done', () => {
  const VIEWS = [
    'today', 'journal', 'calendar', 'insights', 'month', 'tags', 'photos', 'trash', 'habits', 'habit', 'search', 'settings', 'protection',
  ] as const; // prettier-ignore

  it('is said by its rooms, which decide what keys may mean', () => {
    const everywhere = actions.filter(({ rooms }) => rooms === undefined);
    const viewsOf = (action: Action) =>
      VIEWS.filter((view) => SAMPLES.some((sample) => isAvailable(action, { ...HERE, view, sample })));
    expect(everywhere.filter((action) => viewsOf(action).length < 11).map(({ id }) => id)).toEqual([]);
    // The page of what is protected hears the way back itself.
    const bound = actions.flatMap(({ id, rooms }) =>
      rooms === undefined ? [] : [[id, rooms.filter((room) => room !== 'protection')]],
    );
    expect(actions.filter(({ rooms }) => rooms !== undefined).map((action) => [action.id, viewsOf(action)])).toEqual(
      bound,
    );
  });
});

describe('every command', () => {
  const choices = (state: ActionState, query = '') =>
    paletteGroups(query, {
      state,
      target: recordingTarget().target,
      keyOf: (id) => shortcutFor(id, 'linux'),
      recent: ['export', 'previous-day', 'go-tags'],
      habits: [{ id: 'h', name: 'Exercise' }],
      say,
    }).flatMap(({ choices: all, title }) => all.map((choice) => ({ ...choice, title })));

  it('has a key or stands in the palette, and what has a key stands on the sheet', () => {
    const offered = new Set(
      (['today', 'habit', 'month', 'search'] as const).flatMap((view) =>
        SAMPLES.flatMap((sample) => choices({ ...HERE, view, sample }).map(({ action }) => action)),
      ),
    );
    const sheet = sheetGroups('linux', (id) => shortcutFor(id, 'linux')).flatMap(({ keys }) =>
      keys.map(({ label }) => label),
    );
    for (const { id, label, state } of actions) {
      const key = shortcutFor(id, 'linux');
      // Of a choice, the one that is chosen is not offered.
      expect([id, key !== null || offered.has(id) || state === 'choice']).toEqual([id, true]);
      expect([id, sheet.includes(label)]).toEqual([id, key !== null]);
    }
  });

  it('stands first among its like where it was used lately, and never twice', () => {
    const all = choices({ ...HERE, view: 'journal' });
    expect(all.slice(0, 2).map(({ action, title }) => [action, title])).toEqual([
      ['export', 'palette.recent'],
      ['go-tags', 'palette.recent'],
    ]);
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says why it cannot be chosen, behind the search for what was typed', () => {
    const all = choices({ ...HERE, view: 'journal', canPrint: false }, 'print');
    const print = all.find(({ id }) => id === 'print');
    expect(print?.whyNot).toBe(en['palette.whyNot.print']);
    expect(all.indexOf(print!)).toBeGreaterThan(all.findIndex(({ id }) => id === 'search-for'));
    const day = choices({ ...HERE, view: 'journal' }, 'previous day').find(({ id }) => id === 'previous-day');
    expect(day?.whyNot).toBe('only on Today');
    expect(choices(HERE, 'system’s theme').find(({ id }) => id === 'theme-system')?.whyNot).toBe('chosen already');
    const greyed = choices({ ...HERE, view: 'trash', canUndo: false, checksSpelling: false }, 'e')
      .map(({ whyNot }) => whyNot)
      .filter((reason) => reason !== null);
    expect(greyed.length).toBeGreaterThan(3);
    expect(greyed.filter((reason) => !/\w/u.test(reason))).toEqual([]);
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
    expect(shortcutText(shortcutFor('previous-day', 'mac')!, 'mac', say)).toBe('⌘[');
    expect(shortcutText(shortcutFor('previous-day', 'windows')!, 'windows', say)).toBe('Alt+Left');
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
    expect(shortcutText(search, 'mac', say)).toBe('⇧⌘F');
    expect(shortcutText(search, 'linux', say)).toBe('Ctrl+Shift+F');
    expect(shortcutAria(search, 'mac')).toBe('Meta+Shift+f');
    expect(shortcutText({ key: 'ArrowLeft', alt: true }, 'windows', say)).toBe('Alt+Left');
    expect(shortcutText({ key: 'PageUp', mod: true, shift: true }, 'linux', (id) => de[id])).toBe(
      'Strg+Umschalt+Bild auf',
    );
    expect(shortcutText({ key: 'PageUp', mod: true }, 'mac', (id) => de[id])).toBe('⌘⇞');
    expect(shortcutAria({ key: '+', mod: true }, 'linux')).toBe('Control+Plus');
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
    expect(
      findBest(all, query)
        .slice(0, 3)
        .map(({ item }) => item.id),
    ).toContain(id);
  });

  it('has names before other words', () => {
    const [first] = findBest(all, 'quick');
    expect(first?.item.id).toBe('capture');
    const backup = findBest(all, 'backup').map(({ item }) => item.id);
    expect(backup.slice(0, 3).toSorted()).toEqual(['back-up', 'restore', 'settings-backups']);
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
