import { useId } from 'react';
import styles from './check-choice.module.css';

interface CheckChoiceProps {
  readonly label: string;
  /** What it means, in a sentence under it. */
  readonly hint: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** One thing that is on or off, with what it means. */
export function CheckChoice({ label, hint, isOn, isDisabled = false, onChange }: CheckChoiceProps) {
  const id = useId();
  return (
    <div className={styles['choice']}>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={isOn}
          disabled={isDisabled}
          aria-describedby={id}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      <p id={id} className={styles['hint']}>
        {hint}
      </p>
    </div>
  );
}
