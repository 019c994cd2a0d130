import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import type { TimeOfDay } from '../../../src-shared/contract/habits.ts';
import { Field, SelectField } from '../../components/field.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { useLanguage } from '../../intl/language.ts';
import { GroupField } from './group-field.tsx';
import styles from './habit-dialog.module.css';
import type { FormProblem, HabitForm } from './habit-form.ts';
import { RemindersEditor } from './reminders-editor.tsx';
import { formFor } from './schedule-form.ts';

const TIMES_OF_DAY: readonly TimeOfDay[] = ['any', 'morning', 'afternoon', 'evening'];

/** The days that the field takes: what comes earlier or later is a slip of the finger. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2999-12-31';

interface MoreFieldsProps {
  readonly form: HabitForm;
  readonly groups: readonly string[];
  readonly problems: readonly FormProblem[];
  /** Somebody meant to be done. */
  readonly tried: boolean;
  readonly onChange: (part: Partial<HabitForm>) => void;
}

function Fields({ form, groups, problems, tried, onChange }: MoreFieldsProps) {
  const { say } = useLanguage();
  const has = (field: FormProblem['field']): boolean => problems.some((problem) => problem.field === field);
  const { schedule, kind, reminders, timeOfDay } = form;
  const isOnWeekdays = formFor(schedule, kind).type === 'weekdays';
  return (
    <>
      <Field
        label={say('habit.question')}
        placeholder={say('habit.questionPlaceholder')}
        hint={say('habit.questionHint')}
        value={form.question}
        maxLength={500}
        onChange={(event) => onChange({ question: event.target.value })}
      />
      <TextArea
        label={say('habitForm.description')}
        placeholder={say('habitForm.descriptionPlaceholder')}
        value={form.description}
        maxLength={5000}
        onChange={(event) => onChange({ description: event.target.value })}
      />
      <div className={styles['two']}>
        <GroupField group={form.group} known={groups} onChange={(group) => onChange({ group })} />
        <SelectField
          label={say('habitForm.timeOfDay')}
          value={timeOfDay}
          onChange={(event) => {
            const chosen = TIMES_OF_DAY.find((known) => known === event.target.value);
            if (chosen !== undefined) onChange({ timeOfDay: chosen });
          }}
        >
          {TIMES_OF_DAY.map((each) => (
            <option key={each} value={each}>
              {say(`habitForm.timeOfDay.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <div className={styles['two']}>
        <Field
          type="date"
          name="startDay"
          label={say('habitForm.startDay')}
          min={FIRST_DAY}
          max={LAST_DAY}
          value={form.startDay}
          problem={has('startDay') ? say('habitForm.startMissing') : null}
          onChange={(event) => onChange({ startDay: event.target.value })}
        />
        <Field
          type="date"
          name="endDay"
          label={say('habitForm.endDay')}
          hint={say('habitForm.endHint')}
          min={form.startDay}
          max={LAST_DAY}
          value={form.endDay}
          problem={has('endDay') ? say('habitForm.endTooEarly') : null}
          onChange={(event) => onChange({ endDay: event.target.value })}
        />
      </div>
      <RemindersEditor
        reminders={reminders}
        timeOfDay={timeOfDay}
        days={isOnWeekdays ? schedule.weekdays : []}
        tried={tried}
        onChange={(changed) => onChange({ reminders: changed })}
      />
    </>
  );
}

interface DisclosedProps extends MoreFieldsProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** What a habit can do without. */
export function MoreFields({ isOpen, onToggle, ...fields }: DisclosedProps) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <div className={styles['more']}>
      <button
        type="button"
        className={styles['disclose']}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
      >
        <ChevronRight aria-hidden="true" />
        <span>
          <b>{say('habitForm.more')}</b> <span>{say('habitForm.moreHint')}</span>
        </span>
      </button>
      {isOpen && (
        <div id={id} className={styles['form']}>
          <Fields {...fields} />
        </div>
      )}
    </div>
  );
}
