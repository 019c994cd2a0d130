import { useMemo } from 'react';
import { chosenFor, NO_CHOSEN_KEYS } from '../../src-shared/actions/chosen-keys.ts';
import type { ActionId } from '../../src-shared/actions/definitions.ts';
import { shortcutFor } from '../../src-shared/actions/shortcut-for.ts';
import type { ShortcutOverrides } from '../../src-shared/actions/shortcut-for.ts';
import type { Platform, Shortcut } from '../../src-shared/actions/shortcut.ts';
import { useLanguage } from '../intl/language.ts';
import { useSession } from '../shell/model-context.tsx';
import type { SessionState } from '../shell/session.ts';
import { shortcutAria, shortcutText } from './shortcuts.ts';

/** The keys of actions as they are now: ours, or what the person has put in their place. */
export interface Keys {
  readonly platform: Platform;
  readonly overrides: ShortcutOverrides;
  of(id: ActionId): Shortcut | null;
}

export function keysIn({ info, settings }: Pick<SessionState, 'info' | 'settings'>): Keys {
  const platform = info?.platform ?? 'linux';
  const overrides = chosenFor(platform, settings?.keys ?? NO_CHOSEN_KEYS);
  return { platform, overrides, of: (id) => shortcutFor(id, platform, overrides) };
}

export function useKeys(): Keys {
  const platform = useSession((state) => state.info?.platform ?? 'linux');
  const chosen = useSession((state) => state.settings?.keys ?? NO_CHOSEN_KEYS);
  return useMemo(() => {
    const overrides = chosenFor(platform, chosen);
    return { platform, overrides, of: (id) => shortcutFor(id, platform, overrides) };
  }, [platform, chosen]);
}

/** What a button says of the key of its action: to a screen reader, and under the pointer behind its name. */
export interface KeyHint {
  readonly 'aria-keyshortcuts': string | undefined;
  readonly text: string | null;
  /** `name (Ctrl+N)`. */
  readonly title: (name: string) => string;
}

export function useKeyHint(id: ActionId): KeyHint {
  const { say } = useLanguage();
  const keys = useKeys();
  const shortcut = keys.of(id);
  const text = shortcut === null ? null : shortcutText(shortcut, keys.platform, say);
  return {
    'aria-keyshortcuts': shortcut === null ? undefined : shortcutAria(shortcut, keys.platform),
    text,
    title: (name) => (text === null ? name : `${name} (${text})`),
  };
}
