import { IntlMessageFormat } from 'intl-messageformat';
import type { ActionWords } from '../src-shared/intl/actions-en.ts';
import { chooseLanguage } from '../src-shared/intl/choose-language.ts';
import type { ChosenLanguage, LanguageFacts, LanguageSetting } from '../src-shared/intl/choose-language.ts';
import type { MainMessageId } from '../src-shared/intl/main-en.ts';
import { wordsOf } from '../src-shared/intl/words-of.ts';

export type MainSay = (id: MainMessageId, values?: Readonly<Record<string, string | number>>) => string;

/** What main says, in one language. */
export interface MainWords {
  readonly say: MainSay;
  /** The names of the actions, for menus. */
  readonly actions: ActionWords;
  readonly language: ChosenLanguage;
}

/** Messages are parsed when they are first said. */
export function mainWords(language: ChosenLanguage): MainWords {
  const { actions, main } = wordsOf(language.words);
  const formats = new Map<MainMessageId, IntlMessageFormat>();
  return {
    language,
    actions,
    say(id, values = {}) {
      const known = formats.get(id) ?? new IntlMessageFormat(main[id], language.locale);
      formats.set(id, known);
      return String(known.format(values));
    },
  };
}

/**
 * BCP 47, of the languages that a Unix system says it is in, the most wanted first: what its browser would say too.
 * @param environment as gettext reads it; `C` and `POSIX` are no language
 */
export function languagesOfEnvironment(environment: Readonly<Record<string, string | undefined>>): string[] {
  const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = environment;
  const first = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? '';
  // de_AT.UTF-8@euro
  const names = [...(LANGUAGE ?? '').split(':'), first].map((name) => name.split(/[.@]/u, 1)[0] ?? '');
  return names.filter((name) => /^[a-z]{2,3}([_-][\w-]+)?$/iu.test(name)).map((name) => name.replaceAll('_', '-'));
}

interface LanguageSource extends Omit<LanguageFacts, 'setting'> {
  readonly setting: () => LanguageSetting;
}

/** The words of the present moment: made anew when the setting has changed, and not before. */
export function followLanguage({ setting, forced, languages }: LanguageSource): () => MainWords {
  let known: MainWords | null = null;
  return () => {
    const wanted = chooseLanguage({ setting: setting(), forced, languages });
    if (known === null || known.language.words !== wanted.words || known.language.locale !== wanted.locale) {
      known = mainWords(wanted);
    }
    return known;
  };
}
