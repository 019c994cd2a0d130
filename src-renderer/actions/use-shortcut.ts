import { useEffect, useEffectEvent } from 'react';
import type { ActionId } from '../../src-shared/actions/definitions.ts';
import { shortcutFor } from '../../src-shared/actions/shortcut-for.ts';
import { useSession } from '../shell/model-context.tsx';
import { matches } from './shortcuts.ts';

/** The key of one action, on a screen before the shell, where the others do nothing. */
export function useShortcut(id: ActionId, run: () => void): void {
  const platform = useSession((state) => state.info?.platform ?? 'linux');
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const shortcut = shortcutFor(id, platform);
    if (event.defaultPrevented || event.isComposing || shortcut === null || !matches(shortcut, event, platform)) return;
    event.preventDefault();
    if (!event.repeat) run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => pressed(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
