import type { ImportPreview } from '../../../src-shared/contract/imports.ts';
import { useLanguage } from '../../intl/language.ts';
import { FORMATS } from './formats.ts';
import styles from './import-dialog.module.css';
import { kindAndRange } from './kind-and-range.ts';
import type { SourceName } from './import-store.ts';
import { KINDS, totalOf } from './things.ts';
import { useSourceName } from './use-source-name.ts';

const LABELS = {
  entries: 'import.entries',
  habits: 'import.habits',
  checkIns: 'import.checkIns',
  media: 'import.media',
  others: 'import.others',
} as const;

interface PreviewSummaryProps {
  readonly preview: ImportPreview;
  readonly source: SourceName;
}

/** What the file is, and how much of it is new. */
export function PreviewSummary({ preview, source }: PreviewSummaryProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const sourceName = useSourceName();
  const { format, found, fresh, firstDay, lastDay, repeatedNames, repeatedNameList, namesHere } = preview;
  const what = say(FORMATS[format].what);

  const names = new Intl.ListFormat(locale, { type: 'conjunction' });

  return (
    <>
      <p className={styles['file']}>{sourceName(source)}</p>
      <p className={styles['lead']}>{kindAndRange(what, firstDay, lastDay, language)}</p>
      {totalOf(found) > 0 && (
        <dl className={styles['figures']}>
          {KINDS.filter((kind) => found[kind] > 0).map((kind) => (
            <div key={kind}>
              <dd>{say('number', { value: found[kind] })}</dd>
              <dt>
                {say(LABELS[kind], { count: found[kind] })}
                <b data-new={fresh[kind] > 0 || undefined}>
                  {say('import.fresh', { fresh: fresh[kind], all: fresh[kind] === found[kind] ? 'yes' : 'no' })}
                </b>
              </dt>
            </div>
          ))}
        </dl>
      )}
      {repeatedNames > 0 && (
        <p className={styles['aside']}>
          {say('import.repeatedNames', { count: repeatedNames, names: names.format(repeatedNameList) })}
        </p>
      )}
      {namesHere.length > 0 && (
        <p className={styles['aside']}>
          {say('import.namesHere', { count: namesHere.length, names: names.format(namesHere) })}
        </p>
      )}
      {totalOf(fresh) === 0 && (
        <p role="status" className={styles['headline']}>
          {say(totalOf(found) === 0 ? 'import.nothingIn' : 'import.allThere')}
        </p>
      )}
    </>
  );
}
