import { mainWords } from '../words.ts';

export const ENGLISH = mainWords({ words: 'en', locale: 'en-GB', direction: 'ltr' });
export const GERMAN = mainWords({ words: 'de', locale: 'de-AT', direction: 'ltr' });
