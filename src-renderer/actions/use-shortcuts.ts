import { useEffect } from 'react';
import { matches } from '../../src-shared/actions/press.ts';
import type { Shortcut } from '../../src-shared/actions/shortcut.ts';
import { useModel } from '../shell/model-context.tsx';
import { actionState, topLayer } from './action-state.ts';
import { keyAction } from './key-action.ts';
import { isAvailable } from './registry.ts';
import { pressOf } from './press-of.ts';
import { keysIn } from './use-keys.ts';

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
export function useShortcuts(): void {
  const model = useModel();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const { platform, overrides } = keysIn(model.session.store.getState());
      // Chromium would redo in a text that nobody is in.
      if (REDO.some((redo) => matches(redo, event, platform)) && !takesText(event.target)) event.preventDefault();
      const { isTaken, run, refused } = keyAction(pressOf(event), {
        platform,
        overrides,
        isInText: takesText(event.target),
        isRepeat: event.repeat,
        overlay: topLayer(model.route.getState()),
        isAvailable: (action) => isAvailable(action, actionState(model)),
      });
      if (isTaken) event.preventDefault();
      run?.perform(model.target);
      // Somebody who wants paper would wait for it.
      if (refused?.id === 'print')
        model.notices.show({ tone: 'plain', text: (spoken) => spoken.say('print.nothingHere'), action: null });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [model]);
}
