import { useEffect, useState } from 'react';
import { stateOfSign } from '../../../../src-shared/domain/habit-day.ts';
import { addDays } from '../../../../src-shared/domain/day.ts';
import { useModel } from '../../../shell/model-context.tsx';

/** `habits.grid` answers as many at once. */
const MOST_DAYS = 400;

/** How many days from `from` to `to` are open with a habit, or (`habitId` null) with all together. Null: not counted yet, or there is nothing to count. */
export function useOpenDays(habitId: string | null, from: string, to: string): number | null {
  const { client } = useModel();
  const [counted, setCounted] = useState<{ readonly of: string; readonly count: number } | null>(null);
  const asked = `${String(habitId)} ${from} ${to}`;
  useEffect(() => {
    if (from === '' || to < from) return undefined;
    let isGone = false;
    const count = async (): Promise<void> => {
      let open = 0;
      for (let first = from; first <= to && !isGone; first = addDays(first, MOST_DAYS)) {
        const end = addDays(first, MOST_DAYS - 1);
        const isLast = end >= to;
        const range = { from: first, to: isLast ? to : end, archived: false };
        // One question after the other: ten years are ten, and others have their turn between them.
        const result = await client.invoke('habits.grid', range);
        if (!result.ok) return;
        for (const { habit, states } of result.value.habits) {
          if (habitId !== null && habit.id !== habitId) continue;
          for (const sign of states) if (stateOfSign(sign) === 'open') open += 1;
        }
        // Behind the calendar's last day there is none to begin at.
        if (isLast) break;
      }
      if (!isGone) setCounted({ of: asked, count: open });
    };
    void count();
    return () => {
      isGone = true;
    };
  }, [client, habitId, from, to, asked]);
  return counted?.of === asked ? counted.count : null;
}
