import { Leaf } from 'lucide-react';
import type { Habit } from '../../../src-shared/contract/habits.ts';
import styles from './habit-badge.module.css';
import { HABIT_ICONS } from './habit-icons.ts';

interface HabitBadgeProps {
  readonly habit: Pick<Habit, 'icon' | 'colour'>;
  readonly size?: 'small' | 'large';
}

/** The picture of a habit on its colour: one of ours by name, or an emoji of the person's. It decorates; the name stands beside it. */
export function HabitBadge({ habit, size = 'small' }: HabitBadgeProps) {
  const { icon, colour } = habit;
  const Icon = icon === '' ? Leaf : HABIT_ICONS[icon];
  return (
    <span className={styles['badge']} data-colour={colour} data-size={size} aria-hidden="true">
      {Icon === undefined ? <span className={styles['emoji']}>{icon}</span> : <Icon />}
    </span>
  );
}
