import { ArrowLeft, Copy, Printer } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { DialogActions } from '../../components/dialog.tsx';
import { PrintSheet } from '../../components/print-sheet.tsx';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { HelpLink } from '../help/help-link.tsx';
import { copySecret, type Copied } from './copy-secret.ts';
import styles from './onboarding.module.css';

interface ShowKeyProps {
  readonly groups: readonly string[];
  readonly onKept: () => void;
  readonly onBack: () => void;
  readonly back: MessageId;
  /** In a dialog its heading stands below the dialog's own, and its buttons end the dialog. */
  readonly isInDialog: boolean;
}

const SAID: Readonly<Record<Copied['how'], MessageId>> = {
  'for-now': 'key.copiedForNow',
  'to-stay': 'key.copied',
  not: 'key.notCopied',
};

/** The recovery key, to be copied, printed or written down. */
export function ShowKey({ groups, onKept, onBack, back, isInDialog }: ShowKeyProps) {
  const { say } = useLanguage();
  const heading = useHeadingFocus();
  const Heading = isInDialog ? 'h3' : 'h1';
  const { client } = useModel();
  const [copied, setCopied] = useState<Copied | null>(null);
  const items = groups.map((group, index) => <li key={index}>{group}</li>);
  return (
    <>
      <PrintSheet className={styles['sheet'] ?? ''}>
        <h2>{say('key.sheetTitle')}</h2>
        <p>{say('key.sheetText')}</p>
        <ol>{items}</ol>
        <p>{say('key.sheetWarning')}</p>
      </PrintSheet>
      <div className={`${centred['column']} ${centred['wide']}`}>
        <Heading ref={heading} tabIndex={-1}>
          {say('key.title')}
        </Heading>
        <p className={centred['lead']}>{say('key.lead')}</p>
        <ol className={styles['key']} aria-label={say('key.label')} data-testid="recovery-key">
          {items}
        </ol>
        <div className={centred['row']}>
          <Button onClick={() => void copySecret(client, groups.join('-')).then(setCopied)}>
            <Copy />
            {say('key.copy')}
          </Button>
          <Button onClick={() => window.print()}>
            <Printer />
            {say('key.print')}
          </Button>
          <HelpLink passage="recovery" />
        </div>
        <p role="status" className={styles['told']}>
          {copied !== null && say(SAID[copied.how], { seconds: copied.staysSeconds })}
        </p>
        {isInDialog ? (
          <DialogActions>
            <Button kind="quiet" onClick={onBack}>
              {say(back)}
            </Button>
            <Button kind="main" onClick={onKept}>
              {say('key.have')}
            </Button>
          </DialogActions>
        ) : (
          <div className={centred['row']}>
            <Button kind="main" onClick={onKept}>
              {say('key.have')}
            </Button>
            <Button kind="quiet" className={styles['back'] ?? ''} onClick={onBack}>
              <ArrowLeft />
              {say(back)}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
