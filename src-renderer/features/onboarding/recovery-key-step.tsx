import { ArrowLeft, Copy, Printer } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { Field } from '../../components/field.tsx';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { useLanguage } from '../../intl/language.ts';
import { copyText } from './copy-text.ts';
import styles from './onboarding.module.css';
import { keyGroups, typedKey } from './recovery-key.ts';

interface RecoveryKeyStepProps {
  readonly recoveryKey: string;
  readonly confirm: (typed: string) => Promise<AppError | null>;
  readonly onBack: () => void;
}

export function RecoveryKeyStep({ recoveryKey, confirm, onBack }: RecoveryKeyStepProps) {
  const { say, sayError } = useLanguage();
  const heading = useHeadingFocus();
  const [typed, setTyped] = useState('');
  const [copied, setCopied] = useState<boolean | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const groups = keyGroups(recoveryKey);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (typed.trim() === '') return;
    setBusy(true);
    const failed = await confirm(typedKey(typed, recoveryKey));
    if (failed !== null) {
      setBusy(false);
      setError(failed);
    }
  }

  return (
    <>
      <div className={styles['sheet']}>
        <h2>{say('key.sheetTitle')}</h2>
        <p>{say('key.sheetText')}</p>
        <ul>
          {groups.map((group, index) => (
            <li key={index}>{group}</li>
          ))}
        </ul>
        <p>{say('key.sheetWarning')}</p>
      </div>
      <div className={`${centred['column']} ${centred['wide']} ${styles['screen']}`}>
        <h1 ref={heading} tabIndex={-1}>
          {say('key.title')}
        </h1>
        <p className={centred['lead']}>{say('key.lead')}</p>
        <ul className={styles['key']} aria-label={say('key.label')} data-testid="recovery-key">
          {groups.map((group, index) => (
            <li key={index}>{group}</li>
          ))}
        </ul>
        <div className={centred['row']}>
          <Button onClick={() => void copyText(groups.join('-')).then(setCopied)}>
            <Copy />
            {say('key.copy')}
          </Button>
          <Button onClick={() => window.print()}>
            <Printer />
            {say('key.print')}
          </Button>
          <span role="status" className={styles['told']}>
            {copied !== null && say(copied ? 'key.copied' : 'key.notCopied')}
          </span>
        </div>
        <form className={centred['form']} onSubmit={(event) => void submit(event)}>
          <Field
            label={say('key.confirmLabel')}
            hint={say('key.confirmHint')}
            problem={error === null ? null : sayError(error)}
            value={typed}
            autoCapitalize="characters"
            maxLength={1024}
            onChange={(event) => {
              setTyped(event.target.value);
              setError(null);
            }}
          />
          <div className={centred['row']}>
            <Button kind="main" type="submit" disabled={busy || typed.trim() === ''}>
              {say('key.confirm')}
            </Button>
            <Button kind="quiet" className={styles['back'] ?? ''} onClick={onBack}>
              <ArrowLeft />
              {say('key.back')}
            </Button>
          </div>
        </form>
      </div>
    </>
  );
}
