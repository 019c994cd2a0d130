import { useEffect, useRef } from 'react';
import type { ComponentType, KeyboardEvent, ReactNode } from 'react';
import { shortcutAria, shortcutText } from '../../actions/shortcuts.ts';
import type { Platform, Shortcut } from '../../../src-shared/actions/shortcut.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import type { MessageId } from '../../intl/en.ts';
import { MoodPicker } from '../entries/mood-picker.tsx';
import styles from './capture-form.module.css';
import type { Capture } from './use-capture.ts';

const KEEP: Shortcut = { key: 'Enter', mod: true };

const WAYS: Readonly<Record<NonNullable<Capture['way']>, MessageId>> = {
  journal: 'capture.way.journal',
  inbox: 'capture.way.inbox',
  'needs-unlock': 'capture.way.needsUnlock',
  absent: 'capture.way.absent',
};

interface CaptureFormProps {
  readonly capture: Capture;
  readonly platform: Platform;
  /** The row of buttons: the dialog's, or the small window's. */
  readonly Actions: ComponentType<{ readonly children: ReactNode }>;
}

/** A plain place to write, a mood, and two buttons. It shows nothing that was written before. */
export function CaptureForm({ capture, platform, Actions }: CaptureFormProps) {
  const { say, sayError } = useLanguage();
  const field = useRef<HTMLTextAreaElement>(null);
  const stay = useRef<HTMLButtonElement>(null);
  const face = useRef<HTMLInputElement>(null);
  const { text, mood, way, error, isBusy, isRest, isAsking, hasContent } = capture;

  const wasAsking = useRef(false);
  useEffect(() => {
    if (isAsking) stay.current?.focus();
    // The button that had it is gone.
    else if (wasAsking.current) field.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const isMod = platform === 'mac' ? event.metaKey : event.ctrlKey;
    if (event.key !== 'Enter' || !isMod || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void capture.keep();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void capture.keep();
      }}
      className={styles['form']}
    >
      <div role="presentation" onKeyDown={onKeyDown} className={styles['fields']}>
        <textarea
          ref={field}
          className={styles['text']}
          aria-label={say('capture.text')}
          aria-keyshortcuts={shortcutAria(KEEP, platform)}
          placeholder={say('capture.placeholder')}
          spellCheck={false}
          autoFocus
          value={text}
          onChange={(event) => capture.setText(event.target.value)}
        />
        <div className={styles['below']}>
          <MoodPicker mood={mood} onChange={capture.setMood} entrance={face} />
        </div>
        <p
          className={styles['hint']}
          role={error === null ? 'status' : 'alert'}
          data-problem={error !== null || undefined}
        >
          {error !== null
            ? say('capture.notKept', { reason: sayError(error) })
            : isRest
              ? say('capture.rest')
              : way !== null && say(WAYS[way])}
        </p>
        <Actions>
          {isAsking ? (
            <div role="group" aria-label={say('capture.askTitle')} className={styles['asking']}>
              <p>{say('capture.askTitle')}</p>
              <Button ref={stay} onClick={capture.stay}>
                {say('capture.goOn')}
              </Button>
              <Button kind="danger" onClick={capture.throwAway}>
                {say('capture.throwAway')}
              </Button>
            </div>
          ) : (
            <>
              <Button kind="quiet" onClick={capture.leave}>
                {say('capture.close')}
              </Button>
              <Button
                kind="main"
                type="submit"
                title={shortcutText(KEEP, platform)}
                aria-disabled={!hasContent || isBusy || undefined}
              >
                {say(isBusy ? 'capture.keeping' : 'capture.keep')}
              </Button>
            </>
          )}
        </Actions>
      </div>
    </form>
  );
}
