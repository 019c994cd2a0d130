import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import styles from './field.module.css';

interface FieldProps extends ComponentProps<'input'> {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Said in the place of the hint, and to a screen reader at once. */
  readonly problem?: string | null;
  /** A control at the end of the box. */
  readonly after?: ReactNode;
  /** Lines that are kept free below the box, so that a problem that comes or goes moves nothing. */
  readonly reserve?: 1 | 2 | 3;
}

/** One line of text with its label. */
export function Field({ label, hint, problem = null, after, reserve, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <div className={styles['box']} data-problem={problem !== null || undefined}>
        <input
          dir="auto"
          id={id}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          aria-invalid={problem !== null || undefined}
          {...input}
        />
        {after}
      </div>
      <div id={`${id}-hint`} className={styles['below']} data-reserve={reserve}>
        {problem !== null ? (
          <p role="alert" className={styles['problem']}>
            {problem}
          </p>
        ) : (
          hint
        )}
      </div>
    </div>
  );
}

interface SelectFieldProps extends ComponentProps<'select'> {
  readonly label: string;
  readonly hint?: ReactNode;
}

export function SelectField({ label, hint, children, ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <div className={styles['box']}>
        <select id={id} aria-describedby={hint === undefined ? undefined : `${id}-hint`} {...select}>
          {children}
        </select>
        <ChevronDown aria-hidden="true" />
      </div>
      {hint !== undefined && (
        <div id={`${id}-hint`} className={styles['below']}>
          {hint}
        </div>
      )}
    </div>
  );
}
