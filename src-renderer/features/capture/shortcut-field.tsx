import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { acceleratorOf, acceleratorText } from '../../../src-shared/domain/accelerator.ts';
import type { Platform } from '../../../src-shared/actions/shortcut.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import styles from './capture-settings.module.css';

interface ShortcutFieldProps {
  /** Electron's accelerator; null: none. */
  readonly value: string | null;
  readonly platform: Platform;
  /** Of what is said about it elsewhere. */
  readonly describedBy: string;
  readonly onChange: (accelerator: string | null) => void;
}

/**
 * Records a shortcut: a button that, once pressed, takes the next keys as the shortcut. Tab leaves it and Escape gives up, so that nobody is caught in it.
 */
export function ShortcutField({ value, platform, describedBy, onChange }: ShortcutFieldProps) {
  const { say } = useLanguage();
  const label = useId();
  const shown = useId();
  const help = useId();
  const field = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<'rest' | 'recording' | 'unfit'>('rest');
  const isRecording = state !== 'rest';

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isRecording || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      setState('rest');
      return;
    }
    const pressed = acceleratorOf(event, platform);
    if (pressed.type === 'unfit') setState('unfit');
    if (pressed.type !== 'accelerator') return;
    setState('rest');
    onChange(pressed.text);
  };

  return (
    <div className={styles['recorder']}>
      <span id={label} className={styles['label']}>
        {say('capture.shortcut')}
      </span>
      <div className={styles['row']}>
        <Button
          ref={field}
          aria-labelledby={`${label} ${shown}`}
          aria-describedby={`${help} ${describedBy}`}
          aria-pressed={isRecording}
          className={styles['keys'] ?? ''}
          onClick={() => setState(isRecording ? 'rest' : 'recording')}
          // A held Space or Enter would press the button again while it listens.
          onKeyUp={(event) => {
            if (isRecording) event.preventDefault();
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setState('rest')}
        >
          <span id={shown}>
            {isRecording
              ? say('capture.shortcut.press')
              : value === null
                ? say('capture.shortcut.none')
                : acceleratorText(value, platform)}
          </span>
        </Button>
        {value !== null && (
          <Button
            kind="quiet"
            aria-label={say('capture.shortcut.clearLong')}
            onClick={() => {
              // The button goes, and must not take the focus with it.
              field.current?.focus();
              onChange(null);
            }}
          >
            {say('capture.shortcut.clear')}
          </Button>
        )}
      </div>
      <p id={help} role="status" className={styles['hint']} data-problem={state === 'unfit' || undefined}>
        {isRecording && say(state === 'unfit' ? 'capture.shortcut.unfit' : 'capture.shortcut.how', { platform })}
      </p>
    </div>
  );
}
