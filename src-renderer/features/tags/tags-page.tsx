import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { byName } from '../../intl/by-name.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { searchForTag, TagUse } from './sidebar-tags.tsx';
import styles from './tags-page.module.css';

const ORDERS = ['by-use', 'by-name'] as const;

/** Every tag, and how much was written under it. */
export function TagsPage() {
  const { target } = useModel();
  const { say, locale } = useLanguage();
  const heading = useHeadingFocus();
  const [order, setOrder] = useState<(typeof ORDERS)[number]>('by-use');
  const answer = useAnswer('entries.tags', {}, 'entries');
  const all = answer?.tags ?? [];
  const tags = order === 'by-use' ? all : byName(all, locale);
  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <IconButton label={say('photos.back')} onClick={() => target.show('journal')}>
          <ArrowLeft />
        </IconButton>
        <h1 ref={heading} tabIndex={-1}>
          {say('tags.title')}
        </h1>
        {tags.length > 0 && <small>{say('tags.count', { count: tags.length })}</small>}
        {tags.length > 1 && (
          <div className={styles['order']}>
            <Segmented
              label={say('tags.order')}
              choices={ORDERS}
              value={order}
              name={(each) => say(each === 'by-use' ? 'tags.byUse' : 'tags.byName')}
              onChange={setOrder}
            />
          </div>
        )}
      </header>
      {answer?.tags.length === 0 && (
        <EmptyState
          scene="tags"
          title={say('tags.emptyTitle')}
          text={say('tags.emptyText')}
          example={say('tags.emptyExample')}
          action={
            <Button kind="main" onClick={() => target.newEntry()}>
              {say('tags.emptyAction')}
            </Button>
          }
        />
      )}
      {tags.length > 0 && (
        <ul className={styles['tags']} aria-label={say('tags.list')}>
          {tags.map((tag) => (
            <li key={tag.name}>
              <button type="button" onClick={() => target.searchFor(searchForTag(tag.name))}>
                <span dir="auto">#{tag.name}</span>
                <TagUse entries={tag.entries} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
