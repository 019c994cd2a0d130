import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { LanguageProvider } from './language.ts';
import type { Language } from './language.ts';
import type { LiveLanguage } from './live-language.ts';

interface LiveLanguageProviderProps {
  readonly live: LiveLanguage;
  readonly children: (language: Language) => ReactNode;
}

/** Draws in the present language, and anew in another one: what is being typed stays where it is. Nothing until there is one. */
export function LiveLanguageProvider({ live, children }: LiveLanguageProviderProps) {
  const language = useSyncExternalStore(live.subscribe, live.current);
  if (language === null) return null;
  return (
    <I18nProvider locale={language.locale}>
      <LanguageProvider value={language}>{children(language)}</LanguageProvider>
    </I18nProvider>
  );
}
