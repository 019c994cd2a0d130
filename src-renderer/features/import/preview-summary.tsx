import type { ImportPreview } from '../../../src-shared/contract/imports.ts';
import { fullDate } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import styles from './import-dialog.module.css';
import { ProblemList } from './problem-list.tsx';

const KINDS = [
  { key: 'entries', label: 'import.entries' },
  { key: 'habits', label: 'import.habits' },
  { key: 'checkIns', label: 'import.checkIns' },
] as const;

/** What an import would do, before it does. */
export function PreviewSummary({ preview, fileName }: { readonly preview: ImportPreview; readonly fileName: string }) {
  const { say, locale } = useLanguage();
  const { found, fresh, firstDay, lastDay, problems, problemCount } = preview;
  const nothingNew = fresh.entries + fresh.habits + fresh.checkIns === 0;
  return (
    <div className={styles['preview']}>
      <p className={styles['file']}>{fileName}</p>
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
      {preview.repeatedNames > 0 && <p>{say('import.repeatedNames', { count: preview.repeatedNames })}</p>}
      {nothingNew && (
        <p role="status" className={styles['headline']}>
          {say('import.allThere')}
        </p>
      )}
      <ProblemList
        title={say('import.problems', { count: problemCount })}
        problems={problems}
        more={problemCount - problems.length}
      />
    </div>
  );
}
