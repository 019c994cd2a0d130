import { meantBy } from '../../src-shared/actions/press.ts';
import type { KeyPress } from '../../src-shared/actions/press.ts';
import { shortcutFor } from '../../src-shared/actions/shortcut-for.ts';
import type { ShortcutOverrides } from '../../src-shared/actions/shortcut-for.ts';
import { isBareKey } from '../../src-shared/actions/shortcut.ts';
import type { Platform } from '../../src-shared/actions/shortcut.ts';
import { isUnderDialog } from './action-state.ts';
import { actions } from './registry.ts';
import type { Action } from './registry.ts';

interface Situation {
  readonly platform: Platform;
  readonly overrides?: ShortcutOverrides;
  /** The focus is where a key is typed. */
  readonly isInText: boolean;
  /** The key is held down. */
  readonly isRepeat: boolean;
  /** What lies over the room: a dialog, the list of commands, the help. */
  readonly overlay: { readonly type: string } | null;
  readonly isAvailable: (action: Action) => boolean;
}

/**
 * What a key does here. `refused`: what it would do elsewhere, where it does nothing. `isTaken`: nobody else gets it, neither the browser nor the menu bar of the system, which hears a key only when the page has
 * left it alone: whatever key stands in a menu of macOS is taken here, or it would run twice.
 */
export function keyAction(
  press: KeyPress,
  situation: Situation,
): { readonly isTaken: boolean; readonly run: Action | null; readonly refused: Action | null } {
  const { platform, overrides, isInText, isRepeat, overlay, isAvailable } = situation;
  let isTaken = false;
  let refused: Action | null = null;
  const keyed = actions.flatMap((action) => {
    const shortcut = shortcutFor(action.id, platform, overrides);
    return shortcut === null ? [] : [{ action, shortcut }];
  });
  for (const { action, shortcut } of meantBy(keyed, press, platform)) {
    if (action.outsideText === true && isInText) break;
    if (isBareKey(shortcut) && (isInText || overlay !== null)) break;
    // Taken also where it does nothing now: the browser's own meaning of the key would be a surprise.
    isTaken = true;
    if (isRepeat || isUnderDialog(action, overlay)) break;
    // A key may mean one thing in one room and another in the next.
    if (isAvailable(action)) return { isTaken, run: action, refused: null };
    refused = action;
  }
  return { isTaken, run: null, refused };
}
