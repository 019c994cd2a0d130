import { Suspense, lazy, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useSession } from '../../shell/model-context.tsx';
import { AskHow } from './ask-how.ts';
import styles from './askable.module.css';

const ProtectionPage = lazy(() => import('./protection-page.tsx'));

/** A screen before the shell, from where one can ask how all this is protected, and come back to what was typed in it and to where one asked. */
export function Askable({ children }: { readonly children: ReactNode }) {
  const isLocked = useSession((state) => state.vault?.state === 'locked');
  const [isAsked, setIsAsked] = useState(false);
  const askedFrom = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!isAsked && askedFrom.current instanceof HTMLElement) askedFrom.current.focus();
  }, [isAsked]);
  const ask = useCallback(() => {
    askedFrom.current = document.activeElement;
    setIsAsked(true);
  }, []);
  return (
    <AskHow value={ask}>
      <div className={isAsked ? styles['away'] : styles['here']}>{children}</div>
      {isAsked && (
        <Suspense fallback={null}>
          <ProtectionPage
            isScreen
            back={isLocked ? 'protection.backToLock' : 'protection.back'}
            onBack={() => setIsAsked(false)}
          />
        </Suspense>
      )}
    </AskHow>
  );
}
