import type { WorkProgress } from '../../../src-shared/contract/events.ts';
import styles from './backups.module.css';

/** How far long work is; while nobody knows, a bar that only says that something is going on. */
export function WorkBar({ label, progress }: { readonly label: string; readonly progress: WorkProgress | null }) {
  const known = progress !== null && progress.total !== null && progress.total > 0;
  return (
    <progress
      className={styles['bar']}
      aria-label={label}
      {...(known ? { value: Math.min(progress.done, progress.total!), max: progress.total! } : {})}
    />
  );
}
