import type { ImportPreview, ImportProblem } from '../../../src-shared/contract/imports.ts';
import { fullDate } from '../../intl/dates.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import styles from './import-dialog.module.css';

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

const KINDS = [
  { key: 'entries', label: 'import.entries' },
  { key: 'habits', label: 'import.habits' },
  { key: 'checkIns', label: 'import.checkIns' },
] as const;

/** Problems of one kind are one line: how many, and which. */
function groupProblems(
  problems: readonly ImportProblem[],
): readonly { readonly reason: ImportProblem['reason']; readonly items: readonly string[] }[] {
  const groups = new Map<ImportProblem['reason'], string[]>();
  for (const { reason, item } of problems) groups.set(reason, [...(groups.get(reason) ?? []), item]);
  return [...groups].map(([reason, items]) => ({ reason, items }));
}

/** What an import would do, before it does. */
export function PreviewSummary({ preview }: { readonly preview: ImportPreview }) {
  const { say, locale } = useLanguage();
  const { found, fresh, firstDay, lastDay, problems, problemCount } = preview;
  const nothingNew = fresh.entries + fresh.habits + fresh.checkIns === 0;
  return (
    <div className={styles['preview']}>
      <p className={styles['lead']}>
        {say(preview.format === 'day-one' ? 'import.foundDayOne' : 'import.foundLoop')}
        {firstDay !== null &&
          lastDay !== null &&
          ` ${say('import.range', { first: fullDate(locale, firstDay), last: fullDate(locale, lastDay) })}`}
      </p>
      <dl className={styles['figures']}>
        {KINDS.filter(({ key }) => found[key] > 0).map(({ key, label }) => (
          <div key={key}>
            <dd>{say('number', { value: found[key] })}</dd>
            <dt>
              {say(label, { count: found[key] })}, <b>{say('import.fresh', { count: fresh[key] })}</b>
            </dt>
          </div>
        ))}
      </dl>
      {nothingNew && (
        <p role="status" className={styles['headline']}>
          {say('import.allThere')}
        </p>
      )}
      {problemCount > 0 && (
        <details className={styles['problems']} open>
          <summary>{say('import.problems', { count: problemCount })}</summary>
          <ul aria-label={say('import.problems', { count: problemCount })}>
            {groupProblems(problems).map(({ reason, items }) => (
              <li key={reason}>
                {say(REASONS[reason], { count: items.length })}
                <small>{items.join(', ')}</small>
              </li>
            ))}
          </ul>
          {problemCount > problems.length && (
            <p>{say('import.moreProblems', { count: problemCount - problems.length })}</p>
          )}
        </details>
      )}
    </div>
  );
}
