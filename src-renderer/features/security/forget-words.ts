import type { ForgetLook } from '../../../src-shared/contract/vault.ts';
import { dateAndTime } from '../../intl/dates.ts';
import type { Language } from '../../intl/language.ts';

/** Whether everything of the vault is somewhere else than in this profile, as far as can be told from here. */
export function isSafeElsewhere({ sync, outside }: ForgetLook): boolean {
  const isSynced = sync !== null && sync.syncedAt !== null && sync.waiting === 0;
  return isSynced || (outside !== null && outside.newestAt !== null && outside.since === 0);
}

/** Where else the vault is, one sentence a place. `zone`: IANA. */
export function placesElsewhere(look: ForgetLook, { say, locale }: Language, zone: string): readonly string[] {
  const when = (instant: string): string => dateAndTime(locale, instant, zone);
  const { sync, outside } = look;
  const sentences: string[] = [];
  if (sync === null) sentences.push(say('forget.noSync'));
  else if (sync.syncedAt === null) sentences.push(say('forget.neverSynced'));
  else sentences.push(say('forget.synced', { when: when(sync.syncedAt), waiting: sync.waiting }));
  if (outside === null) sentences.push(say('forget.noOutside'));
  else if (outside.newestAt === null) sentences.push(say('forget.outsideEmpty', { path: outside.path }));
  else {
    const { path, since } = outside;
    sentences.push(say('forget.outside', { path, when: when(outside.newestAt), since }));
  }
  return sentences;
}

/** Of the backups in the profile. */
export function backupsHere({ backups, newestBackupAt, sinceBackup }: ForgetLook, language: Language, zone: string) {
  const { say, locale } = language;
  if (newestBackupAt === null) return say('forget.noBackups');
  return say('forget.backups', { count: backups, when: dateAndTime(locale, newestBackupAt, zone), since: sinceBackup });
}
