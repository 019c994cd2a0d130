import { describe, expect, it } from 'vitest';
import type { Habit } from '../../../src-shared/contract/habits.ts';
import { createEnglish } from '../../testing/english.ts';
import { newHabit } from './habit-form.ts';
import { isNameOfAnother, twinNames } from './twin-names.ts';

const language = createEnglish('en-GB');

function habit(id: string, words: Partial<Habit>): Habit {
  return { ...newHabit('2026-11-22'), id, archived: false, archivedOn: null, position: 0, ...words };
}

describe('habits of one name', () => {
  it('are told apart by their groups, and where those say nothing by their schedules', () => {
    const habits = [
      habit('a', { name: 'Stretch', group: 'Body' }),
      habit('b', { name: 'stretch ' }),
      habit('c', { name: 'Read' }),
      habit('d', { name: 'Run', group: 'Body' }),
      habit('e', { name: 'Run', group: 'Body', schedule: { type: 'times-a-week', times: 2 } }),
    ];
    expect([...twinNames(habits, language).values()]).toEqual([
      'Stretch, Body',
      'stretch , Every day',
      'Read',
      'Run, Every day',
      'Run, Twice a week',
    ]);
  });

  it('are noticed while a name is written', () => {
    const habits = [habit('a', { name: 'Stretch' })];
    const isTaken = (name: string, id: string | null = null) => isNameOfAnother(name, id, habits, 'en-GB');
    expect([isTaken(' stretch'), isTaken('Stretch', 'a'), isTaken('Stretches'), isTaken('')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
