import { ACTION_IDS } from './definitions.ts';
import type { ActionId } from './definitions.ts';
import { soundOverrides } from './remap.ts';
import type { ShortcutOverrides } from './shortcut-for.ts';
import { KEYBOARDS, keyboardOf } from './shortcut.ts';
import type { Keyboard, Platform, Shortcut } from './shortcut.ts';

/** One key that a person has chosen, as the settings keep it. Null: none. */
export interface ChosenKey {
  readonly action: ActionId;
  readonly shortcut: Shortcut | null;
}

/** For each kind of keyboard on its own: a profile may be carried from one to the other. */
export type ChosenKeys = Readonly<Record<Keyboard, ChosenKey[]>>;

export const NO_CHOSEN_KEYS: ChosenKeys = { mac: [], pc: [] };

function overridesOf(chosen: readonly ChosenKey[]): ShortcutOverrides {
  return Object.fromEntries(chosen.map(({ action, shortcut }) => [action, shortcut]));
}

function chosenOf(overrides: ShortcutOverrides): ChosenKey[] {
  return ACTION_IDS.flatMap((action) => {
    const shortcut = overrides[action];
    return shortcut === undefined ? [] : [{ action, shortcut }];
  });
}

/** What a person has chosen for the keyboards of a system. */
export function chosenFor(platform: Platform, keys: ChosenKeys): ShortcutOverrides {
  return overridesOf(keys[keyboardOf(platform)]);
}

/** The settings with these for the keyboards of a system, and the others as they were. */
export function withChosen(platform: Platform, overrides: ShortcutOverrides, keys: ChosenKeys): ChosenKeys {
  return { ...keys, [keyboardOf(platform)]: chosenOf(overrides) };
}

/** Without those that may not be, or that would make one key mean two things. */
export function soundKeys(keys: ChosenKeys): ChosenKeys {
  const [mac, pc] = KEYBOARDS.map((keyboard) => chosenOf(soundOverrides(overridesOf(keys[keyboard]), keyboard)));
  return { mac: mac ?? [], pc: pc ?? [] };
}
