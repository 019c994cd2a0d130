import { X } from 'lucide-react';
import { useId, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { Mood } from '../../../src-shared/contract/values.ts';
import { useLanguage } from '../../intl/language.ts';
import type { MessageId } from '../../intl/en.ts';
import { keyAlongLine } from '../../intl/direction.ts';
import styles from './mood-picker.module.css';

export const MOODS = [1, 2, 3, 4, 5] as const satisfies readonly Mood[];

const FACES: Readonly<Record<(typeof MOODS)[number], string>> = {
  1: 'M8 16.5c2-3 6-3 8 0M9 9.5v.5M15 9.5v.5',
  2: 'M8.5 15.8c1.8-1.6 5.2-1.6 7 0M9 9.5v.5M15 9.5v.5',
  3: 'M8.5 15h7M9 9.5v.5M15 9.5v.5',
  4: 'M8.5 14.2c1.8 1.8 5.2 1.8 7 0M9 9.5v.5M15 9.5v.5',
  5: 'M8 13.5c1.6 3.6 6.4 3.6 8 0ZM9 9.5v.5M15 9.5v.5',
};

const NAMES: Readonly<Record<(typeof MOODS)[number], MessageId>> = {
  1: 'mood.1',
  2: 'mood.2',
  3: 'mood.3',
  4: 'mood.4',
  5: 'mood.5',
};

function isMood(value: number): value is (typeof MOODS)[number] {
  return MOODS.some((mood) => mood === value);
}

/** The face alone, with its name for a screen reader. */
export function MoodFace({ mood, label }: { readonly mood: Mood; readonly label?: string }) {
  if (!isMood(mood)) return null;
  return (
    <svg
      viewBox="0 0 24 24"
      className={styles['face']}
      data-mood={mood}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined || undefined}
    >
      <circle cx="12" cy="12" r="9" />
      <path d={FACES[mood]} />
    </svg>
  );
}

/** The name of a mood, for sentences and labels. */
export function moodName(mood: Mood): MessageId | null {
  return isMood(mood) ? NAMES[mood] : null;
}

interface MoodPickerProps {
  readonly mood: Mood | null;
  readonly onChange: (mood: Mood | null) => void;
  /** The face that stands in the tab order. */
  readonly entrance: RefObject<HTMLInputElement | null>;
}

/** Where nothing is chosen, Tab arrives in the middle: to begin at one end would be a suggestion. */
const MIDDLE = 3;
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

export function MoodPicker({ mood, onChange, entrance }: MoodPickerProps) {
  const { say } = useLanguage();
  const name = useId();
  const group = useRef<HTMLDivElement>(null);
  const entered = mood !== null && isMood(mood) ? mood : MIDDLE;

  // A choice is written down at once, so the arrows only look for it: not every mood on the way was one.
  const onKeyDown = (event: KeyboardEvent, value: number): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const step = STEPS[keyAlongLine(event.key)];
    if (step !== undefined) {
      group.current?.querySelector<HTMLInputElement>(`input[value="${String(value + step)}"]`)?.focus();
    } else if (event.key === 'Enter') {
      if (isMood(value) && value !== mood) onChange(value);
    } else {
      return;
    }
    event.preventDefault();
  };

  return (
    <div className={styles['row']} data-empty={mood === null || undefined}>
      <div ref={group} role="radiogroup" aria-labelledby={`${name}-label`} className={styles['group']}>
        <span id={`${name}-label`} className={styles['label']}>
          {say('mood.question')}
        </span>
        {MOODS.map((value) => (
          <label key={value} className={styles['choice']} title={say(NAMES[value])}>
            <input
              ref={value === entered ? entrance : undefined}
              type="radio"
              tabIndex={value === entered ? 0 : -1}
              name={name}
              value={value}
              aria-label={say(NAMES[value])}
              checked={mood === value}
              onChange={() => onChange(value)}
              onKeyDown={(event) => onKeyDown(event, value)}
            />
            <MoodFace mood={value} />
          </label>
        ))}
      </div>
      {mood !== null && isMood(mood) && (
        <>
          <span className={styles['word']} aria-hidden="true">
            {say(NAMES[mood])}
          </span>
          <button type="button" className={styles['clear']} title={say('mood.clear')} onClick={() => onChange(null)}>
            <X />
          </button>
        </>
      )}
    </div>
  );
}
