import { actionsDe } from './actions-de.ts';
import { actionsEn } from './actions-en.ts';
import type { ActionWords } from './actions-en.ts';
import type { Words } from './choose-language.ts';
import { mainDe } from './main-de.ts';
import { mainEn } from './main-en.ts';
import type { MainCatalogue } from './main-en.ts';
import { pseudoCatalogue } from './pseudo.ts';

interface OutsideWords {
  /** Plain text: nothing of the person's stands in a menu. */
  readonly actions: ActionWords;
  /** ICU messages. */
  readonly main: MainCatalogue;
}

/** Everything that is said outside of the page. QA's own is made when it is asked for. */
export function wordsOf(words: Words): OutsideWords {
  switch (words) {
    case 'en':
      return { actions: actionsEn, main: mainEn };
    case 'de':
      return { actions: actionsDe, main: mainDe };
    case 'pseudo':
    case 'pseudo-rtl':
      return { actions: pseudoCatalogue(actionsEn), main: pseudoCatalogue(mainEn) };
  }
}
