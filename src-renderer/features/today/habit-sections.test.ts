import { expect, it } from 'vitest';
import type { DayState, Habit, HabitOverview } from '../../../src-shared/contract/habits.ts';
import { countOf } from '../../../src-shared/domain/habits-today.ts';
import { foldedOf, isToCome, sectionsOf } from './habit-sections.ts';

const DAY = '2026-11-22';

function row(
  id: string,
  state: DayState,
  more: Partial<Habit> = {},
  period: HabitOverview['period'] = null,
): HabitOverview {
  const habit: Habit = {
    id,
    name: id,
    question: '',
    description: '',
    kind: { type: 'yes-no' },
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
    position: 0,
    ...more,
  };
  return { habit, week: [{ day: DAY, state, mark: null, amount: null, note: null, earlier: 0 }], period };
}

it('puts the habits into the times of day that are used, each in its order', () => {
  const overview = [
    row('a', 'open'),
    row('b', 'open', { timeOfDay: 'evening' }),
    row('c', 'open', { timeOfDay: 'morning' }),
    row('d', 'open', { timeOfDay: 'evening' }),
  ];
  const sections = sectionsOf(overview).map(({ time, rows }) => [time, rows.map(({ habit }) => habit.id).join('')]);
  expect(sections).toEqual([
    ['morning', 'c'],
    ['evening', 'bd'],
    ['any', 'a'],
  ]);
});

it('folds what asks for nothing away where it is much, and only then', () => {
  const few = ['a', 'b', 'c'].map((id) => row(id, 'not-due'));
  expect(foldedOf([...few, row('d', 'open')]).size).toBe(0);
  expect([...foldedOf([...few, row('d', 'open'), row('e', 'not-due')])]).toEqual(['a', 'b', 'c', 'e']);
});

it('holds a habit back until it begins, unless something was logged', () => {
  const planned = row('planned', 'not-due', { startDay: '2026-12-01' });
  expect(isToCome(planned, DAY)).toBe(true);
  expect(isToCome(planned, '2026-12-01')).toBe(false);
  const logged = { ...planned, week: planned.week.map((day) => ({ ...day, mark: 'done' as const })) };
  expect(isToCome(logged, DAY)).toBe(false);
});

it('counts what the day asks for', () => {
  const kept = { from: '2026-11-16', to: DAY, reached: 3, need: 3 };
  const overview = [
    row('done', 'done'),
    row('partly', 'partly'),
    row('missed', 'missed'),
    row('open', 'open'),
    row('open, the week is kept', 'open', {}, kept),
    row('skipped', 'skipped'),
    row('paused', 'paused'),
    row('not due', 'not-due'),
  ];
  expect(countOf(overview)).toEqual({ done: 1, due: 4 });
});
