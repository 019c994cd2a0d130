import { chooseLanguage } from '../../src-shared/intl/choose-language.ts';
import type { ChosenLanguage, LanguageSetting } from '../../src-shared/intl/choose-language.ts';
import type { HostLanguage } from '../../src-shared/contract/app.ts';
import type { Catalogue } from './en.ts';
import { createLanguage } from './language.ts';
import type { Language } from './language.ts';

export interface LiveLanguage {
  /** For what lives as long as the page: it speaks the present language whenever it is asked. It must not be asked before `show` was through once. */
  readonly spoken: Language;
  /** The present one; another object with each change, so that everything drawn is drawn anew. Null until `show` was through once. */
  current(): Language | null;
  subscribe(listener: () => void): () => void;
  /** Resolves when its words are there. Of two calls the later one counts, however long the first one takes. */
  show(setting: LanguageSetting, host: HostLanguage): Promise<void>;
}

interface LiveLanguageOptions {
  readonly load: (words: ChosenLanguage['words']) => Promise<Catalogue>;
  /** BCP 47, of the browser: where the host leaves it to it. */
  readonly ofBrowser: readonly string[];
  /** What the page is told of it before anything is drawn in it. */
  readonly onChosen: (language: Language) => void;
}

const sameAs = (one: ChosenLanguage | null, other: ChosenLanguage): boolean =>
  one !== null && one.words === other.words && one.locale === other.locale;

/** The language of a page, which can change while it is open. */
export function createLiveLanguage({ load, ofBrowser, onChosen }: LiveLanguageOptions): LiveLanguage {
  const listeners = new Set<() => void>();
  let chosen: ChosenLanguage | null = null;
  let current: Language | null = null;
  const present = (): Language => {
    if (current === null) throw new Error('Nothing can be said before a language is there');
    return current;
  };

  return {
    spoken: {
      say: (id, values) => present().say(id, values),
      find: (id) => present().find(id),
      sayError: (error) => present().sayError(error),
      get locale() {
        return present().locale;
      },
      get direction() {
        return present().direction;
      },
    },
    current: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async show(setting, { forced, ofSystem }) {
      const languages = ofSystem.length > 0 ? ofSystem : ofBrowser;
      const wanted = chooseLanguage({ setting, forced, languages });
      if (sameAs(chosen, wanted)) return;
      chosen = wanted;
      const catalogue = await load(wanted.words);
      // The person has chosen another one meanwhile.
      if (chosen !== wanted) return;
      current = createLanguage(wanted, catalogue);
      onChosen(current);
      for (const listener of listeners) listener();
    },
  };
}

/** The page says so in its own words to the browser, the screen reader and the style sheet. */
export function markPage(root: HTMLElement, { locale, direction }: Pick<Language, 'locale' | 'direction'>): void {
  root.lang = locale;
  root.dir = direction;
}
