import type { VerifyReport } from '../../../src-shared/contract/backups.ts';

/** Whether a look at the vault found nothing to say. */
export function isWhole({ unreadable, disagreeing, incomplete, pages }: VerifyReport): boolean {
  return unreadable.length === 0 && disagreeing.length === 0 && incomplete === 0 && (pages ?? 0) === 0;
}
