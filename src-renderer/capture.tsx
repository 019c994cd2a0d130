/** The page of the small window: nothing of the vault, no model, no editor. It may call `capture.*` and nothing else. */
import { createRoot } from 'react-dom/client';
import { createClient } from './bridge/client.ts';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { CapturePage } from './features/capture/capture-page.tsx';
import { LanguageProvider, createLanguage } from './intl/language.ts';
import { formatLocale } from './intl/locale.ts';
import './theme/base.css';
import { fontsReady } from './theme/fonts.ts';
import { followTheme } from './theme/theme.ts';

const rootElement = document.getElementById('root');
if (rootElement === null) throw new Error('The page has no root');
const root = createRoot(rootElement);

const language = createLanguage(formatLocale(navigator.languages));
const client = createClient(window.daygrove);
const chooseTheme = followTheme(document.documentElement, window.matchMedia('(prefers-color-scheme: dark)'));

const [state] = await Promise.all([client.invoke('capture.state', {}), fontsReady(document.fonts)]);
if (state.ok) {
  chooseTheme(state.value.theme);
  document.documentElement.dataset['animations'] = state.value.animations ? 'on' : 'off';
} else {
  chooseTheme('system');
}
root.render(
  <LanguageProvider value={language}>
    <ErrorBoundary language={language}>
      <CapturePage
        client={client}
        newId={() => crypto.randomUUID()}
        platform={state.ok ? state.value.platform : 'linux'}
      />
    </ErrorBoundary>
  </LanguageProvider>,
);
