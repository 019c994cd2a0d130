import { isShiftFree } from './shortcut.ts';
import type { Platform, Shortcut } from './shortcut.ts';

/** The parts of a KeyboardEvent that decide. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * The key that was pressed, as shortcuts name it. On a keyboard of another script, and with Option on a Mac, a letter key gives no Latin letter:
 * there its place is meant.
 */
export function keyOfPress({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
  const place = /^Key([A-Z])$/u.exec(code)?.[1];
  const isForeign = key === 'Dead' || (/^\P{ASCII}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key));
  return (place !== undefined && isForeign ? place : key).toLowerCase();
}

function holds(shortcut: Shortcut, press: KeyPress, platform: Platform): boolean {
  const mod = platform === 'mac' ? press.metaKey : press.ctrlKey;
  const other = platform === 'mac' ? press.ctrlKey : press.metaKey;
  if (other || mod !== (shortcut.mod ?? false) || press.altKey !== (shortcut.alt ?? false)) return false;
  return isShiftFree(shortcut) || press.shiftKey === (shortcut.shift ?? false);
}

function isByKey(shortcut: Shortcut, press: KeyPress, platform: Platform): boolean {
  return holds(shortcut, press, platform) && keyOfPress(press) === shortcut.key.toLowerCase();
}

function isByPlace(shortcut: Shortcut, press: KeyPress, platform: Platform): boolean {
  return holds(shortcut, press, platform) && shortcut.code !== undefined && press.code === shortcut.code;
}

/** Whether a press is this shortcut, where no other is asked about. */
export function matches(shortcut: Shortcut, press: KeyPress, platform: Platform): boolean {
  return isByKey(shortcut, press, platform) || isByPlace(shortcut, press, platform);
}

/**
 * Those of several that a press means: by the key if there is one, else by its place. So a layout that puts the sign of one shortcut at the place of
 * another never makes one press mean two.
 */
export function meantBy<T extends { readonly shortcut: Shortcut }>(
  all: readonly T[],
  press: KeyPress,
  platform: Platform,
): readonly T[] {
  const byKey = all.filter(({ shortcut }) => isByKey(shortcut, press, platform));
  return byKey.length > 0 ? byKey : all.filter(({ shortcut }) => isByPlace(shortcut, press, platform));
}
