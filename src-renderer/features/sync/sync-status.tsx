import { useEffect, useRef } from 'react';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSync } from '../../shell/model-context.tsx';
import styles from './sync-status.module.css';
import { syncWords } from './sync-words.ts';
import { useNow } from './use-now.ts';

/** One quiet line at the foot of the sidebar; it leads to the settings of sync. */
export function SyncStatusLine() {
  const { notices, target } = useModel();
  const { say, locale } = useLanguage();
  const status = useSync((state) => state.status);
  const now = useNow();
  const words = status === null ? null : syncWords(status, say, locale, now);
  const tone = words?.tone ?? 'off';
  const lastTone = useRef(tone);
  const short = words?.short ?? say('nav.status');

  useEffect(() => {
    // Said once, when a person is needed; everything else would be noise.
    if (tone === 'needs-you' && lastTone.current !== 'needs-you') notices.announce(short);
    lastTone.current = tone;
  }, [tone, short, notices]);

  return (
    <button
      type="button"
      className={styles['status']}
      data-tone={tone}
      data-testid="sync-status"
      onClick={() => target.showSync()}
    >
      <i aria-hidden="true" />
      <span>{short}</span>
    </button>
  );
}
