import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import { createClient } from './bridge/client.ts';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { holdPageWhileUnsaved } from './features/entries/hold-page.ts';
import { formatLocale } from './intl/locale.ts';
import { LanguageProvider, createLanguage } from './intl/language.ts';
import { App } from './shell/app.tsx';
import { createModel } from './shell/model.ts';
import { applyPanes } from './shell/panes.ts';
import { followRoom } from './shell/room-address.ts';
import { ModelProvider } from './shell/model-context.tsx';
import './theme/base.css';
import { fontsReady } from './theme/fonts.ts';
import { followTheme } from './theme/theme.ts';
import { applyWriting } from './theme/writing.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');

const locale = formatLocale(navigator.languages);
const language = createLanguage(locale);
const model = createModel(
  createClient(window.daygrove),
  language,
  () => crypto.randomUUID(),
  () => window.location.reload(),
);
followRoom(window, model.route);

const chooseTheme = followTheme(document.documentElement, window.matchMedia('(prefers-color-scheme: dark)'));
model.session.store.subscribe((state, before) => {
  if (state.settings !== null && state.settings.theme !== before.settings?.theme) chooseTheme(state.settings.theme);
  if (state.settings !== null && state.settings !== before.settings)
    applyWriting(document.documentElement, state.settings);
  if (state.settings !== null && state.settings.panes !== before.settings?.panes)
    applyPanes(document.documentElement, state.settings);
});
holdPageWhileUnsaved(window, model.entries.autosave);
model.start();

// The first questions are under way meanwhile.
await fontsReady(document.fonts);
createRoot(root).render(
  <I18nProvider locale={locale}>
    <LanguageProvider value={language}>
      <ErrorBoundary language={language}>
        <ModelProvider value={model}>
          <App />
        </ModelProvider>
      </ErrorBoundary>
    </LanguageProvider>
  </I18nProvider>,
);
