/** The languages that a person can choose: each has every word of Daygrove. */
export const LANGUAGES = ['en', 'de'] as const;
export type ShippedLanguage = (typeof LANGUAGES)[number];

/** Those, and what only QA sees: English made longer and marked, the second one from right to left too (pseudo.ts). */
export const WORDS = [...LANGUAGES, 'pseudo', 'pseudo-rtl'] as const;
/** What the words of a screen are in. */
export type Words = (typeof WORDS)[number];

export type LanguageSetting = 'system' | ShippedLanguage;

export interface ChosenLanguage {
  readonly words: Words;
  /** BCP 47, for dates, numbers, lists and sorting: the person's own within the language of the words. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
}

export interface LanguageFacts {
  readonly setting: LanguageSetting;
  /** In the place of the setting; for QA. */
  readonly forced: Words | null;
  /** BCP 47, of the person's system, the most wanted first. What is none is passed over. */
  readonly languages: readonly string[];
}

/** Where the system names no place in which the language is spoken. English: days before months, weeks from Monday, as most of the world has them. */
const FALLBACK: Readonly<Record<ShippedLanguage, string>> = { en: 'en-GB', de: 'de-DE' };

/** The one of the shipped languages that a locale (BCP 47) is of: for what is written once for each of them, and not by the message. English where it is none of them. */
export function shippedLanguageOf(locale: string): ShippedLanguage {
  const language = locale.toLowerCase().split(/[-_]/u, 1)[0] ?? '';
  return isShipped(language) ? language : 'en';
}

function isShipped(language: string): language is ShippedLanguage {
  return (LANGUAGES as readonly string[]).includes(language);
}

function localeOf(tag: string): Intl.Locale[] {
  try {
    return [new Intl.Locale(tag)];
  } catch {
    return [];
  }
}

/** Whether this machine knows how dates and numbers are written there, and does not put another place in its stead. */
function isKnown(tag: string): boolean {
  return new Intl.DateTimeFormat(tag).resolvedOptions().locale === tag;
}

/** The words by the setting, or by the first of the system's languages that there is; dates and numbers by the person's own place, within the language of the words. */
export function chooseLanguage({ setting, forced, languages }: LanguageFacts): ChosenLanguage {
  const locales = languages.flatMap(localeOf);
  const ofSystem = locales.map(({ language }) => language).find(isShipped) ?? 'en';
  const words = forced ?? (setting === 'system' ? ofSystem : setting);
  const language = isShipped(words) ? words : 'en';
  const own = locales.find((locale) => locale.language === language)?.toString();
  // Somebody in Vienna who reads English still pays in euros and writes the day first: there is an English of Austria.
  const ofPlace = locales
    .flatMap(({ region }) => (region === undefined ? [] : [`${language}-${region}`]))
    .find((tag) => isKnown(tag));
  return {
    words,
    locale: own ?? ofPlace ?? FALLBACK[language],
    direction: words === 'pseudo-rtl' ? 'rtl' : 'ltr',
  };
}

/** Each of them is part of every build of Chromium; of more places it has no words. */
export type BrowserLanguage = 'de' | 'en-GB' | 'en-US';

/**
 * What Chromium has to speak beside our words: in its fields for a date or a time, and in its own menus. It knows no English of Vienna or
 * Toronto, so English is the one of the two that writes the day and the month in the same order.
 */
export function browserLanguageOf({ words, locale }: Pick<ChosenLanguage, 'words' | 'locale'>): BrowserLanguage {
  if (words === 'de') return 'de';
  const [first] = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).formatToParts(0);
  return first?.type === 'month' ? 'en-US' : 'en-GB';
}
