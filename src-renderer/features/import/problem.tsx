import styles from './import-dialog.module.css';

/** What went wrong, in place; said to a screen reader at once. */
export function Problem({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <p role="alert" className={styles['problem']}>
      {text}
    </p>
  );
}
