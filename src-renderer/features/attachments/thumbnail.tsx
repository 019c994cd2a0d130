import { useEffect, useRef } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { Button } from '../../components/button.tsx';
import { fullDate } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { altOf } from './address.ts';
import styles from './attachments.module.css';

interface ThumbnailProps {
  readonly item: OutputOf<'attachments.list'>['items'][number];
  readonly onShow: () => void;
}

/** A picture of the journal in a list, drawn from the vault, with the day it stands in. */
export function Thumbnail({ item, onShow }: ThumbnailProps) {
  const { attachments, target } = useModel();
  const { say, locale } = useLanguage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { id, name } = item.attachment;
  const date = fullDate(locale, item.day);

  useEffect(() => {
    let isGone = false;
    void attachments.thumbnail(id).then((found) => {
      const bitmap = found.ok ? found.value.bitmap : null;
      if (isGone || bitmap === null || canvas.current === null) return;
      canvas.current.width = bitmap.width;
      canvas.current.height = bitmap.height;
      canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0);
      canvas.current.dataset['state'] = 'shown';
    });
    return () => {
      isGone = true;
    };
  }, [attachments, id]);

  return (
    <li>
      <button
        type="button"
        className={styles['photo']}
        aria-label={say('photos.show', { date, name: altOf(name) || 'none' })}
        onClick={onShow}
      >
        <canvas ref={canvas} aria-hidden="true" />
      </button>
      <Button kind="quiet" aria-label={say('photos.toDay', { date })} onClick={() => target.showDay(item.day)}>
        {date}
      </Button>
    </li>
  );
}
