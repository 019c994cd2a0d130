import { chooseLanguage, LANGUAGES } from '../../src-shared/intl/choose-language.ts';
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
  /**
   * Resolves when its words are there, or when it is known that they are not: then the language that is spoken goes on, and at the start
   * another one is. Throws where there is none at all. Of two calls the later one counts, however long the first one takes.
   */
  show(setting: LanguageSetting, host: HostLanguage): Promise<void>;
}

interface LiveLanguageOptions {
  readonly load: (words: ChosenLanguage['words']) => Promise<Catalogue>;
  /** BCP 47, of the browser: where the host leaves it to it. */
  readonly ofBrowser: readonly string[];
  /** What the page is told of it before anything is drawn in it. */
  readonly onChosen: (language: Language) => void;
  /** A catalogue of the program cannot be read; what is spoken in its stead is there. */
  readonly onMissing?: (words: ChosenLanguage['words']) => void;
}

interface Found {
  readonly language: ChosenLanguage;
  readonly catalogue: Catalogue;
}

const sameAs = (one: ChosenLanguage | null, other: ChosenLanguage): boolean =>
  one !== null && one.words === other.words && one.locale === other.locale;

/** The language of a page, which can change while it is open. */
export function createLiveLanguage({ load, ofBrowser, onChosen, onMissing }: LiveLanguageOptions): LiveLanguage {
  const listeners = new Set<() => void>();
  let chosen: ChosenLanguage | null = null;
  let current: Language | null = null;
  const present = (): Language => {
    if (current === null) throw new Error('Nothing can be said before a language is there');
    return current;
  };

  /** The wanted words; where they cannot be read, those of another language that can: better than a page that stays blank. */
  async function find(wanted: ChosenLanguage, languages: readonly string[]): Promise<Found> {
    try {
      return { language: wanted, catalogue: await load(wanted.words) };
    } catch (error) {
      const others = current === null ? LANGUAGES.filter((words) => words !== wanted.words) : [];
      for (const setting of others) {
        const language = chooseLanguage({ setting, forced: null, languages });
        const catalogue = await load(language.words).catch(() => null);
        if (catalogue !== null) return { language, catalogue };
      }
      throw error;
    }
  }

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
      const found = await find(wanted, languages).catch(() => null);
      // The person has chosen another one meanwhile.
      if (chosen !== wanted) return;
      // Who chooses it again means it.
      if (found?.language !== wanted) chosen = null;
      if (found === null && current === null) throw new Error('No catalogue can be read');
      if (found !== null) {
        current = createLanguage(found.language, found.catalogue);
        onChosen(current);
        for (const listener of listeners) listener();
      }
      if (chosen === null) onMissing?.(wanted.words);
    },
  };
}

/** The page says so in its own words to the browser, the screen reader and the style sheet. */
export function markPage(root: HTMLElement, { locale, direction }: Pick<Language, 'locale' | 'direction'>): void {
  root.lang = locale;
  root.dir = direction;
}
