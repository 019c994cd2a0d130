import { Eye } from 'lucide-react';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { DialogActions } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import styles from './onboarding.module.css';
import { plainKey } from './recovery-key.ts';

interface ConfirmKeyProps {
  readonly groups: readonly string[];
  /** The groups to type, counted from 1. */
  readonly asked: readonly number[];
  readonly confirm: () => Promise<AppError | null>;
  readonly onShow: () => void;
  /** What the button says. */
  readonly action: MessageId;
  readonly isInDialog: boolean;
}

/** Asks for some groups of a key that is not on the screen. */
export function ConfirmKey({ groups, asked, confirm, onShow, action, isInDialog }: ConfirmKeyProps) {
  const { say, sayError } = useLanguage();
  const heading = useHeadingFocus();
  const Heading = isInDialog ? 'h3' : 'h1';
  const fields = useRef(new Map<number, HTMLInputElement>());
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [wrong, setWrong] = useState<readonly number[]>([]);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const different = asked.filter((number) => plainKey(typed[number] ?? '') !== plainKey(groups[number - 1] ?? ''));
    setWrong(different);
    setError(null);
    const [first] = different;
    if (first !== undefined) {
      fields.current.get(first)?.focus();
      return;
    }
    setBusy(true);
    const failed = await confirm();
    if (failed !== null) {
      setBusy(false);
      setError(failed);
    }
  }

  const done = (
    <Button kind="main" type="submit" aria-disabled={busy || undefined}>
      {say(action)}
    </Button>
  );
  const show = (
    <Button
      kind="quiet"
      aria-disabled={busy || undefined}
      onClick={() => {
        // What was typed is on its way: behind it there is no other try.
        if (!busy) onShow();
      }}
    >
      <Eye />
      {say('key.showAgain')}
    </Button>
  );
  return (
    <>
      <Heading ref={heading} tabIndex={-1}>
        {say('key.confirmTitle')}
      </Heading>
      <p className={centred['lead']}>{say('key.confirmLead')}</p>
      <form className={centred['form']} noValidate onSubmit={(event) => void submit(event)}>
        <div className={styles['groups']}>
          {asked.map((number, index) => (
            <Field
              key={number}
              ref={(element) => {
                if (element !== null) fields.current.set(number, element);
              }}
              label={say('key.group', { number })}
              problem={wrong.includes(number) ? say('key.groupWrong', { number }) : null}
              reserve={1}
              value={typed[number] ?? ''}
              autoFocus={index === 0}
              autoCapitalize="characters"
              maxLength={40}
              onChange={(event) => {
                setTyped({ ...typed, [number]: event.target.value });
                setWrong(wrong.filter((other) => other !== number));
              }}
            />
          ))}
        </div>
        {error !== null && (
          <p role="alert" className={centred['problem']}>
            {sayError(error)}
          </p>
        )}
        {isInDialog ? (
          <DialogActions>
            {show}
            {done}
          </DialogActions>
        ) : (
          <div className={centred['row']}>
            {done}
            {show}
          </div>
        )}
      </form>
    </>
  );
}
