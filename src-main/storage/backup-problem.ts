import type { BackupProblem } from '../../src-shared/contract/backups.ts';
import { AppFailure } from '../../src-shared/result.ts';

export function isCancelled(error: unknown): boolean {
  return error instanceof AppFailure && error.error.code === 'cancelled';
}

/** What a failure in the profile, or in the chosen folder, is called. */
export function problemOf(error: unknown, place: 'profile' | 'folder'): BackupProblem {
  if (error instanceof AppFailure) {
    const { code } = error.error;
    if (code === 'backup-not-verified' || code === 'disk-full' || code === 'profile-read-only') return code;
    if (code === 'backup-folder-away' || code === 'backup-folder-read-only') return code;
    return 'internal';
  }
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
    // Larger than the file system there can hold.
    case 'EFBIG':
      return 'disk-full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return place === 'profile' ? 'profile-read-only' : 'backup-folder-read-only';
    default:
      // Gone, not mounted, a network that does not answer.
      return place === 'profile' ? 'internal' : 'backup-folder-away';
  }
}
