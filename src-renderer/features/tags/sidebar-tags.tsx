import { useAnswer } from '../../bridge/use-answer.ts';
import { withFilter } from '../../../src-shared/domain/search-query.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useRoute } from '../../shell/model-context.tsx';
import styles from '../../shell/sidebar.module.css';

/** The most used ones: the rest is one click away. */
const SHOWN = 6;

export function searchForTag(tag: string): string {
  return withFilter('', { name: 'tag', value: tag, isExcluded: false });
}

/** How many entries bear a tag: a number on the screen, and with its word for a screen reader. */
export function TagUse({ entries }: { readonly entries: number }) {
  const { say } = useLanguage();
  return (
    <small>
      {say('number', { value: entries })} <i className={styles['spoken']}>{say('tags.entries', { count: entries })}</i>
    </small>
  );
}

export function SidebarTags() {
  const { target } = useModel();
  const { say } = useLanguage();
  const query = useRoute((state) => (state.view === 'search' ? state.query.trim() : null));
  const answer = useAnswer('entries.tags', {}, 'entries');
  if (answer === null || answer.tags.length === 0) return null;
  return (
    <section className={styles['group']} aria-labelledby="sidebar-tags">
      <h2 id="sidebar-tags">{say('nav.tags')}</h2>
      {answer.tags.slice(0, SHOWN).map(({ name, entries }) => (
        <button
          key={name}
          type="button"
          className={styles['entry']}
          aria-current={searchForTag(name) === query || undefined}
          onClick={() => target.searchFor(searchForTag(name))}
        >
          <span dir="auto"># {name}</span>
          <TagUse entries={entries} />
        </button>
      ))}
      {answer.tags.length > SHOWN && (
        <button type="button" className={styles['entry']} onClick={() => target.show('tags')}>
          <span>{say('nav.allTags')}</span>
          <small aria-hidden="true">{say('number', { value: answer.tags.length })}</small>
        </button>
      )}
    </section>
  );
}
