import { keyOfPress } from './press.ts';
import type { KeyPress } from './press.ts';
import { isFunctionKey, isShiftFree } from './shortcut.ts';
import type { Platform, Shortcut } from './shortcut.ts';

/** `meta`: a modifier that belongs to the system. `altgr`: on many keyboards it types a character. `unfit`: a key that is no command's anywhere. */
export type UnfitReason = 'meta' | 'altgr' | 'unfit';

/** `modifier`: only such keys are down yet. */
export type RecordedShortcut =
  | { readonly type: 'shortcut'; readonly shortcut: Shortcut }
  | { readonly type: 'modifier' }
  | { readonly type: 'unfit'; readonly reason: UnfitReason };

export interface RecordedPress extends KeyPress {
  /** `KeyboardEvent.getModifierState('AltGraph')`. */
  readonly isAltGr: boolean;
}

const MODIFIERS: ReadonlySet<string> = new Set(
  'Control Shift Alt Meta OS AltGraph CapsLock NumLock ScrollLock Fn FnLock Hyper Super Symbol SymbolLock'.split(' '),
);
const NAMED: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']);

/** What an American keyboard has on its keys for signs, without and with Shift: a sign that Shift made is named by the key as long as the layout agrees. */
const SIGNS: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};

/** Whether a key may be part of a shortcut: a character, F1 to F24, an arrow, a page. The others move, type or erase everywhere. */
export function isFitKey(key: string): boolean {
  return (/^\S$/u.test(key) && !/^\p{C}$/u.test(key)) || isFunctionKey(key) || NAMED.has(key);
}

function keyAndPlace(press: KeyPress): Pick<Shortcut, 'key' | 'code'> {
  const key = keyOfPress(press);
  const { code } = press;
  if (/^[a-z]$/u.test(key)) return { key };
  // A row of digits is one in every layout, whatever it gives without Shift.
  const digit = /^Digit(\d)$/u.exec(code)?.[1];
  if (digit !== undefined) return { key: digit, code };
  // Names of keys keep their capitals.
  if (key.length > 1) return { key: press.key };
  const signs = SIGNS[code];
  if (signs === undefined) return { key };
  return { key: press.shiftKey && key === signs[1] ? signs[0] : key, code };
}

/**
 * What was pressed, as a shortcut. A letter is the one on the key, wherever the layout has it; digits and signs are kept with their place, because another
 * layout gives other characters there.
 */
export function recordShortcut(press: RecordedPress, platform: Platform): RecordedShortcut {
  if (press.isAltGr) return press.key === 'AltGraph' ? { type: 'modifier' } : { type: 'unfit', reason: 'altgr' };
  if (MODIFIERS.has(press.key)) return { type: 'modifier' };
  const isMac = platform === 'mac';
  if (isMac ? press.ctrlKey : press.metaKey) return { type: 'unfit', reason: 'meta' };
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const { altKey: alt, shiftKey: shift } = press;
  const isCommand = mod || alt || isFunctionKey(press.key);
  const named = isCommand || press.key.length > 1 ? keyAndPlace(press) : { key: keyOfPress(press) };
  if (!isFitKey(named.key)) return { type: 'unfit', reason: 'unfit' };
  const chord: Shortcut = { ...named, ...(mod ? { mod } : {}), ...(alt ? { alt } : {}) };
  return { type: 'shortcut', shortcut: shift && !isShiftFree(chord) ? { ...chord, shift } : chord };
}
