import { tagSize } from '../../../src-shared/domain/writing-statistics.ts';
import { withFilter } from '../../../src-shared/domain/search-query.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './insights-page.module.css';

interface TagCloudProps {
  readonly tags: readonly { readonly name: string; readonly entries: number }[];
}

/** The tags by name, the larger the more they are used; each opens its entries in the search. */
export function TagCloud({ tags }: TagCloudProps) {
  const { route, target } = useModel();
  const { say, locale } = useLanguage();
  const uses = tags.map(({ entries }) => entries);
  const least = Math.min(...uses);
  const most = Math.max(...uses);
  const open = (name: string): void => {
    route.setState({ query: withFilter('', { name: 'tag', value: name, isExcluded: false }) });
    target.show('search');
  };
  return (
    <ul className={styles['tags']} aria-label={say('insights.tagsLabel')}>
      {tags
        .toSorted((a, b) => a.name.localeCompare(b.name, locale))
        .map(({ name, entries }) => (
          <li key={name}>
            <button type="button" data-size={tagSize(entries, least, most)} onClick={() => open(name)}>
              #{name} <small>{say('number', { value: entries })}</small>
              <span className={styles['unseen']}> {say('insights.tagEntries', { count: entries })}</span>
            </button>
          </li>
        ))}
    </ul>
  );
}
