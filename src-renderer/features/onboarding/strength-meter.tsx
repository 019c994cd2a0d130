import { useEffect, useState } from 'react';
import { useLanguage } from '../../intl/language.ts';
import styles from './strength-meter.module.css';
import { loadMeter, strengthWords } from './strength.ts';
import type { Score } from './strength.ts';

/** Measures a passphrase as it is typed; null while it is empty or the dictionaries are on their way. */
export function useStrength(passphrase: string): Score | null {
  const [measure, setMeasure] = useState<((passphrase: string) => Score) | null>(null);
  useEffect(() => {
    let isHere = true;
    void loadMeter().then((meter) => {
      if (isHere) setMeasure(() => meter);
    });
    return () => {
      isHere = false;
    };
  }, []);
  return passphrase === '' || measure === null ? null : measure(passphrase);
}

/** The strength in words, with a bar of four that says the same. */
export function StrengthMeter({ score }: { readonly score: Score | null }) {
  const { say } = useLanguage();
  const words = score === null ? null : strengthWords(score);
  return (
    <div className={styles['meter']} role="status">
      <div className={styles['bar']} data-score={score ?? undefined} aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <i key={step} data-full={(score !== null && step <= Math.max(score, 1)) || undefined} />
        ))}
      </div>
      <p>
        {words === null ? (
          say('strength.hint')
        ) : (
          <>
            <b>{say(words.name)}.</b> {words.advice !== null && say(words.advice)}
          </>
        )}
      </p>
    </div>
  );
}
