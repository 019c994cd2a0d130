import { ArrowLeft } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo } from 'react';
import german from '../../../docs/threat-model.de.md?raw';
import english from '../../../docs/threat-model.md?raw';
import { shippedLanguageOf } from '../../../src-shared/intl/choose-language.ts';
import type { ShippedLanguage } from '../../../src-shared/intl/choose-language.ts';
import { matches } from '../../../src-shared/actions/press.ts';
import { pressOf } from '../../actions/press-of.ts';
import { useKeys } from '../../actions/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { PageContents } from '../../components/page-contents.tsx';
import contents from '../../components/page-contents.module.css';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { Prose } from './prose.tsx';
import styles from './protection-page.module.css';
import { readProtectionPage } from './read-page.ts';

const TEXTS: Readonly<Record<ShippedLanguage, string>> = { en: english, de: german };

interface ProtectionPageProps {
  /** What the way back is called. */
  readonly back: MessageId;
  readonly onBack: () => void;
  /** The shell has a `main` of its own. */
  readonly isScreen?: boolean;
}

/** Escape, and the key that leads back elsewhere. Ahead of the shortcuts of the shell, which listen at the window. */
function useKeyBack(onBack: () => void): void {
  const back = useEffectEvent(onBack);
  const keys = useKeys();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('dialog') !== null))
        return;
      const { platform } = keys;
      const shortcut = keys.of('back-to-insights');
      if (
        !matches({ key: 'Escape' }, event, platform) &&
        !(shortcut !== null && matches(shortcut, pressOf(event), platform))
      )
        return;
      event.preventDefault();
      back();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [keys]);
}

/** What Daygrove protects and what it does not: docs/threat-model.md, in the app and in its language. Needs no vault. */
export default function ProtectionPage({ back, onBack, isScreen = false }: ProtectionPageProps) {
  const { say, locale } = useLanguage();
  const heading = useHeadingFocus();
  useKeyBack(onBack);
  const language = shippedLanguageOf(locale);
  const page = useMemo(() => readProtectionPage(TEXTS[language]), [language]);
  const shown = (
    <div className={styles['page']}>
      <Button kind="quiet" className={styles['back'] ?? ''} onClick={onBack}>
        <ArrowLeft />
        {say(back)}
      </Button>
      <h1 ref={heading} tabIndex={-1} lang={language} dir="ltr">
        {page.title}
      </h1>
      <div className={contents['columns']} lang={language} dir="ltr">
        <PageContents items={page.contents} />
        <article className={styles['text']}>
          <Prose blocks={page.blocks} />
        </article>
      </div>
    </div>
  );
  return isScreen ? <main className={styles['screen']}>{shown}</main> : shown;
}
