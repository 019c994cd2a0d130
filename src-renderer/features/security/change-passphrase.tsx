import { useState } from 'react';
import type { FormEvent } from 'react';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { SecretField } from '../../components/secret-field.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { StrengthMeter, useStrength } from '../onboarding/strength-meter.tsx';
import { isAcceptable, MIN_PASSPHRASE_LENGTH } from '../onboarding/strength.ts';
import styles from './security.module.css';

/** Wraps the vault's key with another passphrase. */
export function ChangePassphrase({ onClose }: { readonly onClose: () => void }) {
  const { client, notices } = useModel();
  const { say, sayError } = useLanguage();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const [problem, setProblem] = useState<{ readonly next?: string; readonly again?: string }>({});
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const score = useStrength(next);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const nextProblem =
      next.length < MIN_PASSPHRASE_LENGTH
        ? say('passphrase.tooShort', { least: MIN_PASSPHRASE_LENGTH })
        : isAcceptable(next, score)
          ? null
          : say('passphrase.tooWeak');
    if (nextProblem !== null || next !== again) {
      setProblem(nextProblem === null ? { again: say('passphrase.differ') } : { next: nextProblem });
      return;
    }
    setBusy(true);
    setError(null);
    const result = await client.invoke('vault.change-passphrase', { current, next });
    setBusy(false);
    if (!result.ok) {
      setError(result.error);
      return;
    }
    onClose();
    notices.show({ tone: 'plain', text: (spoken) => spoken.say('security.passphraseChanged'), action: null });
  }

  return (
    <Dialog title={say('security.changeTitle')} onClose={onClose} dismissable={false}>
      <form className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
        <SecretField
          label={say('security.current')}
          value={current}
          shown={shown}
          onShownChange={setShown}
          maxLength={1024}
          autoFocus
          problem={error?.code === 'wrong-secret' ? sayError(error) : null}
          onChange={(event) => {
            setCurrent(event.target.value);
            setError(null);
          }}
        />
        <SecretField
          label={say('security.next')}
          value={next}
          shown={shown}
          maxLength={1024}
          problem={problem.next ?? null}
          onChange={(event) => {
            setNext(event.target.value);
            setProblem({});
          }}
        />
        <StrengthMeter score={score} />
        <SecretField
          label={say('passphrase.again')}
          value={again}
          shown={shown}
          maxLength={1024}
          problem={problem.again ?? null}
          onChange={(event) => {
            setAgain(event.target.value);
            setProblem({});
          }}
        />
        <p>{say('security.passphraseText')}</p>
        {error !== null && error.code !== 'wrong-secret' && (
          <p role="alert" className={centred['problem']}>
            {sayError(error)}
          </p>
        )}
        <DialogActions>
          <Button kind="quiet" onClick={onClose}>
            {say('dialog.cancel')}
          </Button>
          <Button kind="main" type="submit" aria-disabled={busy || undefined}>
            {say(busy ? 'security.changing' : 'security.change')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
