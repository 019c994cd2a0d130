import { useEffect } from 'react';
import { useModel } from '../shell/model-context.tsx';
import type { Model } from '../shell/model.ts';
import { actions, isAvailable, shortcutFor } from './registry.ts';
import type { ActionState } from './registry.ts';
import { isBareKey, matches } from './shortcuts.ts';
import type { Platform, Shortcut } from './shortcuts.ts';

export function actionState(model: Model): ActionState {
  const { view, day } = model.route.getState();
  return {
    view,
    onToday: day === null,
    theme: model.session.store.getState().settings?.theme ?? 'system',
    canUndo: model.notices.store.getState().notices.some(({ action }) => action !== null),
    checksSpelling: model.spelling.hasEditor(),
  };
}

const REDO: readonly Shortcut[] = [
  { key: 'z', mod: true, shift: true },
  { key: 'y', mod: true },
];

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]')
  );
}

/** Runs the actions by their keys, while the shell is on screen. */
export function useShortcuts(platform: Platform): void {
  const model = useModel();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      // Chromium would redo in a text that nobody is in.
      if (REDO.some((redo) => matches(redo, event, platform)) && !takesText(event.target)) event.preventDefault();
      const { overlay } = model.route.getState();
      for (const action of actions) {
        const shortcut = shortcutFor(action.id, platform);
        if (shortcut === null || !matches(shortcut, event, platform)) continue;
        if (action.outsideText === true && takesText(event.target)) return;
        if (isBareKey(shortcut) && (takesText(event.target) || overlay !== null)) return;
        // Taken also where it does nothing now: the browser's own meaning of the key would be a surprise.
        event.preventDefault();
        // Under a dialog only the lock works: what is half filled in is not thrown away by a stray key.
        const isBlocked = overlay !== null && overlay.type !== 'palette' && action.id !== 'lock';
        if (event.repeat || isBlocked) return;
        // A key may mean one thing in one room and another in the next.
        if (!isAvailable(action, actionState(model))) continue;
        action.perform(model.target);
        return;
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [model, platform]);
}
