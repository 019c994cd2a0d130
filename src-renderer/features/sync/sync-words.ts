import type { SyncStatus } from '../../../src-shared/contract/sync.ts';
import type { MessageId } from '../../intl/en.ts';
import type { Say } from '../../intl/language.ts';

export type SyncTone = 'off' | 'calm' | 'working' | 'waiting' | 'needs-you';

export interface SyncWords {
  readonly tone: SyncTone;
  /** For the foot of the sidebar. */
  readonly short: string;
  /** For the settings: what is, what is safe, what to do. */
  readonly long: string;
}

/** Whether so little time has passed that nobody counts it. `now` may be a moment old, and the instant newer. */
function isJustNow(instant: string, now: number): boolean {
  return now - Date.parse(instant) < 59_500;
}

/** Some minutes ago, as a language says it. */
export function timeAgo(locale: string, instant: string, now: number): string {
  // `now` may be a moment old, and the instant newer.
  const seconds = Math.max(0, Math.round((now - Date.parse(instant)) / 1000));
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  if (seconds < 60) return format.format(0, 'second');
  if (seconds < 3600) return format.format(-Math.round(seconds / 60), 'minute');
  if (seconds < 86_400) return format.format(-Math.round(seconds / 3600), 'hour');
  return format.format(-Math.round(seconds / 86_400), 'day');
}

/** It never says that all is synced when it is not. `now`: milliseconds since the epoch. */
export function syncWords(status: SyncStatus, say: Say, locale: string, now: number): SyncWords {
  const ago = status.syncedAt === null ? null : timeAgo(locale, status.syncedAt, now);
  const isNow = String(status.syncedAt !== null && isJustNow(status.syncedAt, now));
  const { waiting } = status;
  const waitingText = waiting > 0 ? ` ${say('sync.waitingLong', { count: waiting })}` : '';
  const words = (tone: SyncTone, short: string, long: string): SyncWords => ({ tone, short, long });
  switch (status.state) {
    case 'off':
      return words('off', say('nav.status'), say('sync.offLong'));
    case 'syncing': {
      const { progress } = status;
      const long =
        progress === null || progress.phase === 'connecting'
          ? say('sync.connecting')
          : say(progress.phase === 'receiving' ? 'sync.receiving' : 'sync.sending', {
              done: progress.done,
              total: progress.total,
            });
      return words('working', say('sync.syncing'), long);
    }
    case 'paused':
      return words('off', say('sync.paused'), `${say('sync.pausedLong')}${waitingText}`);
    case 'offline':
      return words(
        'waiting',
        waiting > 0 ? say('sync.offlineWaiting', { count: waiting }) : say('sync.offline'),
        `${say('sync.offlineLong')}${waitingText}`,
      );
    case 'waiting':
      return words('waiting', say('sync.waiting', { count: waiting }), say('sync.waitingOwn', { count: waiting }));
    case 'trouble':
    case 'needs-you':
      return words(
        status.state === 'trouble' ? 'waiting' : 'needs-you',
        say(status.state === 'trouble' ? 'sync.trouble' : 'sync.needsYou'),
        `${say(PROBLEMS[status.problem ?? 'internal'])}${waitingText}`,
      );
    case 'synced':
      return status.conflicts > 0
        ? words(
            'needs-you',
            say('sync.conflicts', { count: status.conflicts }),
            say('sync.conflictsLong', { count: status.conflicts }),
          )
        : words('calm', say('sync.synced', { ago, isNow }), say('sync.syncedLong', { ago, isNow }));
  }
}

const PROBLEMS: Readonly<Record<NonNullable<SyncStatus['problem']>, MessageId>> = {
  token: 'sync.problem.token',
  'other-vault': 'sync.problem.otherVault',
  'renewed-key': 'sync.problem.renewedKey',
  'too-new': 'sync.problem.tooNew',
  'not-a-server': 'sync.problem.notAServer',
  server: 'sync.problem.server',
  'no-answer': 'sync.problem.noAnswer',
  'disk-full': 'sync.problem.diskFull',
  'profile-read-only': 'sync.problem.readOnly',
  internal: 'sync.problem.internal',
};
