import { Search } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../bridge/use-answer.ts';
import { byName } from '../../intl/by-name.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useRoute } from '../../shell/model-context.tsx';
import styles from '../../shell/sidebar.module.css';

/** As with tags: the rest is one click away. */
const SHOWN = 6;

/** Searches that are kept under a name, one click from everywhere. */
export function SavedSearches() {
  const { target } = useModel();
  const { say, locale } = useLanguage();
  const query = useRoute((state) => (state.view === 'search' ? state.query.trim() : null));
  const [isWhole, setWhole] = useState(false);
  const answer = useAnswer('searches.list', {}, 'searches');
  if (answer === null || answer.searches.length === 0) return null;
  const searches = byName(answer.searches, locale);
  return (
    <section className={styles['group']} aria-labelledby="sidebar-searches">
      <h2 id="sidebar-searches">{say('nav.searches')}</h2>
      {searches.slice(0, isWhole ? undefined : SHOWN).map((search) => (
        <button
          key={search.id}
          type="button"
          className={styles['entry']}
          title={search.query}
          aria-current={search.query.trim() === query || undefined}
          onClick={() => target.searchFor(search.query)}
        >
          <Search aria-hidden="true" size={14} />
          <span dir="auto">{search.name}</span>
        </button>
      ))}
      {searches.length > SHOWN && (
        <button type="button" className={styles['entry']} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          <span>{say(isWhole ? 'nav.fewerSearches' : 'nav.allSearches')}</span>
          <small aria-hidden="true">{say('number', { value: searches.length })}</small>
        </button>
      )}
    </section>
  );
}
