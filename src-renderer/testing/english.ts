import { en } from '../intl/en.ts';
import { createLanguage } from '../intl/language.ts';
import type { Language } from '../intl/language.ts';

/** The English words at once, as no page has them. */
export function createEnglish(locale = 'en-GB'): Language {
  return createLanguage({ locale, direction: 'ltr' }, en);
}
