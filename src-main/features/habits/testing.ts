/** For tests: the habits of a vault as the storage process answers them. */
import type { InputOf } from '../../../src-shared/contract/index.ts';
import type { Vault } from '../../vault/vault.ts';
import { PreferencesBook } from '../preferences/preferences.ts';
import { HabitBook } from './habit-book.ts';
import { habitsHandlers } from './handlers.ts';

/** @param locale says on which day weeks begin; Monday where nothing is said */
export function habitsOf(
  vault: Vault,
  locale = 'en-GB',
): ReturnType<typeof habitsHandlers> & { readonly book: HabitBook; readonly preferences: PreferencesBook } {
  const preferences = new PreferencesBook(vault, locale);
  const book = new HabitBook(vault, preferences);
  return { ...habitsHandlers(book), book, preferences };
}

type Draft = InputOf<'habits.create'>;

/** All that a person says about a habit who says nothing but its name. */
export function habitDraft(words: Pick<Draft, 'id' | 'name' | 'startDay'> & Partial<Draft>): Draft {
  return {
    question: '',
    description: '',
    kind: { type: 'yes-no' },
    schedule: { type: 'daily' },
    endDay: null,
    group: '',
    timeOfDay: 'any',
    icon: '',
    colour: 'leaf',
    reminders: [],
    ...words,
  };
}
