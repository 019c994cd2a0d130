import { useId } from 'react';
import type { ExportFormat } from '../../../src-shared/contract/exports.ts';
import { useLanguage } from '../../intl/language.ts';
import styles from './export-dialog.module.css';
import { FORMATS } from './formats.ts';

interface FormatListProps {
  readonly format: ExportFormat;
  readonly onChange: (format: ExportFormat) => void;
}

/** One of them, each with what it is for. */
export function FormatList({ format: chosen, onChange }: FormatListProps) {
  const { say } = useLanguage();
  const group = useId();
  return (
    <div role="radiogroup" aria-label={say('export.format')} className={styles['formats']}>
      {FORMATS.map(({ format, name, use }) => (
        <label key={format} className={styles['format']}>
          <input
            type="radio"
            name={group}
            // Where the dialog opens: the arrow keys go on from there.
            autoFocus={format === chosen}
            checked={format === chosen}
            aria-label={say(name)}
            aria-describedby={`${group}-${format}`}
            onChange={() => onChange(format)}
          />
          <b>{say(name)}</b>
          <span id={`${group}-${format}`}>{say(use)}</span>
        </label>
      ))}
    </div>
  );
}
