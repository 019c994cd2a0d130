import { useId } from 'react';
import { Field, SelectField } from '../../components/field.tsx';
import { useLanguage } from '../../intl/language.ts';
import type { Direction, HabitForm, TargetForm } from './habit-form.ts';
import styles from './kind-fields.module.css';
import type { KindType } from './schedule-form.ts';

const KINDS: readonly KindType[] = ['yes-no', 'amount', 'minutes', 'quit'];
const DIRECTIONS: readonly Direction[] = ['at-least', 'at-most'];

interface KindChoiceProps {
  readonly kind: KindType;
  readonly onChange: (kind: KindType) => void;
}

/** Four kinds, each with a line that says what it is for. */
export function KindChoice({ kind, onChange }: KindChoiceProps) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={`${id}-label`}>
      <p id={`${id}-label`} className={styles['label']}>
        {say('habitForm.kind')}
      </p>
      <div className={styles['kinds']}>
        {KINDS.map((each) => (
          <label key={each} className={styles['kind']}>
            <input
              type="radio"
              name={id}
              aria-labelledby={`${id}-${each}`}
              aria-describedby={`${id}-${each}-for`}
              checked={each === kind}
              onChange={() => onChange(each)}
            />
            <span className={styles['dot']} aria-hidden="true" />
            <span>
              <b id={`${id}-${each}`}>{say(`habitForm.kind.${each}`)}</b>
              <span id={`${id}-${each}-for`} className={styles['for']}>
                {say(`habitForm.kind.${each}.for`)}
              </span>
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}

interface TargetFieldsProps {
  readonly form: HabitForm;
  readonly hasProblem: boolean;
  readonly onChange: (part: Partial<HabitForm>) => void;
}

/** How much, of what is measured; its period is the schedule's. */
export function TargetFields({ form, hasProblem, onChange }: TargetFieldsProps) {
  const { say } = useLanguage();
  const { kind, amount, minutes } = form;
  if (kind !== 'amount' && kind !== 'minutes') return null;
  const target: TargetForm = kind === 'amount' ? amount : minutes;
  const change = (part: Partial<TargetForm>): void =>
    onChange(kind === 'amount' ? { amount: { ...amount, ...part } } : { minutes: { ...minutes, ...part } });
  const problem = target.direction === 'at-least' ? 'habitForm.target.aboveZero' : 'habitForm.target.fromZero';
  return (
    <div className={styles['target']} data-kind={kind}>
      <SelectField
        label={say('habitForm.direction')}
        value={target.direction}
        onChange={(event) => {
          const direction = DIRECTIONS.find((known) => known === event.target.value);
          if (direction !== undefined) change({ direction });
        }}
      >
        {DIRECTIONS.map((direction) => (
          <option key={direction} value={direction}>
            {say(`habitForm.direction.${direction}`)}
          </option>
        ))}
      </SelectField>
      <Field
        name="target"
        label={say(kind === 'minutes' ? 'habitForm.target.minutes' : 'habitForm.target')}
        inputMode="decimal"
        maxLength={20}
        placeholder={kind === 'minutes' ? '30' : '40'}
        value={target.target}
        problem={hasProblem ? say(problem) : null}
        onChange={(event) => change({ target: event.target.value })}
      />
      {kind === 'amount' && (
        <Field
          name="unit"
          label={say('habitForm.unit')}
          placeholder={say('habitForm.unitPlaceholder')}
          maxLength={60}
          value={amount.unit}
          onChange={(event) => onChange({ amount: { ...amount, unit: event.target.value } })}
        />
      )}
    </div>
  );
}
