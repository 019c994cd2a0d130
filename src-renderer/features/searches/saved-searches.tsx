import { Search } from 'lucide-react';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from '../../shell/sidebar.module.css';

/** Searches that are kept under a name, one click from everywhere. */
export function SavedSearches() {
  const { target } = useModel();
  const { say } = useLanguage();
  const answer = useAnswer('searches.list', {}, 'searches');
  if (answer === null || answer.searches.length === 0) return null;
  return (
    <section className={styles['group']} aria-labelledby="sidebar-searches">
      <h2 id="sidebar-searches">{say('nav.searches')}</h2>
      {answer.searches.map(({ id, name, query }) => (
        <button
          key={id}
          type="button"
          className={styles['entry']}
          title={query}
          onClick={() => target.searchFor(query)}
        >
          <Search aria-hidden="true" size={14} />
          <span>{name}</span>
        </button>
      ))}
    </section>
  );
}
