import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { ExportSkip } from '../../../src-shared/contract/exports.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { fileSize } from '../../intl/sizes.ts';
import { countWords } from './count-words.ts';
import styles from './export-dialog.module.css';
import { itemWords } from './item-words.ts';
import { choiceOf } from './formats.ts';
import type { FormatChoice } from './formats.ts';

const REASONS: Readonly<Record<ExportSkip['reason'], MessageId>> = {
  'in-trash': 'export.skip.inTrash',
  unreadable: 'export.skip.unreadable',
  'media-missing': 'export.skip.mediaMissing',
  'media-left-out': 'export.skip.mediaLeftOut',
  'markup-left-out': 'export.skip.markupLeftOut',
  'schedule-changed': 'export.skip.scheduleChanged',
  'quit-changed': 'export.skip.quitChanged',
  'pause-left-out': 'export.skip.pauseLeftOut',
  'amount-changed': 'export.skip.amountChanged',
};

/** As many are named; of one name, or one day, there may be several. */
const MOST_NAMED = 20;

interface ResultSummaryProps {
  readonly result: OutputOf<'exports.run'>;
  readonly format: FormatChoice['format'];
}

/** Where the file lies, what is in it, and what is not. */
export function ResultSummary({ result: { path, bytes, counts, skipped }, format }: ResultSummaryProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const things = countWords({ ...counts, bytes: null }, choiceOf(format).holds, language);
  return (
    <>
      <div role="status" className={styles['report']}>
        <p className={styles['headline']}>
          {things === '' ? say('export.savedEmpty') : say('export.saved', { things })}
        </p>
        <p className={styles['place']}>
          <span>{say('export.place', { size: fileSize(locale, bytes) })}</span>
          <code>{path}</code>
        </p>
      </div>
      {skipped.length > 0 && (
        <section className={styles['skipped']} aria-label={say('export.skipped')}>
          <h3>{say('export.skipped')}</h3>
          <ul>
            {skipped.map(({ reason, count, items }) => (
              <li key={reason}>
                {items.length === 0 ? (
                  say(REASONS[reason], { count })
                ) : (
                  <details>
                    <summary>{say(REASONS[reason], { count })}</summary>
                    <ul>
                      {items.map((item) => (
                        <li key={`${item.day ?? ''} ${item.name ?? ''}`}>{itemWords(item, language)}</li>
                      ))}
                      {items.length === MOST_NAMED && count !== MOST_NAMED && <li>{say('export.skip.more')}</li>}
                    </ul>
                  </details>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles['after']}>{say('export.plainAfter')}</p>
    </>
  );
}
