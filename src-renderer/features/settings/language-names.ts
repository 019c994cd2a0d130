import type { LanguageSetting, ShippedLanguage } from '../../../src-shared/intl/choose-language.ts';
import { chooseLanguage, LANGUAGES } from '../../../src-shared/intl/choose-language.ts';
import type { HostLanguage } from '../../../src-shared/contract/app.ts';
import type { Language } from '../../intl/language.ts';

/** In their own words: whoever looks for theirs may not read the others. */
export const LANGUAGE_NAMES: Readonly<Record<ShippedLanguage, string>> = { en: 'English', de: 'Deutsch' };

export const LANGUAGE_SETTINGS: readonly LanguageSetting[] = ['system', ...LANGUAGES];

/** What a choice is called; of the system's, which one that is at present. */
export function languageName(setting: LanguageSetting, host: HostLanguage, say: Language['say']): string {
  if (setting !== 'system') return LANGUAGE_NAMES[setting];
  const languages = host.ofSystem.length > 0 ? host.ofSystem : navigator.languages;
  const { words } = chooseLanguage({ setting, forced: null, languages });
  return say('settings.language.system', { language: LANGUAGE_NAMES[words === 'de' ? 'de' : 'en'] });
}
