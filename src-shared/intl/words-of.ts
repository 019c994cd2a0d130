import { actionsDe } from './actions-de.ts';
import { actionsEn } from './actions-en.ts';
import type { ActionWords } from './actions-en.ts';

/** By language, as the first subtag of BCP 47 has it. */
const catalogues = { en: actionsEn, de: actionsDe } as const satisfies Readonly<Record<string, ActionWords>>;

function isKnown(language: string): language is keyof typeof catalogues {
  return Object.hasOwn(catalogues, language);
}

/** The names of actions and menus in the language of a locale (BCP 47); English where there is none of it. */
export function wordsOf(locale: string): ActionWords {
  const language = locale.toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return catalogues[isKnown(language) ? language : 'en'];
}
