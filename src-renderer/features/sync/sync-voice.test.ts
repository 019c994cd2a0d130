import { describe, expect, it } from 'vitest';
import type { SyncStatus } from '../../../src-shared/contract/sync.ts';
import { createSyncVoice } from './sync-voice.ts';

const at = (state: SyncStatus['state'], conflicts = 0): SyncStatus => ({ state, conflicts }) as SyncStatus;

/** Which of these is said, one behind the other. */
function said(statuses: readonly (SyncStatus | null)[], asked: readonly number[] = []): boolean[] {
  const voice = createSyncVoice();
  return statuses.map((status, index) => voice(status, asked.includes(index)));
}

describe('what a screen reader is told of sync', () => {
  it('is no news at the unlock, and nothing of a cycle that ends as the one before', () => {
    expect(said([null, at('synced'), at('waiting'), at('syncing'), at('synced')])).toEqual(Array(5).fill(false));
  });

  it('is a change of where it rests, once', () => {
    const statuses = [
      at('synced'),
      at('syncing'),
      at('offline'),
      at('syncing'),
      at('offline'),
      at('syncing'),
      at('synced'),
    ];
    expect(said(statuses)).toEqual([false, false, true, false, false, false, true]);
  });

  it('is that it needs somebody, and that two wordings wait', () => {
    expect(said([at('synced'), at('needs-you'), at('needs-you'), at('synced', 1), at('synced')])).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
  });

  it('is the end of a cycle that was asked for, also where all is as it was', () => {
    expect(said([at('synced'), at('syncing'), at('synced')], [1, 2])).toEqual([false, false, true]);
  });

  it('begins anew where sync is turned off, and behind a lock', () => {
    expect(said([at('offline'), at('off'), at('synced'), null, at('paused')])).toEqual(Array(5).fill(false));
  });
});
