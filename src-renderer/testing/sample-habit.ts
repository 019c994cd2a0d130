import type { Habit } from '../../src-shared/contract/habits.ts';

/** A habit about which nothing special is said, for tests that say what is special. */
export const SAMPLE_HABIT: Habit = {
  id: '10000000-0000-4000-8000-000000000001',
  name: 'Stretch',
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
};
