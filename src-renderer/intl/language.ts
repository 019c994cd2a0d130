import { createContext, useContext } from 'react';
import { createIntl, createIntlCache } from 'react-intl';
import type { ChosenLanguage } from '../../src-shared/intl/choose-language.ts';
import type { AppError } from '../../src-shared/result.ts';
import type { Catalogue, MessageId } from './en.ts';

export type MessageValues = Readonly<Record<string, string | number | null>>;

/** Says one sentence of the catalogue. */
export type Say = (id: MessageId, values?: MessageValues) => string;

export interface Language {
  readonly say: Say;
  /** Of a message whose name is put together; null where the catalogue has none of it. */
  readonly find: (id: string) => string | null;
  /** The sentence for an error: what happened, what is safe, what to do. */
  readonly sayError: (error: AppError) => string;
  /** BCP 47, for dates and numbers. */
  readonly locale: string;
  readonly direction: ChosenLanguage['direction'];
}

/** `locale` is for dates, numbers and plurals inside the sentences too. */
export function createLanguage({ locale, direction }: Omit<ChosenLanguage, 'words'>, catalogue: Catalogue): Language {
  const intl = createIntl({ locale, messages: catalogue }, createIntlCache());
  const say: Say = (id, values) => intl.formatMessage({ id }, values);
  return {
    say,
    find: (id) => (Object.hasOwn(catalogue, id) ? say(id as MessageId) : null),
    sayError: (error) =>
      say(`error.${error.code}`, {
        logId: error.logId ?? null,
        seconds: Math.ceil((error.retryAfterMs ?? 0) / 1000),
      }),
    locale,
    direction,
  };
}

/** A sentence that stays on the screen for a while, held as how to say it: it is said anew in the language of the moment. */
export type Wording = (language: Language) => string;

const LanguageContext = createContext<Language | null>(null);

export const LanguageProvider = LanguageContext;

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === null) throw new Error('No LanguageProvider above this component');
  return language;
}
