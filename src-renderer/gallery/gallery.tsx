import { useState } from 'react';
import { BrandMark } from '../components/brand-mark.tsx';
import styles from './gallery.module.css';
import { paneAddress } from './looks.ts';
import type { Looks } from './looks.ts';
import { COVER_NAMES, SECTIONS } from './pane.tsx';

const SWITCHES = [
  ['isMirrored', 'Right to left'],
  ['isLarge', 'Large text'],
  ['isForced', 'Forced colours'],
] as const;

/** Both themes beside each other: each is a page of its own, so that what hangs at the root is as in the app. */
export function Gallery() {
  const [looks, setLooks] = useState<Omit<Looks, 'theme'>>({
    section: null,
    isMirrored: false,
    isLarge: false,
    isForced: false,
  });
  return (
    <div className={styles['outer']}>
      <header className={styles['bar']}>
        <h1>
          <BrandMark />
          Gallery
        </h1>
        <label>
          Show
          <select
            value={looks.section ?? ''}
            onChange={({ target }) => setLooks({ ...looks, section: target.value === '' ? null : target.value })}
          >
            <option value="">everything on the page</option>
            {[...Object.keys(SECTIONS), ...COVER_NAMES].map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        {SWITCHES.map(([name, label]) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={looks[name]}
              onChange={({ target }) => setLooks({ ...looks, [name]: target.checked })}
            />
            {label}
          </label>
        ))}
      </header>
      <div className={styles['panes']}>
        {(['light', 'dark'] as const).map((theme) => (
          // oxlint-disable-next-line react/iframe-missing-sandbox -- a page of ours, which has to be as in the app
          <iframe key={theme} title={theme} src={paneAddress({ ...looks, theme })} />
        ))}
      </div>
    </div>
  );
}
