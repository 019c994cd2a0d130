import type { Handlers } from '../../../src-shared/contract/index.ts';
import type { insightsContract } from '../../../src-shared/contract/insights.ts';
import { ok } from '../../../src-shared/result.ts';
import type { HabitBook } from '../habits/habit-book.ts';
import { readMoodHabits } from './mood-habits.ts';
import { readMonth } from './month.ts';

export function insightsHandlers(book: HabitBook): Handlers<keyof typeof insightsContract> {
  return {
    'insights.mood-habits': async (asked) => ok(await readMoodHabits(book, asked)),
    'insights.month': async ({ month }) => ok(await readMonth(book, month)),
  };
}
