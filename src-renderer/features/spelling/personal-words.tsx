import { X } from 'lucide-react';
import { useId, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { IconButton } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './personal-words.module.css';

/** The words that the person taught the checker, to be looked through and taken back. */
export function PersonalWords() {
  const { notices, showProblem, spelling } = useModel();
  const { say, locale } = useLanguage();
  const words = useStore(spelling.store, (state) => state.words);
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const sorted = useMemo(() => words?.toSorted(new Intl.Collator(locale).compare) ?? [], [words, locale]);

  async function remove(word: string, index: number): Promise<void> {
    // The button goes with its word; the next one takes its place under the hand.
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    (buttons[index + 1] ?? buttons[index - 1] ?? heading.current)?.focus();
    const error = await spelling.remove(word);
    if (error === null) notices.announce(say('spelling.removed', { word }));
    else showProblem(error);
  }

  return (
    <div className={styles['words']}>
      <h3 ref={heading} id={id} tabIndex={-1}>
        {say('spelling.words')}
      </h3>
      {sorted.length === 0 ? (
        <p>{say('spelling.noWords')}</p>
      ) : (
        <ul ref={list} aria-labelledby={id}>
          {sorted.map((word, index) => (
            <li key={word}>
              {word}
              <IconButton
                className={styles['remove'] ?? ''}
                label={say('spelling.remove', { word })}
                onClick={() => void remove(word, index)}
              >
                <X />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
