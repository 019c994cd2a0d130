import { Field, SelectField } from '../../components/field.tsx';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { HelpLink } from '../help/help-link.tsx';
import styles from './habit-dialog.module.css';
import { formFor, isMeasured, scheduleTypesOf } from './schedule-form.ts';
import type { KindType, NumberField, ScheduleForm, ScheduleProblem, ScheduleType } from './schedule-form.ts';
import { WeekdayChoice } from './weekday-choice.tsx';

interface ScheduleFieldsProps {
  readonly kind: KindType;
  readonly form: ScheduleForm;
  /** Each is said at its field; the fields are named as the problems are. */
  readonly problems: readonly ScheduleProblem[];
  readonly onChange: (form: ScheduleForm) => void;
}

/** How often something is done, and, of what is summed up, over how long a time. */
const TYPE_NAMES: Record<ScheduleType, { readonly tick: MessageId; readonly measure: MessageId }> = {
  daily: { tick: 'schedule.type.daily', measure: 'schedule.type.daily' },
  weekdays: { tick: 'schedule.type.weekdays', measure: 'schedule.type.weekdays' },
  'times-a-week': { tick: 'schedule.type.timesAWeek', measure: 'habitForm.sum.week' },
  'times-a-month': { tick: 'schedule.type.timesAMonth', measure: 'habitForm.sum.month' },
  'every-n-days': { tick: 'schedule.type.everyNDays', measure: 'habitForm.sum.everyNDays' },
  rolling: { tick: 'schedule.type.rolling', measure: 'habitForm.sum.rolling' },
};

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

/** What a type of schedule needs to know besides. */
function TypeFields(props: ScheduleFieldsProps) {
  const { say } = useLanguage();
  const { kind, form, problems, onChange } = props;
  const hasTimes = !isMeasured(kind);
  switch (formFor(form, kind).type) {
    case 'daily':
      return null;
    case 'weekdays':
      return (
        <WeekdayChoice
          legend={say('schedule.onDays')}
          name="weekdays"
          days={form.weekdays}
          problem={problems.some(({ field }) => field === 'weekdays') ? say('schedule.chooseDay') : null}
          onChange={(weekdays) => onChange({ ...form, weekdays })}
        />
      );
    case 'times-a-week':
      return hasTimes ? <NumberInput {...props} label="schedule.times" field="timesAWeek" /> : null;
    case 'times-a-month':
      return hasTimes ? <NumberInput {...props} label="schedule.times" field="timesAMonth" /> : null;
    case 'every-n-days':
      return <NumberInput {...props} label={hasTimes ? 'schedule.days' : 'schedule.inDays'} field="everyDays" />;
    case 'rolling':
      return hasTimes ? (
        <div className={styles['two']}>
          <NumberInput {...props} label="schedule.times" field="rollingTimes" />
          <NumberInput {...props} label="schedule.inDays" field="rollingDays" />
        </div>
      ) : (
        <NumberInput {...props} label="schedule.inDays" field="rollingDays" />
      );
  }
}

export function ScheduleFields(props: ScheduleFieldsProps) {
  const { kind, form, onChange } = props;
  const { say } = useLanguage();
  const types = scheduleTypesOf(kind);
  return (
    <>
      <div className={styles['withHelp']}>
        <SelectField
          label={say('schedule.label')}
          value={formFor(form, kind).type}
          onChange={(event) => {
            const type = types.find((known) => known === event.target.value);
            if (type !== undefined) onChange({ ...form, type });
          }}
        >
          {types.map((type) => (
            <option key={type} value={type}>
              {say(TYPE_NAMES[type][isMeasured(kind) ? 'measure' : 'tick'])}
            </option>
          ))}
        </SelectField>
        <HelpLink passage="habits" />
      </div>
      <TypeFields {...props} />
    </>
  );
}
