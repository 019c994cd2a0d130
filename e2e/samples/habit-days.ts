import { addDays, daysBetween } from '../../src-shared/domain/day.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { ask, makeHabit } from '../pages/habit-page.ts';
import type { Logged } from '../pages/habit-page.ts';
import { MARKER } from '../support/marker.ts';

/** The present day of a spec. */
export const TODAY = '2026-11-22';
export const DONE = { type: 'done' } as const;
export const PAGES = { type: 'amount', unit: 'pages', target: 40, direction: 'at-least' } as const;

/** Every day from `from` to `to` with the same mark. */
export function every(from: string, to: string, mark: unknown = DONE): Logged[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => ({ day: addDays(from, index), mark }));
}

/** A habit of two years with every state: done, skipped, missed, nothing, a pause, a note. */
export async function makeStretch(app: AppUnderTest): Promise<string> {
  const id = await makeHabit(app, { name: 'Stretch', startDay: '2025-03-03', timeOfDay: 'morning' }, [
    ...every('2025-03-03', '2025-03-12'),
    ...every('2026-11-02', '2026-11-21').filter(({ day }) => day !== '2026-11-10'),
    { day: '2026-11-16', mark: { type: 'skipped' } },
    { day: '2026-11-17', mark: { type: 'missed' } },
    { day: '2026-11-19', note: `by the window, ${MARKER}` },
  ]);
  const pause = { id: crypto.randomUUID(), habitId: id, from: '2026-06-01', to: '2026-06-07', reason: 'Lake' };
  await ask(app, 'habits.write-pause', pause);
  return id;
}
