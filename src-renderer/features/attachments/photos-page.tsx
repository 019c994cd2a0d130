import { ArrowLeft, Paperclip } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { fullDate } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { fileSize } from '../../intl/sizes.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './attachments.module.css';
import { Thumbnail } from './thumbnail.tsx';

type Item = OutputOf<'attachments.list'>['items'][number];

const PAGE = 60;

const isPhoto = ({ attachment }: Item): boolean => attachment.width !== null;

function FileItem({ item }: { readonly item: Item }) {
  const { target } = useModel();
  const { say, locale } = useLanguage();
  const { id, name, size } = item.attachment;
  const date = fullDate(locale, item.day);
  return (
    <li>
      <button type="button" onClick={() => target.open({ type: 'file', id })}>
        <Paperclip aria-hidden="true" />
        <span dir="auto">{name}</span>
        <small>{fileSize(locale, size)}</small>
      </button>
      <Button kind="quiet" aria-label={say('photos.toDay', { date })} onClick={() => target.showDay(item.day)}>
        {date}
      </Button>
    </li>
  );
}

/** Every picture and file of the journal, those of the newest days first. */
export function PhotosPage() {
  const { client, route, showProblem, target } = useModel();
  const { say } = useLanguage();
  const heading = useHeadingFocus();
  const first = useAnswer('attachments.list', { after: null, limit: PAGE }, 'entries');
  const [later, setLater] = useState<OutputOf<'attachments.list'>>({ items: [], next: null });
  const hasLater = later.items.length > 0;
  const next = hasLater ? later.next : (first?.next ?? null);
  const all = first === null ? null : [...first.items, ...later.items];
  const items = all?.filter(isPhoto) ?? null;
  const files = all?.filter((item) => !isPhoto(item)) ?? [];

  async function loadMore(): Promise<void> {
    const result = await client.invoke('attachments.list', { after: next, limit: PAGE });
    if (result.ok) setLater({ items: [...later.items, ...result.value.items], next: result.value.next });
    else showProblem(result.error);
  }

  // One that stands in two entries is shown twice here, and walked through once.
  const ids = [...new Set((items ?? []).map(({ attachment }) => attachment.id))];
  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <IconButton label={say('photos.back')} onClick={() => target.show('journal')}>
          <ArrowLeft />
        </IconButton>
        <h1 ref={heading} tabIndex={-1}>
          {say('photos.title')}
        </h1>
      </header>
      {all?.length === 0 && next === null && (
        <EmptyState
          scene="photos"
          title={say('photos.emptyTitle')}
          text={say('photos.emptyText')}
          example={say('photos.emptyExample')}
          action={
            <Button kind="main" onClick={() => target.newEntry()}>
              {say('photos.emptyAction')}
            </Button>
          }
        />
      )}
      {items !== null && items.length > 0 && (
        <ul className={styles['grid']} aria-label={say('nav.photos')}>
          {items.map((item) => (
            <Thumbnail
              key={`${item.entry} ${item.attachment.id}`}
              item={item}
              onShow={() => route.setState({ overlay: { type: 'photo', ids, first: item.attachment.id } })}
            />
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <section className={styles['files']} aria-labelledby="photos-files">
          <h2 id="photos-files">{say('photos.files')}</h2>
          <ul>
            {files.map((item) => (
              <FileItem key={`${item.entry} ${item.attachment.id}`} item={item} />
            ))}
          </ul>
        </section>
      )}
      {next !== null && <Button onClick={() => void loadMore()}>{say('photos.more')}</Button>}
    </div>
  );
}
