import { actionDefinitions } from '../../../src-shared/actions/definitions.ts';
import type { ActionId } from '../../../src-shared/actions/definitions.ts';
import type { KeyRefusal } from '../../../src-shared/actions/remap.ts';
import type { Platform, Shortcut } from '../../../src-shared/actions/shortcut.ts';
import { shortcutText } from '../../actions/shortcuts.ts';
import type { Language } from '../../intl/language.ts';

/** What is said of keys, in whole sentences. */
export interface KeyWords {
  /** `Ctrl+N`, or that there is none. */
  key(shortcut: Shortcut | null): string;
  name(id: ActionId): string;
  /** Several, as one part of a sentence. */
  names(ids: readonly ActionId[]): string;
  refusal(reason: KeyRefusal, shortcut: Shortcut | null): string;
}

export function keyWords({ say, locale }: Language, platform: Platform): KeyWords {
  const key = (shortcut: Shortcut | null): string =>
    shortcut === null ? say('keyboard.noKey') : shortcutText(shortcut, platform, say);
  const name = (id: ActionId): string => say(actionDefinitions[id].label);
  return {
    key,
    name,
    names: (ids) =>
      new Intl.ListFormat(locale, { type: 'conjunction' }).format(
        ids.map((id) => say('keyboard.quoted', { name: name(id) })),
      ),
    refusal: (reason, shortcut) =>
      say(`keyboard.refused.${reason.why}`, {
        // Option is said by itself.
        key: key(reason.why === 'option' && shortcut !== null ? { ...shortcut, alt: false } : shortcut),
        what: reason.why === 'text' ? say(`shortcuts.text.${reason.name}`) : '',
        platform,
      }),
  };
}
