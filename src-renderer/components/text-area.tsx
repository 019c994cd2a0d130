import { useId } from 'react';
import type { ComponentProps } from 'react';
import fieldStyles from './field.module.css';
import styles from './text-area.module.css';

interface TextAreaProps extends ComponentProps<'textarea'> {
  readonly label: string;
}

/** A few lines of text with their label. */
export function TextArea({ label, ...textarea }: TextAreaProps) {
  const id = useId();
  return (
    <div className={fieldStyles['field']}>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} dir="auto" className={styles['text']} spellCheck={false} {...textarea} />
    </div>
  );
}
