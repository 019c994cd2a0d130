import type { BackupLook, HeldThings } from '../../../src-shared/contract/backups.ts';
import type { MessageId } from '../../intl/en.ts';
import type { Language } from '../../intl/language.ts';

export const KINDS = ['entries', 'habits', 'checkIns', 'photos'] as const;

const NAMES = {
  entries: 'verify.kind.entry',
  habits: 'verify.kind.habit',
  checkIns: 'verify.kind.check-in',
  photos: 'verify.kind.attachment',
} as const satisfies Readonly<Record<keyof HeldThings, MessageId>>;

/** `50 entries, 5 habits, and 28 check-ins`; empty where there is nothing. */
export function thingsHeld(held: HeldThings, { say, locale }: Pick<Language, 'say' | 'locale'>): string {
  const things = KINDS.filter((kind) => held[kind] > 0).map((kind) => say(NAMES[kind], { count: held[kind] }));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(things);
}

/**
 * What a look at a backup found, said so that nobody has to read it out of a table: beside an open vault first what would not be there any more.
 */
export function lookSentences(
  { backup, comparison }: Pick<BackupLook, 'backup' | 'comparison'>,
  language: Pick<Language, 'say' | 'locale'>,
): readonly string[] {
  const { say } = language;
  if (comparison === null) {
    const things = thingsHeld(backup, language);
    return [things === '' ? say('look.holdsNothing') : say('look.holds', { things })];
  }
  const sentenceOf = (id: 'look.lost' | 'look.changed' | 'look.gained', field: keyof typeof FIELDS): string[] => {
    const counts = Object.fromEntries(KINDS.map((kind) => [kind, comparison[kind][FIELDS[field]]])) as HeldCounts;
    const count = KINDS.reduce((sum, kind) => sum + counts[kind], 0);
    return count === 0 ? [] : [say(id, { things: thingsHeld(counts, language), count })];
  };
  const sentences = [
    ...sentenceOf('look.lost', 'lost'),
    ...sentenceOf('look.changed', 'changed'),
    ...sentenceOf('look.gained', 'gained'),
  ];
  return sentences.length === 0 ? [say('restore.allSame')] : sentences;
}

/** Whether a whole backup and the open vault hold the same, as far as the table tells. */
export function holdsTheSame({ comparison, isCut, unreadable }: BackupLook): boolean {
  if (comparison === null || isCut || unreadable > 0 || comparison.erasedSince > 0) return false;
  return KINDS.every((kind) => Object.values(FIELDS).every((field) => comparison[kind][field] === 0));
}

type HeldCounts = Record<(typeof KINDS)[number], number>;

const FIELDS = { lost: 'onlyInVault', changed: 'differ', gained: 'onlyInBackup' } as const;
