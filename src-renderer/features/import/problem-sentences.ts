import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import type { MessageId } from '../../intl/en.ts';

const SENTENCES: Readonly<Record<ImportProblem['reason'], MessageId>> = {
  'unreadable-date': 'import.problem.unreadableDate',
  'date-guessed': 'import.problem.dateGuessed',
  'unknown-zone': 'import.problem.unknownZone',
  'missing-habit': 'import.problem.missingHabit',
  'not-an-object': 'import.problem.notAnObject',
  'unreadable-item': 'import.problem.unreadableItem',
  'unreadable-text': 'import.problem.unreadableText',
  encrypted: 'import.problem.encrypted',
  'media-missing': 'import.problem.mediaMissing',
  'media-too-large': 'import.problem.mediaTooLarge',
  'media-unreadable': 'import.problem.mediaUnreadable',
  'text-from-rich-text': 'import.problem.textFromRichText',
  'text-split': 'import.problem.textSplit',
  'duplicate-in-file': 'import.problem.duplicateInFile',
  'automatic-check-in': 'import.problem.automaticCheckIn',
  'value-out-of-range': 'import.problem.valueOutOfRange',
  'target-guessed': 'import.problem.targetGuessed',
  'kind-left-out': 'import.problem.kindLeftOut',
  'trashed-there': 'import.problem.trashedThere',
  'too-many': 'import.problem.tooMany',
};

/** What is the matter with `count` items, and what becomes of them. */
export function reasonSentence(reason: ImportProblem['reason']): MessageId {
  return SENTENCES[reason];
}
