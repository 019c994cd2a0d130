import { useId } from 'react';
import type { Mood } from '../../../src-shared/contract/values.ts';
import { useLanguage } from '../../intl/language.ts';
import { MoodFace, MOODS, moodName } from '../entries/mood-picker.tsx';
import { withMood } from './choices.ts';
import type { QuestionProps } from './journal-question.tsx';
import styles from './questions.module.css';

interface WordProps {
  readonly word: string;
  readonly entries: number;
  readonly mood: Mood | null;
  readonly onChange: (mood: Mood | null) => void;
}

function MoodWord({ word, entries, mood, onChange }: WordProps) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={id} className={styles['mood']}>
      <span id={id} className={styles['word']}>
        <b>{word}</b> <small>{say('import.moodCount', { count: entries })}</small>
      </span>
      <span className={styles['faces']}>
        {MOODS.map((value) => {
          const name = say(moodName(value)!);
          return (
            <label key={value} title={name} data-mood={value}>
              <input
                type="radio"
                name={id}
                aria-label={name}
                checked={mood === value}
                onChange={() => onChange(value)}
              />
              <MoodFace mood={value} />
            </label>
          );
        })}
        <label className={styles['none']}>
          <input
            type="radio"
            name={id}
            aria-label={say('import.noMoodLong')}
            checked={mood === null}
            onChange={() => onChange(null)}
          />
          <span aria-hidden="true">{say('import.noMood')}</span>
        </label>
      </span>
      <span className={styles['chosen']} aria-hidden="true">
        {mood === null ? '' : say(moodName(mood)!)}
      </span>
    </div>
  );
}

/** Words that only the person can place on the five moods of this app. */
export function MoodQuestion({ preview, choices, onChange }: QuestionProps) {
  const { say } = useLanguage();
  return (
    <fieldset className={styles['question']}>
      <legend>{say('import.moods')}</legend>
      <p className={styles['hint']}>{say('import.moodsText')}</p>
      <div className={styles['list']}>
        {preview.moods.map(({ word, entries }) => (
          <MoodWord
            key={word}
            word={word}
            entries={entries}
            mood={choices.moods.find((known) => known.word === word)?.mood ?? null}
            onChange={(mood) => onChange(withMood(choices, word, mood))}
          />
        ))}
      </div>
      {preview.unlistedMoodEntries > 0 && (
        <p className={styles['hint']}>{say('import.unlistedMoods', { count: preview.unlistedMoodEntries })}</p>
      )}
    </fieldset>
  );
}
