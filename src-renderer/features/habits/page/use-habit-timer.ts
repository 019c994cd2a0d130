import { useEffect, useState } from 'react';
import type { HabitTimer } from '../../../../src-shared/contract/habits.ts';
import { useModel, useSession } from '../../../shell/model-context.tsx';

const EVERY_MS = 1000;

export interface RunningTimer {
  /** Since it was started; null: it does not run. */
  readonly minutes: number | null;
  /** Starts it, or stops it and keeps its minutes. */
  readonly toggle: () => void;
}

/** The timer of a habit on this device. */
export function useHabitTimer(habitId: string, day: string): RunningTimer {
  const { client, showProblem } = useModel();
  const lead = useSession((state) => state.clockLead);
  const [timer, setTimer] = useState<HabitTimer | null>(null);
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    let isGone = false;
    void client.invoke('habits.timers', {}).then((result) => {
      if (!isGone && result.ok) setTimer(result.value.timers.find((each) => each.habitId === habitId) ?? null);
    });
    return () => {
      isGone = true;
    };
  }, [client, habitId]);

  const isRunning = timer !== null;
  useEffect(() => {
    if (!isRunning) return undefined;
    const tick = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(tick);
  }, [isRunning]);

  async function start(): Promise<void> {
    const result = await client.invoke('habits.start-timer', { habitId, day });
    setNow(Date.now());
    if (result.ok) setTimer(result.value);
    else showProblem(result.error);
  }

  async function stop(before: HabitTimer): Promise<void> {
    setTimer(null);
    const result = await client.invoke('habits.stop-timer', { habitId, keep: true });
    if (result.ok) return;
    setTimer(before);
    showProblem(result.error);
  }

  return {
    minutes: timer === null ? null : Math.max(0, (now + lead - Date.parse(timer.startedAt)) / 60_000),
    toggle: () => void (timer === null ? start() : stop(timer)),
  };
}
