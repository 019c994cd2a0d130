import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Client, OutputOf } from '../../../src-shared/contract/index.ts';
import { useLanguage } from '../../intl/language.ts';
import { CaptureForm } from './capture-form.tsx';
import styles from './capture-page.module.css';
import { useCapture } from './use-capture.ts';
import type { KeptIn } from './use-capture.ts';

/** Milliseconds that "Kept" can be read before the small window closes by itself. */
const STAY = 1600;

function PageActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>;
}

interface CapturePageProps {
  readonly client: Client;
  readonly newId: () => string;
  readonly platform: OutputOf<'capture.state'>['platform'];
}

/** All that is in the small window. */
export function CapturePage({ client, newId, platform }: CapturePageProps) {
  const { say } = useLanguage();
  const [keptIn, setKeptIn] = useState<KeptIn | null>(null);
  const [isClosed, setIsClosed] = useState(false);
  const kept = useRef<HTMLParagraphElement>(null);
  const close = (): void => {
    setIsClosed(true);
    // A browser closes only what it opened; there the page says that it is done.
    window.close();
  };
  const capture = useCapture({ client, newId, onKept: setKeptIn, onClose: close });

  const onFocus = useEffectEvent(() => {
    // It may have waited out of sight for long.
    capture.look();
    document.querySelector('textarea')?.focus();
  });
  useEffect(() => {
    const listen = (): void => onFocus();
    window.addEventListener('focus', listen);
    return () => window.removeEventListener('focus', listen);
  }, []);

  const isDone = keptIn !== null;
  useEffect(() => {
    if (!isDone) return undefined;
    kept.current?.focus();
    const timer = setTimeout(() => window.close(), STAY);
    return () => clearTimeout(timer);
  }, [isDone]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (isDone) close();
    else capture.leave();
  };

  return (
    <main className={styles['main']}>
      <div role="presentation" className={styles['page']} onKeyDown={onKeyDown}>
        <h1 className={styles['title']}>{say('capture.title')}</h1>
        {isDone || isClosed ? (
          <p ref={kept} tabIndex={-1} role="status" className={styles['kept']}>
            {keptIn === null
              ? say('capture.closed')
              : say(keptIn === 'inbox' ? 'capture.kept.inbox' : 'capture.kept.journal')}
          </p>
        ) : (
          <CaptureForm capture={capture} platform={platform} Actions={PageActions} />
        )}
      </div>
    </main>
  );
}
