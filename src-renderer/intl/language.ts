import { createContext, useContext } from 'react';
import { createIntl, createIntlCache } from 'react-intl';
import type { AppError } from '../../src-shared/result.ts';
import { en } from './en.ts';
import type { MessageId } from './en.ts';

export type MessageValues = Readonly<Record<string, string | number | null>>;

/** Says one sentence of the catalogue. */
export type Say = (id: MessageId, values?: MessageValues) => string;

export interface Language {
  readonly say: Say;
  /** The sentence for an error: what happened, what is safe, what to do. */
  readonly sayError: (error: AppError) => string;
  /** BCP 47, for dates and numbers. */
  readonly locale: string;
}

/** `locale` is for dates and numbers inside the sentences. */
export function createLanguage(locale: string): Language {
  const intl = createIntl({ locale, messages: en }, createIntlCache());
  const say: Say = (id, values) => intl.formatMessage({ id }, values);
  return {
    say,
    sayError: (error) =>
      say(`error.${error.code}`, {
        logId: error.logId ?? null,
        seconds: Math.ceil((error.retryAfterMs ?? 0) / 1000),
      }),
    locale,
  };
}

const LanguageContext = createContext<Language | null>(null);

export const LanguageProvider = LanguageContext;

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === null) throw new Error('No LanguageProvider above this component');
  return language;
}
