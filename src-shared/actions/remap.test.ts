import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTION_IDS } from './definitions.ts';
import type { ActionId } from './definitions.ts';
import { captureKey } from './capture-key.ts';
import { NO_CHOSEN_KEYS, chosenFor, soundKeys, withChosen } from './chosen-keys.ts';
import { meantBy } from './press.ts';
import type { KeyPress } from './press.ts';
import { recordShortcut } from './record-shortcut.ts';
import { canMeet, giveKey, judgeKey, notesOn, soundOverrides } from './remap.ts';
import { reservedReason } from './reserved-keys.ts';
import { defaultShortcut, shortcutFor } from './shortcut-for.ts';
import type { ShortcutOverrides } from './shortcut-for.ts';
import { KEYBOARDS, keyboardOf, PLATFORMS } from './shortcut.ts';
import type { Keyboard, Platform, Shortcut } from './shortcut.ts';

const platformOf = (keyboard: Keyboard): Platform => (keyboard === 'mac' ? 'mac' : 'windows');

/** The same keys in layouts that give other characters: plain and with Shift, by place. */
const LAYOUTS: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  american: { KeyY: ['y', 'Y'], KeyZ: ['z', 'Z'], KeyQ: ['q', 'Q'], KeyE: ['e', 'E'], Digit1: ['1', '!'], Digit5: ['5', '%'], Semicolon: [';', ':'], Slash: ['/', '?'], Period: ['.', '>'], Backslash: ['\\', '|'], BracketLeft: ['[', '{'], Quote: ["'", '"'] },
  german: { KeyY: ['z', 'Z'], KeyZ: ['y', 'Y'], KeyQ: ['q', 'Q'], KeyE: ['e', 'E'], Digit1: ['1', '!'], Digit5: ['5', '%'], Semicolon: ['ö', 'Ö'], Slash: ['-', '_'], Period: ['.', ':'], Backslash: ['#', "'"], BracketLeft: ['ü', 'Ü'], Quote: ['ä', 'Ä'] },
  french: { KeyY: ['y', 'Y'], KeyZ: ['w', 'W'], KeyQ: ['a', 'A'], KeyE: ['e', 'E'], Digit1: ['&', '1'], Digit5: ['(', '5'], Semicolon: ['m', 'M'], Slash: ['!', '§'], Period: [':', '/'], Backslash: ['*', 'µ'], BracketLeft: ['Dead', 'Dead'], Quote: ['ù', '%'] },
  russian: { KeyY: ['н', 'Н'], KeyZ: ['я', 'Я'], KeyQ: ['й', 'Й'], KeyE: ['у', 'У'], Digit1: ['1', '!'], Digit5: ['5', '%'], Semicolon: ['ж', 'Ж'], Slash: ['.', ','], Period: ['ю', 'Ю'], Backslash: ['\\', '/'], BracketLeft: ['х', 'Х'], Quote: ['э', 'Э'] },
}; // prettier-ignore

const NAMED = ['F2', 'F5', 'ArrowUp', 'ArrowLeft', 'PageUp', 'Enter', 'Tab', 'Escape', ' ', 'Delete'];

const typed: fc.Arbitrary<Pick<KeyPress, 'key' | 'code' | 'shiftKey'>> = fc.oneof(
  fc.tuple(fc.constantFrom(...Object.values(LAYOUTS)), fc.nat(), fc.boolean()).map(([layout, pick, shiftKey]) => {
    const codes = Object.keys(layout);
    const code = codes[pick % codes.length] ?? 'KeyE';
    return { key: layout[code]?.[shiftKey ? 1 : 0] ?? 'e', code, shiftKey };
  }),
  fc.tuple(fc.constantFrom(...NAMED), fc.boolean()).map(([key, shiftKey]) => ({ key, code: key, shiftKey })),
  // The keys that actions come with, so that conflicts are not rare.
  fc.tuple(fc.constantFrom(...ACTION_IDS), fc.constantFrom(...KEYBOARDS)).map(([id, keyboard]) => {
    const own = defaultShortcut(id, keyboard);
    return { key: own?.key ?? 'k', code: own?.code ?? '', shiftKey: own?.shift === true };
  }),
);
const pressOn = (keyboard: Keyboard): fc.Arbitrary<KeyPress> =>
  fc.tuple(typed, fc.boolean(), fc.boolean()).map(([key, mod, altKey]) => ({
    ...key,
    altKey,
    ctrlKey: mod && keyboard === 'pc',
    metaKey: mod && keyboard === 'mac',
  }));

const step = (keyboard: Keyboard) =>
  fc.record({
    id: fc.constantFrom(...ACTION_IDS),
    press: fc.option(pressOn(keyboard), { freq: 6 }),
    kind: fc.constantFrom('give', 'give', 'give', 'reset', 'reset all'),
  });

/** What the page does for a press: nothing where it is refused. */
function after(
  overrides: ShortcutOverrides,
  { id, press, kind }: { readonly id: ActionId; readonly press: KeyPress | null; readonly kind: string },
  keyboard: Keyboard,
): ShortcutOverrides {
  if (kind === 'reset all') return {};
  if (kind === 'reset') return giveKey(id, defaultShortcut(id, keyboard), { keyboard, overrides });
  if (press === null) return giveKey(id, null, { keyboard, overrides });
  const recorded = recordShortcut({ ...press, isAltGr: false }, platformOf(keyboard));
  if (recorded.type !== 'shortcut') return overrides;
  const verdict = judgeKey(id, recorded.shortcut, { keyboard, overrides, capture: null });
  return verdict.type === 'refused' ? overrides : giveKey(id, recorded.shortcut, { keyboard, overrides });
}

/** Two actions that a press would mean in one place. */
function meantTwice(
  press: KeyPress,
  overrides: ShortcutOverrides,
  platform: Platform,
): readonly (readonly ActionId[])[] {
  const keyed = ACTION_IDS.flatMap((id) => {
    const shortcut = shortcutFor(id, platform, overrides);
    return shortcut === null ? [] : [{ id, shortcut }];
  });
  const meant = meantBy(keyed, press, platform);
  return meant.flatMap(({ id }) =>
    meant.filter((other) => other.id > id && canMeet(id, other.id)).map((other) => [id, other.id]),
  );
}

describe.each(KEYBOARDS)('keys that are chosen on a %s keyboard', (keyboard) => {
  const platform = platformOf(keyboard);

  it('never make one press mean two things, whatever was chosen and taken back, in whatever layout', () => {
    fc.assert(
      fc.property(
        fc.array(step(keyboard), { maxLength: 25 }),
        fc.array(pressOn(keyboard), { minLength: 1, maxLength: 25 }),
        (steps, presses) => {
          const overrides = steps.reduce<ShortcutOverrides>((now, next) => after(now, next, keyboard), {});
          for (const press of presses) expect(meantTwice(press, overrides, platform)).toEqual([]);
          // What is kept is what is read back.
          expect(soundOverrides(overrides, keyboard)).toEqual(overrides);
        },
      ),
    );
  });

  it('are heard as they were recorded', () => {
    fc.assert(
      fc.property(pressOn(keyboard), (press) => {
        const recorded = recordShortcut({ ...press, isAltGr: false }, platform);
        if (recorded.type !== 'shortcut') return;
        expect(meantBy([recorded], press, platform)).toHaveLength(1);
      }),
    );
  });

  it('are sound when a file says whatever it likes', () => {
    const shortcut = fc.record(
      { key: fc.constantFrom('k', 'n', 'c', '1', '!', '?', 'ö', 'F5', 'Tab', 'ArrowLeft', 'nonsense'), code: fc.constantFrom('Digit1', 'Semicolon', 'x'), mod: fc.boolean(), alt: fc.boolean(), shift: fc.boolean() },
      { requiredKeys: ['key'] },
    ); // prettier-ignore
    const anything = fc.dictionary(fc.constantFrom(...ACTION_IDS), fc.option(shortcut));
    fc.assert(
      fc.property(anything, fc.array(pressOn(keyboard), { minLength: 5, maxLength: 25 }), (chosen, presses) => {
        const overrides = soundOverrides(chosen as ShortcutOverrides, keyboard);
        for (const press of presses) expect(meantTwice(press, overrides, platform)).toEqual([]);
        for (const id of ACTION_IDS) {
          const own = overrides[id];
          if (own == null) continue;
          expect(judgeKey(id, own, { keyboard, overrides, capture: null }).type).toBe('free');
        }
      }),
    );
  });

  it('are never those that Daygrove itself would be refused', () => {
    const refused = ACTION_IDS.filter((id) => {
      const own = defaultShortcut(id, keyboard);
      return own !== null && reservedReason(own, keyboard) !== null;
    });
    // Undo has the key of the texts' own outside of them; Option and an arrow moves in a Mac's text only.
    expect(refused).toEqual(keyboard === 'mac' ? ['previous-habit', 'next-habit', 'undo'] : ['undo']);
  });
});

describe('a key that is wanted', () => {
  const situation = (overrides: ShortcutOverrides = {}, keyboard: Keyboard = 'pc') => ({
    keyboard,
    overrides,
    capture: null,
  });
  const mod = (key: string, more: Partial<Shortcut> = {}): Shortcut => ({ key, mod: true, ...more });

  it.each<[Shortcut, Keyboard, string]>([
    [mod('b'), 'pc', 'text'],
    [mod('c'), 'mac', 'text'],
    [mod('z', { shift: true }), 'pc', 'text'],
    [{ key: 'Enter' }, 'pc', 'unfit'],
    [{ key: 'ArrowUp' }, 'pc', 'moves'],
    [mod('ArrowUp'), 'pc', 'moves'],
    [{ key: 'ArrowUp', alt: true, shift: true }, 'mac', 'moves'],
    [{ key: 'F4', alt: true }, 'pc', 'window'],
    [mod('q'), 'mac', 'window'],
    [mod('h'), 'mac', 'window'],
    [mod('+'), 'pc', 'zoom'],
    [{ key: 'F10' }, 'pc', 'menus'],
    [{ key: 'g', alt: true }, 'pc', 'menus'],
    [{ key: 'g', alt: true }, 'mac', 'option'],
    [mod('q', { alt: true }), 'pc', 'altgr'],
    [mod('4', { code: 'Digit4', shift: true }), 'mac', 'system'],
  ])('%j is refused on %s: %s', (shortcut, keyboard, why) => {
    expect(judgeKey('export', shortcut, situation({}, keyboard))).toMatchObject({ type: 'refused', reason: { why } });
  });

  it.each<[Shortcut, Keyboard]>([
    [mod('h'), 'pc'],
    [mod('d'), 'mac'],
    [mod('g', { alt: true }), 'mac'],
    [{ key: 'F5' }, 'pc'],
    [{ key: 'ArrowUp', alt: true, shift: true }, 'pc'],
    [mod('PageUp'), 'pc'],
  ])('%j is free on %s', (shortcut, keyboard) => {
    expect(judgeKey('export', shortcut, situation({}, keyboard))).toEqual({ type: 'free', notes: [] });
  });

  it('says whose it is, and only where both could be meant', () => {
    expect(judgeKey('export', mod('n'), situation())).toMatchObject({ type: 'taken', by: ['new-entry'] });
    // Three rooms have this key, each for itself.
    expect(judgeKey('export', { key: 'ArrowLeft', alt: true }, situation())).toMatchObject({
      by: ['previous-day', 'back-to-insights'],
    });
    expect(judgeKey('next-habit', { key: 'ArrowLeft', alt: true }, situation())).toMatchObject({ type: 'free' });
    expect(judgeKey('export', mod('n'), situation({ 'new-entry': null }))).toMatchObject({ type: 'free' });
  });

  it('works outside of a text only, where it is a lone character', () => {
    expect(judgeKey('export', { key: 'x' }, situation())).toEqual({ type: 'free', notes: ['outside-text'] });
    expect(notesOn({ key: '7' })).toContain('habit-keys');
    expect(notesOn(mod('7'))).toEqual([]);
  });

  it('is refused while it opens quick capture from every program', () => {
    const capture = captureKey('CommandOrControl+Shift+J', 'pc');
    expect(judgeKey('export', mod('j', { shift: true }), { ...situation(), capture })).toEqual({
      type: 'refused',
      reason: { why: 'capture' },
    });
    expect(captureKey('Super+J', 'pc')).toBeNull();
    expect(captureKey('Control+J', 'mac')).toBeNull();
    expect(captureKey(null, 'mac')).toBeNull();
    expect(captureKey('CommandOrControl+Alt+Up', 'mac')).toEqual({ key: 'ArrowUp', mod: true, alt: true });
  });

  it('is taken over: who had it has none; and given back, nothing is left of it', () => {
    const taken = giveKey('export', mod('n'), { keyboard: 'pc', overrides: {} });
    expect(taken).toEqual({ export: mod('n'), 'new-entry': null });
    const back = giveKey('new-entry', defaultShortcut('new-entry', 'pc'), { keyboard: 'pc', overrides: taken });
    // It came with none.
    expect(back).toEqual({});
  });
});

describe('recording', () => {
  const press = (key: string, code: string, held: string = '', isAltGr = false) => ({
    key, code, isAltGr, ctrlKey: held.includes('c'), metaKey: held.includes('m'), shiftKey: held.includes('s'), altKey: held.includes('a'),
  }); // prettier-ignore
  const recorded = (...given: Parameters<typeof press>) => recordShortcut(press(...given), 'windows');

  it.each<[Parameters<typeof press>, Shortcut]>([
    [['E', 'KeyE', 'cs'], { key: 'e', mod: true, shift: true }],
    // A German keyboard: Z is where the American Y is.
    [['z', 'KeyY', 'c'], { key: 'z', mod: true }],
    [['ö', 'Semicolon', 'c'], { key: 'ö', code: 'Semicolon', mod: true }],
    // A French one gives its digits with Shift.
    [['&', 'Digit1', 'c'], { key: '1', code: 'Digit1', mod: true }],
    [['>', 'Period', 'cs'], { key: '.', code: 'Period', mod: true, shift: true }],
    [[':', 'Period', 'cs'], { key: ':', code: 'Period', mod: true, shift: true }],
    [['л', 'KeyK', 'c'], { key: 'k', mod: true }],
    [['?', 'Slash', 's'], { key: '?' }],
    [['G', 'KeyG', 's'], { key: 'g', shift: true }],
    [['F6', 'F6', 's'], { key: 'F6', shift: true }],
    [['PageUp', 'PageUp', 'a'], { key: 'PageUp', alt: true }],
  ])('%j is %j', (given, shortcut) => {
    expect(recorded(...given)).toEqual({ type: 'shortcut', shortcut });
  });

  it('waits while only Shift and the like are down, and takes no AltGr and no key of the system', () => {
    for (const key of ['Control', 'Shift', 'Alt', 'Meta', 'CapsLock'])
      expect(recorded(key, key)).toEqual({ type: 'modifier' });
    expect(recorded('AltGraph', 'AltRight', 'ca', true)).toEqual({ type: 'modifier' });
    expect(recorded('@', 'KeyQ', 'ca', true)).toEqual({ type: 'unfit', reason: 'altgr' });
    expect(recorded('e', 'KeyE', 'm')).toEqual({ type: 'unfit', reason: 'meta' });
    expect(recordShortcut(press('e', 'KeyE', 'c'), 'mac')).toEqual({ type: 'unfit', reason: 'meta' });
    expect(recorded('Dead', 'BracketLeft', 'c')).toEqual({ type: 'unfit', reason: 'unfit' });
    expect(recorded('Enter', 'Enter', 'c')).toEqual({ type: 'unfit', reason: 'unfit' });
  });
});

describe('keys in the settings', () => {
  const e = { key: 'e', mod: true, shift: true } as const;

  it('are kept for each kind of keyboard on its own', () => {
    const keys = withChosen('windows', { export: e }, NO_CHOSEN_KEYS);
    expect(chosenFor('linux', keys)).toEqual({ export: e });
    expect(chosenFor('mac', keys)).toEqual({});
    expect(soundKeys(keys)).toEqual(keys);
    expect(PLATFORMS.map(keyboardOf)).toEqual(['pc', 'mac', 'pc']);
  });
});
