import { useId } from 'react';
import { Field } from '../../components/field.tsx';
import { isoWeekdayName } from '../../intl/dates.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import styles from './habit-dialog.module.css';
import type { NumberField, ScheduleForm, ScheduleProblem } from './schedule-form.ts';

interface ScheduleFieldsProps {
  readonly form: ScheduleForm;
  /** Each is said at its field; the fields are named as the problems are. */
  readonly problems: readonly ScheduleProblem[];
  readonly onChange: (form: ScheduleForm) => void;
}

function NumberInput({
  label,
  field,
  form,
  problems,
  onChange,
}: ScheduleFieldsProps & { readonly label: MessageId; readonly field: NumberField }) {
  const { say } = useLanguage();
  const value = form[field];
  const problem = problems.find((known) => known.field === field);
  return (
    <Field
      name={field}
      label={say(label)}
      type="number"
      inputMode="numeric"
      step={1}
      value={Number.isNaN(value) ? '' : value}
      problem={
        problem === undefined || problem.field === 'weekdays'
          ? null
          : say('schedule.wholeNumber', { least: problem.least, most: problem.most })
      }
      onChange={(event) => onChange({ ...form, [field]: event.target.valueAsNumber })}
    />
  );
}

function Weekdays({ form, problems, onChange }: ScheduleFieldsProps) {
  const { say, locale } = useLanguage();
  const problemId = useId();
  const isEmpty = problems.some(({ field }) => field === 'weekdays');
  return (
    <fieldset aria-describedby={isEmpty ? problemId : undefined}>
      <legend className={styles['legend']}>{say('schedule.onDays')}</legend>
      <div className={styles['weekdays']} data-problem={isEmpty || undefined}>
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <label key={weekday}>
            <input
              type="checkbox"
              name="weekdays"
              aria-label={isoWeekdayName(locale, weekday)}
              aria-invalid={isEmpty || undefined}
              checked={form.weekdays.includes(weekday)}
              onChange={(event) =>
                onChange({
                  ...form,
                  weekdays: event.target.checked
                    ? [...form.weekdays, weekday]
                    : form.weekdays.filter((day) => day !== weekday),
                })
              }
            />
            <span aria-hidden="true">{isoWeekdayName(locale, weekday, 'short')}</span>
          </label>
        ))}
      </div>
      {isEmpty && (
        <p id={problemId} role="alert" className={styles['atField']}>
          {say('schedule.chooseDay')}
        </p>
      )}
    </fieldset>
  );
}

/** What a kind of schedule needs to know besides. */
export function ScheduleFields(props: ScheduleFieldsProps) {
  switch (props.form.type) {
    case 'daily':
      return null;
    case 'weekdays':
      return <Weekdays {...props} />;
    case 'times-a-week':
      return <NumberInput {...props} label="schedule.times" field="timesAWeek" />;
    case 'times-a-month':
      return <NumberInput {...props} label="schedule.times" field="timesAMonth" />;
    case 'every-n-days':
      return <NumberInput {...props} label="schedule.days" field="everyDays" />;
    case 'rolling':
      return (
        <div className={styles['two']}>
          <NumberInput {...props} label="schedule.times" field="rollingTimes" />
          <NumberInput {...props} label="schedule.inDays" field="rollingDays" />
        </div>
      );
  }
}
