import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { SecretField } from '../../components/secret-field.tsx';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { useLanguage } from '../../intl/language.ts';
import { useAskHow } from '../protection/ask-how.ts';
import { ForgottenNotice } from './forgotten-notice.tsx';
import styles from './onboarding.module.css';
import { StrengthMeter, useStrength } from './strength-meter.tsx';
import { MIN_PASSPHRASE_LENGTH, isAcceptable } from './strength.ts';

/** What is typed on the first step. */
export interface PassphraseDraft {
  readonly passphrase: string;
  readonly again: string;
}

interface PassphraseStepProps {
  /** Kept above this step, so that whoever looks elsewhere and comes back finds it. */
  readonly draft: PassphraseDraft;
  readonly onDraft: (draft: PassphraseDraft) => void;
  /** There is a vault already, on another computer. */
  readonly onJoin: () => void;
  /** There is a backup of one. */
  readonly onOpenBackup: () => void;
  readonly create: (passphrase: string) => Promise<AppError | null>;
}

export function PassphraseStep({ draft, onDraft, create, onJoin, onOpenBackup }: PassphraseStepProps) {
  const { say, sayError } = useLanguage();
  const heading = useHeadingFocus();
  const askHow = useAskHow();
  const { passphrase, again } = draft;
  const [shown, setShown] = useState(false);
  const [problems, setProblems] = useState<{ readonly first: string | null; readonly second: string | null }>({
    first: null,
    second: null,
  });
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const score = useStrength(passphrase);
  const firstField = useRef<HTMLInputElement>(null);
  const secondField = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const first =
      passphrase.length < MIN_PASSPHRASE_LENGTH
        ? say('passphrase.tooShort', { least: MIN_PASSPHRASE_LENGTH })
        : isAcceptable(passphrase, score)
          ? null
          : say('passphrase.tooWeak');
    const second = first === null && passphrase !== again ? say('passphrase.differ') : null;
    setProblems({ first, second });
    if (first !== null || second !== null) {
      (first === null ? secondField : firstField).current?.focus();
      return;
    }
    setBusy(true);
    const failed = await create(passphrase);
    setBusy(false);
    setError(failed);
  }

  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {say('passphrase.title')}
      </h1>
      <ForgottenNotice />
      <p className={centred['lead']}>{say('passphrase.lead')}</p>
      <form className={`${centred['form']} ${styles['form']}`} onSubmit={(event) => void submit(event)}>
        <div className={styles['typed']}>
          <SecretField
            ref={firstField}
            label={say('passphrase.label')}
            autoComplete="new-password"
            reserve={1}
            value={passphrase}
            shown={shown}
            onShownChange={setShown}
            problem={problems.first}
            autoFocus
            maxLength={1024}
            onChange={(event) => {
              onDraft({ ...draft, passphrase: event.target.value });
              setProblems({ first: null, second: null });
            }}
          />
          <StrengthMeter score={score} />
          <SecretField
            ref={secondField}
            label={say('passphrase.again')}
            autoComplete="new-password"
            reserve={1}
            value={again}
            shown={shown}
            problem={problems.second}
            maxLength={1024}
            onChange={(event) => {
              onDraft({ ...draft, again: event.target.value });
              setProblems({ ...problems, second: null });
            }}
          />
        </div>
        <div className={styles['truth']}>
          <strong>{say('passphrase.truthTitle')}</strong>
          <p>{say('passphrase.truth')}</p>
          <Button kind="quiet" className={styles['how'] ?? ''} onClick={askHow}>
            {say('protection.how')}
          </Button>
        </div>
        {error !== null && (
          <p role="alert" className={centred['problem']}>
            {sayError(error)}
          </p>
        )}
        <div className={centred['row']}>
          <Button kind="main" type="submit" aria-disabled={busy || undefined}>
            {say(busy ? 'passphrase.working' : 'passphrase.continue')}
          </Button>
          {!busy && (
            <>
              <Button kind="quiet" onClick={onJoin}>
                {say('join.have')}
              </Button>
              <Button kind="quiet" onClick={onOpenBackup}>
                {say('openBackup.have')}
              </Button>
            </>
          )}
        </div>
      </form>
    </>
  );
}
