import { Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ComponentType, KeyboardEvent, ReactNode } from 'react';
import { shortcutAria, shortcutText } from '../../actions/shortcuts.ts';
import type { Platform, Shortcut } from '../../../src-shared/actions/shortcut.ts';
import { Button } from '../../components/button.tsx';
import { copyText } from '../../components/copy-text.ts';
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
  /** What leaving it is called. */
  readonly close?: MessageId;
}

/** A plain place to write, a mood, and two buttons. It shows nothing that was written before. */
export function CaptureForm({ capture, platform, Actions, close = 'capture.close' }: CaptureFormProps) {
  const language = useLanguage();
  const { say, sayError } = language;
  const field = useRef<HTMLTextAreaElement>(null);
  const stay = useRef<HTMLButtonElement>(null);
  const face = useRef<HTMLInputElement>(null);
  const { text, mood, way, error, isBusy, isRest, isAsking, hasContent } = capture;
  // There is nowhere to keep it: that is said before anything is written, and what is written can be taken elsewhere.
  const canKeep = way !== 'needs-unlock' && way !== 'absent';
  const [copied, setCopied] = useState<boolean | null>(null);
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // In the small window it may begin below the edge.
    if (error !== null) said.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  const keep = (): void => {
    if (canKeep) void capture.keep();
  };

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
    keep();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      className={styles['form']}
    >
      <div role="presentation" onKeyDown={onKeyDown} className={styles['fields']}>
        <textarea
          dir="auto"
          ref={field}
          className={styles['text']}
          aria-label={say('capture.text')}
          aria-keyshortcuts={shortcutAria(KEEP, platform)}
          placeholder={say('capture.placeholder')}
          spellCheck={false}
          autoFocus
          value={text}
          onChange={(event) => {
            setCopied(null);
            capture.setText(event.target.value);
          }}
        />
        <div className={styles['below']}>
          <MoodPicker mood={mood} onChange={capture.setMood} entrance={face} />
        </div>
        <p
          ref={said}
          className={styles['hint']}
          role={error === null ? 'status' : 'alert'}
          data-problem={error !== null || (!canKeep && copied !== true) || undefined}
        >
          {copied !== null
            ? say(copied ? 'capture.copied' : 'capture.notCopied')
            : error !== null
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
                {say(close)}
              </Button>
              {canKeep ? (
                <Button
                  kind="main"
                  type="submit"
                  title={shortcutText(KEEP, platform, say)}
                  aria-disabled={!hasContent || isBusy || undefined}
                >
                  {say(isBusy ? 'capture.keeping' : 'capture.keep')}
                </Button>
              ) : (
                <Button
                  aria-disabled={text.trim() === '' || undefined}
                  onClick={() => {
                    if (text.trim() !== '') void copyText(text).then(setCopied);
                  }}
                >
                  <Copy />
                  {say('capture.copy')}
                </Button>
              )}
            </>
          )}
        </Actions>
      </div>
    </form>
  );
}
