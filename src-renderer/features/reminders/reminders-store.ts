import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../src-shared/contract/index.ts';
import type { ReminderAnswer, ReminderCard, RemindersState } from '../../../src-shared/contract/reminders.ts';
import type { AppError } from '../../../src-shared/result.ts';
import type { Notices } from '../../components/notices-store.ts';
import type { Language, Wording } from '../../intl/language.ts';
import { markOf } from '../habits/shown-days.ts';
import { offerUndo } from '../habits/undo-offer.ts';

export interface Reminders {
  /** Null until the app has said. */
  readonly store: StoreApi<{ readonly state: RemindersState | null }>;
  load(): Promise<void>;
  setState(state: RemindersState): void;
  answer(card: ReminderCard, answer: ReminderAnswer): Promise<void>;
  /** The vault is locked: what names a habit goes. */
  clear(): void;
}

interface RemindersOptions {
  readonly client: Client;
  readonly notices: Notices;
  readonly language: Language;
  readonly showProblem: (error: AppError) => void;
}

export function createReminders({ client, notices, language, showProblem }: RemindersOptions): Reminders {
  const { say } = language;
  const store = createStore<{ readonly state: RemindersState | null }>(() => ({ state: null }));
  let epoch = 0;

  function setState(state: RemindersState): void {
    const known = new Set(store.getState().state?.cards.map(({ key, count }) => `${key} ${String(count)}`));
    store.setState({ state });
    const news = state.cards.filter(({ key, count }) => !known.has(`${key} ${String(count)}`));
    // Told, and nothing more: whoever writes goes on writing.
    if (news.length > 0) notices.announce(news.map((card) => cardTitle(card, say)).join(' '));
  }

  /** Done and Skip replace what is logged. Where that was something, it can come back. */
  async function checkIn({ key, habit }: ReminderCard, answer: 'done' | 'skip'): Promise<AppError | null> {
    if (habit === null) return null;
    const { id, day, name } = habit;
    const before = await client.invoke('habits.days', { id, from: day, to: day });
    const result = await client.invoke('reminders.answer', { key, answer });
    if (!result.ok) return result.error;
    const text: Wording = (spoken) =>
      spoken.say('habit.state', { name, state: spoken.say(answer === 'done' ? 'state.done' : 'state.skipped') });
    const replaced = before.ok && before.value.days[0] !== undefined ? markOf(before.value.days[0]) : null;
    if (replaced === null || replaced.type === 'clear') {
      notices.announce(text(language));
      return null;
    }
    offerUndo(notices, `${id} ${day}`, text, {
      label: (spoken) => spoken.say('entry.undo'),
      perform: () => {
        void client.invoke('habits.check-in', { habitId: id, day, mark: replaced }).then((taken) => {
          if (!taken.ok) showProblem(taken.error);
        });
      },
    });
    return null;
  }

  return {
    store,
    setState,
    async load() {
      const asked = epoch;
      const result = await client.invoke('reminders.state', {});
      // An event may have told more meanwhile.
      if (result.ok && asked === epoch && store.getState().state === null) setState(result.value);
    },
    async answer(card, answer) {
      if (answer === 'done' || answer === 'skip') {
        const error = await checkIn(card, answer);
        if (error !== null) showProblem(error);
        return;
      }
      const result = await client.invoke('reminders.answer', { key: card.key, answer });
      if (!result.ok) showProblem(result.error);
      else if (answer !== 'dismiss') notices.announce(say('reminder.later'));
    },
    clear() {
      epoch += 1;
      const { state } = store.getState();
      if (state === null) return;
      store.setState({ state: { ...state, cards: state.cards.filter(({ habit }) => habit === null) } });
    },
  };
}

export function cardTitle({ habit, count }: ReminderCard, say: Language['say']): string {
  return habit === null ? say('reminder.waiting', { count }) : say('reminder.title', { name: habit.name });
}
