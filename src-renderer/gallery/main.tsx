import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import { LanguageProvider } from '../intl/language.ts';
import { createEnglish } from '../testing/english.ts';
import { ModelProvider } from '../shell/model-context.tsx';
import '../theme/base.css';
import { Gallery } from './gallery.tsx';
import { forceColours, holdStates } from './held-states.ts';
import { applyLooks, readLooks } from './looks.ts';
import { Pane } from './pane.tsx';
import { sampleModel } from './samples.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
const looks = readLooks(window.location.search);
const isPane = new URLSearchParams(window.location.search).has('pane');

const LOCALE = 'en-GB';
const language = createEnglish(LOCALE);
const model = sampleModel(language);
model.start();

if (isPane) applyLooks(document.documentElement, looks);
holdStates(document);
if (looks.isForced) forceColours(document);

createRoot(root, {
  // One page of the gallery is a page that breaks.
  onCaughtError: () => {},
}).render(
  <I18nProvider locale={looks.isMirrored ? 'ar' : LOCALE}>
    <LanguageProvider value={language}>
      <ModelProvider value={model}>{isPane ? <Pane looks={looks} /> : <Gallery />}</ModelProvider>
    </LanguageProvider>
  </I18nProvider>,
);
