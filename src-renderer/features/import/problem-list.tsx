import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import styles from './import-dialog.module.css';
import { groupProblems } from './problem-groups.ts';

const REASONS: Readonly<Record<ImportProblem['reason'], MessageId>> = {
  'unreadable-date': 'import.problem.unreadableDate',
  'unknown-zone': 'import.problem.unknownZone',
  'missing-habit': 'import.problem.missingHabit',
  'not-an-object': 'import.problem.notAnObject',
  'media-left-out': 'import.problem.mediaLeftOut',
  'text-from-rich-text': 'import.problem.textFromRichText',
  'duplicate-in-file': 'import.problem.duplicateInFile',
  'automatic-check-in': 'import.problem.automaticCheckIn',
  'value-out-of-range': 'import.problem.valueOutOfRange',
};

interface ProblemListProps {
  readonly title: string;
  readonly problems: readonly ImportProblem[];
  /** How many there are besides, which the app did not list. */
  readonly more: number;
}

/** What does not come over as it is: by kind, how many, and which. Nothing where there is none. */
export function ProblemList({ title, problems, more }: ProblemListProps) {
  const { say } = useLanguage();
  if (problems.length === 0) return null;
  return (
    <details className={styles['problems']} open>
      <summary>{title}</summary>
      <ul aria-label={title}>
        {groupProblems(problems).map(({ reason, count, things }) => (
          <li key={reason}>
            {say(REASONS[reason], { count, entries: things.length })}
            {things.some(({ parts }) => parts.length > 0) ? (
              <ul className={styles['things']}>
                {things.map(({ item, parts }) => (
                  <li key={item}>{[item, ...parts].join(', ')}</li>
                ))}
              </ul>
            ) : (
              <small>{things.map(({ item }) => item).join('; ')}</small>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{say('import.moreProblems', { count: more })}</p>}
    </details>
  );
}
