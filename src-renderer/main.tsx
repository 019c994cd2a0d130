import { createRoot } from 'react-dom/client';
import { createClient } from './bridge/client.ts';
import { holdUntil } from './bridge/held-client.ts';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { NoWords } from './components/no-words.tsx';
import { holdPageWhileUnsaved } from './features/entries/hold-page.ts';
import { LANGUAGE_NAMES } from './features/settings/language-names.ts';
import { loadCatalogue } from './intl/catalogues.ts';
import { createLiveLanguage, markPage } from './intl/live-language.ts';
import { LiveLanguageProvider } from './intl/live-language-provider.tsx';
import { App } from './shell/app.tsx';
import { keepFocus } from './shell/keep-focus.ts';
import { createModel } from './shell/model.ts';
import { applyPanes } from './shell/panes.ts';
import type { SessionState } from './shell/session.ts';
import { followRoom } from './shell/room-address.ts';
import { ModelProvider } from './shell/model-context.tsx';
import './theme/base.css';
import { fontsReady } from './theme/fonts.ts';
import { followTheme } from './theme/theme.ts';
import { applyWriting } from './theme/writing.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');

const live = createLiveLanguage({
  load: loadCatalogue,
  ofBrowser: navigator.languages,
  onChosen: (language) => markPage(document.documentElement, language),
  onMissing: (words) =>
    model.notices.show({
      tone: 'problem',
      text: (spoken) => spoken.say('language.missing', { language: LANGUAGE_NAMES[words === 'de' ? 'de' : 'en'] }),
      action: null,
    }),
});
const hasWords = new Promise<void>((resolve) => {
  live.subscribe(resolve);
});
const model = createModel(
  holdUntil(createClient(window.daygrove), hasWords),
  live.spoken,
  () => crypto.randomUUID(),
  () => window.location.reload(),
);
followRoom(window, model.route);

const drawn = createRoot(root);
let hasNoWords = false;
function draw(): void {
  drawn.render(
    hasNoWords ? (
      <NoWords onAgain={() => window.location.reload()} />
    ) : (
      <LiveLanguageProvider live={live}>
        {(language) => (
          <ErrorBoundary language={language}>
            <ModelProvider value={model}>
              <App />
            </ModelProvider>
          </ErrorBoundary>
        )}
      </LiveLanguageProvider>
    ),
  );
}

const chooseTheme = followTheme(document.documentElement, window.matchMedia('(prefers-color-scheme: dark)'));
model.session.store.subscribe((state, before) => {
  if (state.settings !== null && state.settings.theme !== before.settings?.theme) chooseTheme(state.settings.theme);
  if (state.settings !== null && state.settings !== before.settings)
    applyWriting(document.documentElement, state.settings);
  if (state.settings !== null && state.settings.panes !== before.settings?.panes)
    applyPanes(document.documentElement, state.settings);
});
holdPageWhileUnsaved(window, model.entries.autosave);
keepFocus(document);

/** Nothing is drawn, and nothing said, before the words are there: no screen comes up in one language and goes on in another. */
async function speak({ settings, info, startError }: SessionState): Promise<void> {
  try {
    if (settings !== null && info !== null) await live.show(settings.language, info.language);
    // The app does not answer, and the person has to read that.
    else if (startError !== null) await live.show('system', { forced: null, ofSystem: [] });
  } catch {
    hasNoWords = true;
    draw();
  }
}
live.subscribe(() => model.spelling.languageChanged());
live.subscribe(() => model.notices.languageChanged());
model.session.store.subscribe((state) => void speak(state));
model.start();

// The first questions are under way meanwhile.
await fontsReady(document.fonts);
draw();
