import { ArrowLeft, Copy, Printer } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { copyText } from '../../components/copy-text.ts';
import styles from './onboarding.module.css';

interface ShowKeyProps {
  readonly groups: readonly string[];
  readonly onKept: () => void;
  readonly onBack: () => void;
  readonly back: MessageId;
}

/** The recovery key, to be copied, printed or written down. */
export function ShowKey({ groups, onKept, onBack, back }: ShowKeyProps) {
  const { say } = useLanguage();
  const heading = useHeadingFocus();
  const [copied, setCopied] = useState<boolean | null>(null);
  const items = groups.map((group, index) => <li key={index}>{group}</li>);
  return (
    <>
      <div className={styles['sheet']}>
        <h2>{say('key.sheetTitle')}</h2>
        <p>{say('key.sheetText')}</p>
        <ol>{items}</ol>
        <p>{say('key.sheetWarning')}</p>
      </div>
      <div className={`${centred['column']} ${centred['wide']} ${styles['screen']}`}>
        <h1 ref={heading} tabIndex={-1}>
          {say('key.title')}
        </h1>
        <p className={centred['lead']}>{say('key.lead')}</p>
        <ol className={styles['key']} aria-label={say('key.label')} data-testid="recovery-key">
          {items}
        </ol>
        <div className={centred['row']}>
          <Button onClick={() => void copyText(groups.join('-')).then(setCopied)}>
            <Copy />
            {say('key.copy')}
          </Button>
          <Button onClick={() => window.print()}>
            <Printer />
            {say('key.print')}
          </Button>
        </div>
        <p role="status" className={styles['told']}>
          {copied !== null && say(copied ? 'key.copied' : 'key.notCopied')}
        </p>
        <div className={centred['row']}>
          <Button kind="main" onClick={onKept}>
            {say('key.have')}
          </Button>
          <Button kind="quiet" className={styles['back'] ?? ''} onClick={onBack}>
            <ArrowLeft />
            {say(back)}
          </Button>
        </div>
      </div>
    </>
  );
}
