import type { ShippedLanguage } from '../../src-shared/intl/choose-language.ts';

interface LastWords {
  readonly title: string;
  readonly text: string;
  readonly again: string;
}

/** All that can be said where no catalogue can be read: in every language, because nobody can be asked for theirs. */
export const LAST_WORDS: Readonly<Record<ShippedLanguage, LastWords>> = {
  en: {
    title: 'Daygrove cannot read its own words',
    text: 'A file of the program is missing or damaged. Your journal is safe. Try again; if that does not help, install Daygrove again.',
    again: 'Try again',
  },
  de: {
    title: 'Daygrove kann die eigenen Texte nicht lesen',
    text: 'Eine Datei des Programms fehlt oder ist beschädigt. Dein Tagebuch ist sicher. Versuche es noch einmal; hilft das nicht, installiere Daygrove neu.',
    again: 'Noch einmal versuchen',
  },
};
