import { useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { DialogActions } from '../../components/dialog.tsx';
import { SecretField } from '../../components/secret-field.tsx';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import styles from './security.module.css';

interface AskPassphraseProps {
  /** What is about to happen, above the field. */
  readonly children: ReactNode;
  readonly action: MessageId;
  /** What the button is called while the answer is awaited. */
  readonly working?: MessageId;
  readonly kind?: 'main' | 'danger';
  /** More than the passphrase is wanted, and is not there yet. */
  readonly incomplete?: boolean;
  /** False where there is so much to read first that the field may not be on the screen. */
  readonly focusField?: boolean;
  readonly ask: (passphrase: string) => Promise<AppError | null>;
  readonly onCancel: () => void;
  readonly onBusy?: (busy: boolean) => void;
}

/** Asks for the passphrase once more before something is done with the vault's keys. */
export function AskPassphrase(props: AskPassphraseProps) {
  const { children, action, working = action, kind = 'main', incomplete = false, focusField = true } = props;
  const { ask, onCancel, onBusy } = props;
  const { say, sayError } = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const isAboutPassphrase = error?.code === 'wrong-secret' || error?.code === 'try-later';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || passphrase === '' || incomplete) return;
    setBusy(true);
    onBusy?.(true);
    setError(null);
    const failed = await ask(passphrase);
    setBusy(false);
    onBusy?.(false);
    setError(failed);
    if (failed !== null) field.current?.focus();
  }

  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
      {children}
      <SecretField
        ref={field}
        label={say('security.current')}
        autoComplete="current-password"
        value={passphrase}
        maxLength={1024}
        autoFocus={focusField}
        problem={error !== null && isAboutPassphrase ? sayError(error) : null}
        onChange={(event) => {
          setPassphrase(event.target.value);
          setError(null);
        }}
      />
      {error !== null && !isAboutPassphrase && (
        <p role="alert" className={centred['problem']}>
          {error.code === 'not-found' ? say('security.outOfDate') : sayError(error)}
        </p>
      )}
      <DialogActions>
        <Button kind="quiet" onClick={onCancel}>
          {say('dialog.cancel')}
        </Button>
        <Button kind={kind} type="submit" aria-disabled={busy || passphrase === '' || incomplete || undefined}>
          {say(busy ? working : action)}
        </Button>
      </DialogActions>
    </form>
  );
}
