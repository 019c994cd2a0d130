import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { Thumbnail } from '../attachments/thumbnail.tsx';
import pageStyles from './insights-page.module.css';
import styles from './month-page.module.css';

interface MonthPhotosProps {
  readonly photos: OutputOf<'insights.month'>['photos'];
  /** With those that are left out. */
  readonly count: number;
}

export function MonthPhotos({ photos, count }: MonthPhotosProps) {
  const { route } = useModel();
  const { say } = useLanguage();
  if (photos.length === 0) return null;
  const ids = photos.map(({ attachment }) => attachment.id);
  return (
    <section className={pageStyles['section']} aria-labelledby="month-photos">
      <header>
        <h2 id="month-photos">{say('month.photos')}</h2>
      </header>
      <ul className={styles['photos']} aria-labelledby="month-photos">
        {photos.map((item) => (
          <Thumbnail
            key={item.attachment.id}
            item={item}
            onShow={() => route.setState({ overlay: { type: 'photo', ids, first: item.attachment.id } })}
          />
        ))}
      </ul>
      {count > photos.length && (
        <p className={styles['more']}>{say('month.morePhotos', { count: count - photos.length })}</p>
      )}
    </section>
  );
}
