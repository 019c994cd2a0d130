import { useId } from 'react';
import { useAnswer } from '../../bridge/use-answer.ts';
import { Field, SelectField } from '../../components/field.tsx';
import { useLanguage } from '../../intl/language.ts';
import styles from './export-dialog.module.css';
import type { FormatChoice } from './formats.ts';
import { SPANS } from './time-span.ts';
import type { ChosenTime, Span } from './time-span.ts';

export interface Chosen {
  readonly time: ChosenTime;
  /** Empty: every entry. */
  readonly tag: string;
  readonly withMedia: boolean;
}

interface SelectionFieldsProps {
  readonly takes: FormatChoice['takes'];
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  /** The days of the choice are none. */
  readonly isBackwards: boolean;
}

/** What goes into the file, as far as the format lets one choose. */
export function SelectionFields({ takes, chosen, onChange, isBackwards }: SelectionFieldsProps) {
  const { say } = useLanguage();
  const mediaId = useId();
  const tags = useAnswer('entries.tags', {}, 'entries')?.tags ?? [];
  const { time, tag, withMedia } = chosen;
  const changeTime = (change: Partial<ChosenTime>): void => onChange({ ...chosen, time: { ...time, ...change } });
  return (
    <div className={styles['fields']}>
      {takes.includes('range') && (
        <SelectField
          label={say('export.time')}
          value={time.span}
          onChange={({ target: { value } }) => changeTime({ span: SPANS.find((span) => span === value) as Span })}
        >
          {SPANS.map((span) => (
            <option key={span} value={span}>
              {say(`export.time.${span}`)}
            </option>
          ))}
        </SelectField>
      )}
      {takes.includes('tag') && (
        <SelectField
          label={say('export.entries')}
          value={tag}
          onChange={({ target: { value } }) => onChange({ ...chosen, tag: value })}
        >
          <option value="">{say('export.allEntries')}</option>
          {tags.map(({ name }) => (
            <option key={name} value={name}>{`#${name}`}</option>
          ))}
        </SelectField>
      )}
      {takes.includes('range') && time.span === 'days' && (
        <>
          <Field
            label={say('export.from')}
            type="date"
            value={time.from}
            onChange={({ target: { value } }) => changeTime({ from: value })}
          />
          <Field
            label={say('export.to')}
            type="date"
            min={time.from}
            value={time.to}
            problem={isBackwards ? say('export.backwards') : null}
            onChange={({ target: { value } }) => changeTime({ to: value })}
          />
        </>
      )}
      {takes.includes('media') && (
        <label className={styles['media']} htmlFor={mediaId}>
          <input
            id={mediaId}
            type="checkbox"
            checked={withMedia}
            onChange={({ target: { checked } }) => onChange({ ...chosen, withMedia: checked })}
          />
          {say('export.withMedia')}
        </label>
      )}
    </div>
  );
}
