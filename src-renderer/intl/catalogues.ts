import type { Words } from '../../src-shared/intl/choose-language.ts';
import type { Catalogue } from './en.ts';

/** Each in a file of its own, which is fetched when somebody reads it: no start parses words that it does not show. */
const CATALOGUES: Readonly<Record<Words, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
  pseudo: async () => (await import('./pseudo.ts')).pseudo,
  'pseudo-rtl': async () => (await import('./pseudo.ts')).pseudo,
};

/** Throws where the program's own files cannot be read. */
export function loadCatalogue(words: Words): Promise<Catalogue> {
  return CATALOGUES[words]();
}
