import { useId } from 'react';
import styles from './segmented.module.css';

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly choices: readonly T[];
  readonly value: T;
  readonly name: (choice: T) => string;
  readonly onChange: (choice: T) => void;
}

/** One of two or three that are seen beside each other: a radio group that looks like one control. */
export function Segmented<T extends string>({ label, choices, value, name, onChange }: SegmentedProps<T>) {
  const group = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles['group']}>
      {choices.map((choice) => (
        <label key={choice} className={styles['choice']}>
          <input type="radio" name={group} checked={choice === value} onChange={() => onChange(choice)} />
          <span>{name(choice)}</span>
        </label>
      ))}
    </div>
  );
}
