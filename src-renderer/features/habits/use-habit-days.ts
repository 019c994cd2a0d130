import { useEffect, useState } from 'react';
import type { HabitDay } from '../../../src-shared/contract/habits.ts';
import { useModel } from '../../shell/model-context.tsx';

/** Days of one habit, oldest first, as they look now: with what was pressed a moment ago in them. Null until they have come. */
export function useHabitDays(habitId: string, from: string, to: string): readonly HabitDay[] | null {
  const { client, habits, showProblem } = useModel();
  const [days, setDays] = useState<readonly HabitDay[] | null>(null);
  useEffect(() => {
    let isGone = false;
    // Answers may overtake each other: the last question counts.
    let turn = 0;
    const ask = async (): Promise<void> => {
      const mine = (turn += 1);
      const result = await habits.readDays(habitId, from, to);
      if (isGone || mine !== turn) return;
      if (result.ok) setDays(result.value);
      else showProblem(result.error);
    };
    void ask();
    const stop = [
      client.on('data.changed', ({ domains }) => {
        if (domains.includes('habits') || domains.includes('preferences')) void ask();
      }),
      habits.watchDays((id, day) => {
        if (id !== habitId || day.day < from || day.day > to) return;
        setDays((known) => known?.map((each) => (each.day === day.day ? day : each)) ?? null);
      }),
    ];
    return () => {
      isGone = true;
      for (const end of stop) end();
    };
  }, [client, habits, showProblem, habitId, from, to]);
  return days;
}
