import { LANGUAGES } from '../../src-shared/intl/choose-language.ts';
import { LAST_WORDS } from '../intl/last-words.ts';
import { Art } from './art/art.tsx';
import { Button } from './button.tsx';
import styles from './centred.module.css';

/** In the place of a page that has no words: blank, it would say neither what happened nor that the journal is safe. */
export function NoWords({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <main className={styles['page']}>
      <div className={`${styles['column']} ${styles['apart']}`}>
        <Art scene="broken" />
        {LANGUAGES.map((language) => {
          const { title, text, again } = LAST_WORDS[language];
          return (
            <section key={language} lang={language} className={styles['column']}>
              <h1>{title}</h1>
              <p className={styles['lead']}>{text}</p>
              <div className={styles['row']}>
                <Button onClick={onAgain}>{again}</Button>
              </div>
            </section>
          );
        })}
      </div>
    </main>
  );
}
