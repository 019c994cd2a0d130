import type { ReactNode } from 'react';
import { Art } from './art/art.tsx';
import type { SceneName } from './art/art.tsx';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly scene: SceneName;
  readonly title: string;
  readonly text: string;
  /** What it might look like, in the person's own voice. */
  readonly example?: string;
  readonly action?: ReactNode;
}

/** Says what belongs here: one drawing, one sentence, one example, one button. */
export function EmptyState({ scene, title, text, example, action }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <Art scene={scene} />
      <h2>{title}</h2>
      <p>{text}</p>
      {example !== undefined && <p className={styles['example']}>{example}</p>}
      {action}
    </div>
  );
}
