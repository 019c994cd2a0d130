import { useEffect, useEffectEvent } from 'react';
import type { ActionId } from '../../src-shared/actions/definitions.ts';
import { matches } from '../../src-shared/actions/press.ts';
import { pressOf } from './press-of.ts';
import { useKeys } from './use-keys.ts';

/** The key of one action, on a screen before the shell, where the others do nothing. @param run null: the key is left to whoever else hears it */
export function useShortcut(id: ActionId, run: (() => void) | null): void {
  const keys = useKeys();
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const shortcut = keys.of(id);
    if (
      run === null ||
      event.defaultPrevented ||
      event.isComposing ||
      shortcut === null ||
      !matches(shortcut, pressOf(event), keys.platform)
    )
      return;
    event.preventDefault();
    if (!event.repeat) run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => pressed(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
