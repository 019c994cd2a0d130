import { ArrowLeft } from 'lucide-react';
import { useId, useMemo } from 'react';
import type { MouseEvent } from 'react';
import text from '../../../docs/threat-model.md?raw';
import { Button } from '../../components/button.tsx';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { Prose } from './prose.tsx';
import styles from './protection-page.module.css';
import { readProtectionPage } from './read-page.ts';

interface ProtectionPageProps {
  /** What the way back is called. */
  readonly back: MessageId;
  readonly onBack: () => void;
  /** The shell has a `main` of its own. */
  readonly isScreen?: boolean;
}

function goTo(event: MouseEvent, id: string): void {
  // The page's address stays what it was.
  event.preventDefault();
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** What Daygrove protects and what it does not: docs/threat-model.md, in the app. Needs no vault. */
export default function ProtectionPage({ back, onBack, isScreen = false }: ProtectionPageProps) {
  const { say } = useLanguage();
  const contentsTitle = useId();
  const heading = useHeadingFocus();
  const page = useMemo(() => readProtectionPage(text), []);
  const shown = (
    <div className={styles['page']}>
      <Button kind="quiet" className={styles['back'] ?? ''} onClick={onBack}>
        <ArrowLeft />
        {say(back)}
      </Button>
      <h1 ref={heading} tabIndex={-1}>
        {page.title}
      </h1>
      <div className={styles['columns']}>
        <nav aria-labelledby={contentsTitle} className={styles['contents']}>
          <p id={contentsTitle}>{say('protection.contents')}</p>
          <ul>
            {page.contents.map(({ id, text: name, depth }) => (
              <li key={id} data-depth={depth}>
                <a href={`#${id}`} onClick={(event) => goTo(event, id)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <article className={styles['text']}>
          <Prose blocks={page.blocks} />
        </article>
      </div>
    </div>
  );
  return isScreen ? <main className={styles['screen']}>{shown}</main> : shown;
}
