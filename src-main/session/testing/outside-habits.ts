/** For tests: habits of a day as `habits.overview` answers them. */
import type { DayState, Habit, HabitOverview, PeriodProgress } from '../../../src-shared/contract/habits.ts';

interface SampleRow {
  readonly name?: string;
  readonly kind?: Habit['kind'];
  readonly period?: PeriodProgress;
}

export const idOf = (place: number): string => `10000000-0000-4000-8000-${String(place).padStart(12, '0')}`;

export function overviewRow(place: number, state: DayState, { name, kind, period }: SampleRow = {}): HabitOverview {
  const day = { state, mark: state === 'done' ? ('done' as const) : null, amount: null, note: null, earlier: 0 };
  return {
    habit: {
      id: idOf(place),
      name: name ?? `Habit ${String(place)}`,
      question: '',
      description: '',
      kind: kind ?? { type: 'yes-no' },
      schedule: { type: 'daily' },
      startDay: '2026-01-01',
      endDay: null,
      group: '',
      timeOfDay: 'any',
      icon: '',
      colour: 'leaf',
      reminders: [],
      archived: false,
      archivedOn: null,
      position: place,
    },
    week: Array.from({ length: 7 }, (_, index) => ({ ...day, day: `2026-11-${String(16 + index)}` })),
    period: period ?? null,
  };
}
