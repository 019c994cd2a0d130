import { useEffect, useEffectEvent, useState } from 'react';
import type { SyncStatus } from '../../../src-shared/contract/sync.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSync } from '../../shell/model-context.tsx';
import styles from './sync-status.module.css';
import { createSyncVoice } from './sync-voice.ts';
import { syncWords } from './sync-words.ts';
import { useNow } from './use-now.ts';

/** One quiet line at the foot of the sidebar; it leads to the settings of sync. */
export function SyncStatusLine() {
  const { notices, sync, target } = useModel();
  const { say, locale } = useLanguage();
  const status = useSync((state) => state.status);
  const now = useNow();
  const words = status === null ? null : syncWords(status, say, locale, now);
  const tone = words?.tone ?? 'off';
  const short = words?.short ?? say('nav.status');
  const isAsked = useSync((state) => state.isAsked);
  const [voice] = useState(createSyncVoice);

  const tell = useEffectEvent((present: SyncStatus | null): void => {
    if (!voice(present, isAsked)) return;
    if (isAsked) sync.told();
    notices.announce(short);
  });
  // By the status alone: that time passes makes other words of the same one.
  useEffect(() => tell(status), [status]);

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
