import type { SyncStatus } from '../../../src-shared/contract/sync.ts';

/** Where a cycle comes to rest. What lies between two of them is on the screen only: said, each pause in the writing would be three sentences. */
const RESTS: ReadonlySet<SyncStatus['state']> = new Set(['synced', 'paused', 'offline', 'trouble', 'needs-you']);

/**
 * Decides what a screen reader is told of sync. @returns a function that is given each new status and whether the person asked for a cycle; true: it is said now.
 * The first status of an open vault is where one starts from, and no news.
 */
export function createSyncVoice(): (status: SyncStatus | null, isAsked: boolean) => boolean {
  let last: string | null = null;
  return (status, isAsked) => {
    if (status === null || status.state === 'off') {
      last = null;
      return false;
    }
    if (!RESTS.has(status.state)) return false;
    const rest = status.state === 'synced' && status.conflicts > 0 ? 'conflicts' : status.state;
    const isNews = last !== null && last !== rest;
    last = rest;
    return isNews || isAsked;
  };
}
