import { describe, expect, it } from 'vitest';
import type { Habit } from '../../../../src-shared/contract/habits.ts';
import { createEnglish } from '../../../testing/english.ts';
import { weekdayRows } from './weekday-rows.ts';

const language = createEnglish('en-GB');
const piano: Habit = {
  id: '10000000-0000-4000-8000-000000000001',
  name: 'Piano',
  question: '',
  description: '',
  kind: { type: 'yes-no' },
  schedule: { type: 'weekdays', days: [1, 3] },
  startDay: '2026-01-01',
  endDay: null,
  group: '',
  timeOfDay: 'any',
  icon: '',
  colour: 'leaf',
  reminders: [],
  archived: false,
  archivedOn: null,
  position: 0,
};
const tallies = (...each: readonly (readonly [done: number, due: number, sum?: number])[]) =>
  each.map(([done, due, sum = 0]) => ({ done, due, sum }));
/** Tuesday: done once. Thursday: missed once. */
const weekdays = tallies([30, 40], [1, 1], [0, 0], [0, 1], [0, 0], [0, 0], [0, 0]);

function shown(habit: Habit, weekStart = 1, of = weekdays): (readonly [string, number, string, string])[] {
  return weekdayRows({ habit, weekdays: of }, weekStart, language).map(
    ({ name, share, shown: number, text }) => [name, share, number, text] as const,
  );
}

describe('the weekdays of a habit', () => {
  it('are shares of the days that are asked for, and of no others', () => {
    expect(shown(piano).slice(0, 5)).toEqual([
      ['Monday', 0.75, '75\u00a0%', '30 of 40 days done'],
      ['Tuesday', 0, '1', 'done once'],
      ['Wednesday', 0, '–', 'never due'],
      ['Thursday', 0, '–', 'never due'],
      ['Friday', 0, '–', 'never due'],
    ]);
    const daily = shown({ ...piano, schedule: { type: 'daily' } });
    expect(daily[1]).toEqual(['Tuesday', 1, '100\u00a0%', '1 of 1 day done']);
    expect(daily[3]?.[2]).toBe('0\u00a0%');
  });

  it('say nothing of days on which nothing had to be left', () => {
    // A quit habit's day without a slip is kept, on whatever weekday.
    const kept = tallies([39, 40], [40, 40], [40, 40], [40, 40], [40, 40], [40, 40], [40, 40]);
    expect(shown({ ...piano, kind: { type: 'quit' } }, 1, kept).slice(0, 3)).toEqual([
      ['Monday', 0.975, '98\u00a0%', '39 of 40 days kept'],
      ['Tuesday', 0, '–', 'never due'],
      ['Wednesday', 1, '100\u00a0%', '40 of 40 days kept'],
    ]);
  });

  it('are how often, or how much, where no day in particular is due, in the order of a week', () => {
    const schedule = { type: 'times-a-week', times: 2 } as const;
    expect(shown({ ...piano, schedule }, 7).slice(0, 3)).toEqual([
      ['Sunday', 0, '0', 'not done'],
      ['Monday', 1, '30', 'done 30 times'],
      ['Tuesday', 1 / 30, '1', 'done once'],
    ]);
    const kind = { type: 'amount', unit: 'km', target: 20, direction: 'at-least' } as const;
    const run = tallies([1, 3, 42], [2, 3, 21], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0]);
    expect(shown({ ...piano, kind, schedule }, 1, run).slice(0, 2)).toEqual([
      ['Monday', 1, '42', '42 km'],
      ['Tuesday', 0.5, '21', '21 km'],
    ]);
  });
});
