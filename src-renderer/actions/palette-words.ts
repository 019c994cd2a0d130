import type { ActionId } from '../../src-shared/actions/definitions.ts';
import type { MessageId } from '../intl/en.ts';
import type { Say } from '../intl/language.ts';

/** What else somebody may call a command: the palette finds it by these words too, and shows its name only. */
export const ACTION_WORDS: Readonly<Partial<Record<ActionId, MessageId>>> = {
  'new-entry': 'palette.words.newEntry',
  capture: 'palette.words.capture',
  search: 'palette.words.search',
  settings: 'palette.words.settings',
  'go-trash': 'palette.words.trash',
  'back-up': 'palette.words.backUp',
  restore: 'palette.words.restore',
  verify: 'palette.words.verify',
  import: 'palette.words.import',
  export: 'palette.words.export',
  'load-sample': 'palette.words.sample',
  'remove-sample': 'palette.words.sample',
  print: 'palette.words.print',
  help: 'palette.words.help',
  shortcuts: 'palette.words.shortcuts',
  'theme-light': 'palette.words.theme',
  'theme-dark': 'palette.words.theme',
  'theme-system': 'palette.words.theme',
  protection: 'palette.words.protection',
  lock: 'palette.words.lock',
};

/** The other words for a command; empty: none. */
export function wordsFor(id: ActionId, say: Say): string {
  const words = ACTION_WORDS[id];
  return words === undefined ? '' : say(words);
}
