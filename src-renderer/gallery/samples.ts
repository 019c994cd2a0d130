import type { DayState, Habit, HabitDay } from '../../src-shared/contract/habits.ts';
import { daysEndingOn } from '../../src-shared/domain/day.ts';
import { createClient } from '../bridge/client.ts';
import type { Language } from '../intl/language.ts';
import { createModel } from '../shell/model.ts';
import type { Model } from '../shell/model.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import { SAMPLE_HABIT } from '../testing/sample-habit.ts';

export const TODAY = '2026-11-22';

export const STATES = [
  'open',
  'done',
  'partly',
  'skipped',
  'paused',
  'missed',
  'not-due',
  'future',
] as const satisfies readonly DayState[];

export const HABITS = {
  'Yes or no': { ...SAMPLE_HABIT, icon: 'footprints' },
  Amount: {
    ...SAMPLE_HABIT,
    id: '10000000-0000-4000-8000-000000000002',
    name: 'Read',
    kind: { type: 'amount', unit: 'pages', target: 40, direction: 'at-least' },
    icon: 'book-open',
    colour: 'sky',
  },
  Minutes: {
    ...SAMPLE_HABIT,
    id: '10000000-0000-4000-8000-000000000003',
    name: 'Piano',
    kind: { type: 'minutes', target: 30, direction: 'at-least' },
    icon: 'guitar',
    colour: 'violet',
  },
  'To quit': {
    ...SAMPLE_HABIT,
    id: '10000000-0000-4000-8000-000000000004',
    name: 'No phone before ten',
    kind: { type: 'quit' },
    icon: '🌱',
    colour: 'clay',
  },
} as const satisfies Readonly<Record<string, Habit>>;

const AMOUNTS = { yes: null, partly: 25, done: 40 };

/** A day in this state, as the storage would answer it. */
export function dayIn(state: DayState, day = TODAY, habit: Habit = SAMPLE_HABIT): HabitDay {
  const isMeasured = habit.kind.type === 'amount' || habit.kind.type === 'minutes';
  const mark = state === 'done' || state === 'missed' || state === 'skipped' ? state : null;
  const amount = !isMeasured ? AMOUNTS.yes : state === 'partly' || state === 'done' ? AMOUNTS[state] : null;
  return { day, state, mark, amount, note: null, earlier: 0 };
}

/** The last days, one after the other in each of the states that a past day can be in. */
export function daysInTurn(count: number): readonly HabitDay[] {
  const turn: readonly DayState[] = [
    'done',
    'done',
    'partly',
    'done',
    'skipped',
    'done',
    'missed',
    'not-due',
    'paused',
    'done',
  ];
  return daysEndingOn(TODAY, count).map((day, index) => dayIn(turn[index % turn.length] ?? 'open', day));
}

/** The app's model over a bridge without an app. */
export function sampleModel(language: Language): Model {
  let ids = 0;
  const bridge = createFakeBridge({ habits: Object.values(HABITS), now: `${TODAY}T08:14:00.000Z` });
  return createModel(createClient(bridge), language, () => `gallery-${String((ids += 1))}`);
}
