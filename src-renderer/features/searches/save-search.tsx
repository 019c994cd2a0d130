import { Bookmark, BookmarkCheck } from 'lucide-react';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from '../search/filter-bar.module.css';

/** Keeps the search that is on screen under a name, or leads to the one it is kept under. */
export function SaveSearch({ query }: { readonly query: string }) {
  const { target } = useModel();
  const { say } = useLanguage();
  const answer = useAnswer('searches.list', {}, 'searches');
  const typed = query.trim();
  if (answer === null || typed === '') return null;
  const saved = answer.searches.find((search) => search.query.trim() === typed);
  return (
    <button
      type="button"
      className={styles['filter']}
      aria-label={saved === undefined ? undefined : say('searches.edit', { name: saved.name })}
      onClick={() => target.open({ type: 'saved-search', ...(saved ?? { id: null, name: '', query: typed }) })}
    >
      {saved === undefined ? <Bookmark aria-hidden="true" /> : <BookmarkCheck aria-hidden="true" />}
      {saved === undefined ? say('searches.save') : say('searches.saved', { name: saved.name })}
    </button>
  );
}
