import type { Language } from '../../intl/language.ts';
import { HABIT_ICONS } from './habit-icons.ts';

export interface NamedIcon {
  /** As it is written into a record. */
  readonly id: string;
  /** As it is spoken. */
  readonly name: string;
  /** All words that it is found by, in small letters. */
  readonly words: string;
}

export function namedIcons(find: Language['find']): readonly NamedIcon[] {
  return Object.keys(HABIT_ICONS).map((id) => {
    const words = find(`icon.${id}`) ?? id;
    return { id, name: words.split(',')[0] ?? id, words: words.toLowerCase() };
  });
}

/** Those of which every word that was typed begins a word. */
export function findIcons(icons: readonly NamedIcon[], typed: string): readonly NamedIcon[] {
  const asked = typed
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter(Boolean);
  return icons.filter(({ words }) => {
    const known = words.split(/[\s,]+/u);
    return asked.every((word) => known.some((other) => other.startsWith(word)));
  });
}
