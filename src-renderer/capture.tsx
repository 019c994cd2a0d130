/** The page of the small window: nothing of the vault, no model, no editor. It may call `capture.*` and nothing else. */
import { createRoot } from 'react-dom/client';
import { createClient } from './bridge/client.ts';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { NoWords } from './components/no-words.tsx';
import { CapturePage } from './features/capture/capture-page.tsx';
import { loadCatalogue } from './intl/catalogues.ts';
import { createLiveLanguage, markPage } from './intl/live-language.ts';
import { LiveLanguageProvider } from './intl/live-language-provider.tsx';
import './theme/base.css';
import { fontsReady } from './theme/fonts.ts';
import { followTheme } from './theme/theme.ts';

const rootElement = document.getElementById('root');
if (rootElement === null) throw new Error('The page has no root');
const root = createRoot(rootElement);

const live = createLiveLanguage({
  load: loadCatalogue,
  ofBrowser: navigator.languages,
  onChosen: (language) => markPage(document.documentElement, language),
});
const client = createClient(window.daygrove);
const chooseTheme = followTheme(document.documentElement, window.matchMedia('(prefers-color-scheme: dark)'));

const [state] = await Promise.all([client.invoke('capture.state', {}), fontsReady(document.fonts)]);
chooseTheme(state.ok ? state.value.theme : 'system');
if (state.ok) document.documentElement.dataset['animations'] = state.value.animations ? 'on' : 'off';
const hasWords = await live
  .show(
    state.ok ? state.value.languageSetting : 'system',
    state.ok ? state.value.language : { forced: null, ofSystem: [] },
  )
  .then(
    () => true,
    () => false,
  );
root.render(
  hasWords ? (
    <LiveLanguageProvider live={live}>
      {(language) => (
        <ErrorBoundary language={language}>
          <CapturePage
            client={client}
            newId={() => crypto.randomUUID()}
            platform={state.ok ? state.value.platform : 'linux'}
          />
        </ErrorBoundary>
      )}
    </LiveLanguageProvider>
  ) : (
    <NoWords onAgain={() => window.location.reload()} />
  ),
);
