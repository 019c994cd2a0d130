import type { Habit, Mark } from '../../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../../src-shared/domain/habit-day.ts';
import type { Language, Wording } from '../../../intl/language.ts';
import type { Model } from '../../../shell/model.ts';
import { offerUndo, withdrawUndo } from '../undo-offer.ts';
import { cellLabel, cellWords, dayWords } from './cell-words.ts';
import type { DayCell } from './overview-store.ts';
import { inOrder, inSections } from './rows.ts';
import type { Arranged, Arrangement } from './rows.ts';

/** What the overview can do with habits. Each shows at once, says what it did and can be taken back. */
export interface HabitActions {
  mark(habit: Habit, day: string, mark: Mark, today: string): Promise<void>;
  /** `told`: where it stands now, for the notice. */
  arrange(habit: Habit, arrangement: Arrangement, told: Wording): void;
  setArchived(habit: Habit, archived: boolean): Promise<boolean>;
  remove(habit: Habit): Promise<boolean>;
}

/** The mark that makes a day what it is now. */
export function markOfCell({ kind }: Habit, cell: DayCell | null): Mark {
  if (cell === null) return { type: 'clear' };
  const { state, amount } = cell;
  if (amount !== null) return { type: 'done', amount };
  if (state === 'skipped' || state === 'missed') return { type: state };
  return state === 'done' && kind.type !== 'quit' ? { type: 'done' } : { type: 'clear' };
}

/** What a click on a day does to a yes/no habit; null for the others: a click does not say how much. */
export function gestureOf({ kind }: Habit, cell: DayCell | null): Mark | null {
  if (kind.type === 'quit' || measureOf(kind) !== null) return null;
  return { type: cell?.state === 'done' ? 'clear' : 'done' };
}

export function createHabitActions(model: Model, language: Language): HabitActions {
  const { client, habits, notices, overview, showProblem } = model;
  const { say } = language;
  const undo: Wording = (spoken) => spoken.say('entry.undo');

  async function mark(habit: Habit, day: string, given: Mark, today: string, isUndo: boolean): Promise<void> {
    const subject = `${habit.id} ${day}`;
    const before = overview.cellOf(habit.id, day);
    const result = await overview.checkIn(habit, day, given, today);
    if (!result.ok) {
      showProblem(result.error);
      return;
    }
    const { state, amount, note } = result.value;
    const text: Wording = (spoken) => {
      const words = cellWords(habit, day, { state, amount, hasNote: note !== null }, today, spoken);
      return cellLabel(habit.name, dayWords(day, today, spoken.locale), words, spoken);
    };
    const replaced = markOfCell(habit, before);
    if (isUndo || replaced.type === 'clear' || (before?.state === state && before.amount === amount)) {
      withdrawUndo(notices, subject);
      notices.announce(text(language));
      return;
    }
    offerUndo(notices, subject, text, {
      label: undo,
      perform: () => void mark(habit, day, replaced, today, true),
    });
  }

  let writes = Promise.resolve();
  let waiting = 0;
  /** A habit that is carried over several rows is put back to where it was before the first. */
  let carried: { readonly id: string; readonly told: Wording; readonly from: Arranged } | null = null;

  async function write(moved: string, { ids, groups }: Arranged): Promise<void> {
    const group = groups.get(moved);
    const changed = group === undefined ? null : await client.invoke('habits.change', { id: moved, group });
    const result = changed?.ok === false ? changed : await client.invoke('habits.arrange', { ids: [...ids] });
    waiting -= 1;
    if (!result.ok) showProblem(result.error);
    if (waiting > 0) return;
    await habits.loadAll();
    if (waiting === 0) overview.store.setState({ arranged: null });
  }

  function put(moved: string, arranged: Arranged): void {
    const before = overview.store.getState().arranged;
    const groups = new Map([...(before?.groups ?? []), ...arranged.groups]);
    overview.store.setState({ arranged: { ids: arranged.ids, groups } });
    waiting += 1;
    writes = writes.then(() => write(moved, { ids: arranged.ids, groups: arranged.groups }));
  }

  /** As the list knows it, until it knows better. */
  function setKnown(change: (all: readonly Habit[]) => readonly Habit[]): void {
    habits.store.setState(({ all }) => ({ all: all === null ? null : change(all) }));
  }

  async function setArchived(habit: Habit, archived: boolean): Promise<boolean> {
    setKnown((all) => all.map((known) => (known.id === habit.id ? { ...known, archived } : known)));
    const result = await habits.change({ id: habit.id, archived });
    if (!result.ok) {
      setKnown((all) => all.map((known) => (known.id === habit.id ? { ...known, archived: !archived } : known)));
      showProblem(result.error);
      return false;
    }
    if (archived) {
      offerUndo(notices, habit.id, (spoken) => spoken.say('habit.archivedNotice', { name: habit.name }), {
        label: undo,
        perform: () => void setArchived(habit, false),
      });
    } else {
      withdrawUndo(notices, habit.id);
      notices.announce(say('habit.unarchivedNotice', { name: habit.name }));
    }
    return true;
  }

  return {
    setArchived,
    mark: (habit, day, given, today) => mark(habit, day, given, today, false),

    arrange(habit, { ids, group }, told) {
      const all = habits.store.getState().all ?? [];
      const { arranged } = overview.store.getState();
      const known = inOrder(
        all.filter(({ archived }) => !archived),
        arranged,
      );
      const isCarriedOn =
        carried?.id === habit.id && notices.store.getState().notices.some(({ wish }) => wish.text === carried?.told);
      const from: Arranged = isCarriedOn
        ? carried!.from
        : { ids: inSections(known).map(({ id }) => id), groups: new Map([[habit.id, habit.group]]) };
      put(habit.id, { ids, groups: group === habit.group ? new Map() : new Map([[habit.id, group]]) });
      carried = { id: habit.id, told, from };
      offerUndo(notices, 'overview arranged', told, {
        label: undo,
        perform: () => {
          carried = null;
          put(habit.id, from);
          notices.announce(say('overview.putBack', { name: habit.name }));
        },
      });
    },

    async remove(habit) {
      setKnown((all) => all.filter(({ id }) => id !== habit.id));
      const result = await client.invoke('habits.remove', { id: habit.id });
      if (!result.ok) {
        showProblem(result.error);
        await habits.loadAll();
        return false;
      }
      offerUndo(notices, habit.id, (spoken) => spoken.say('overview.removed', { name: habit.name }), {
        label: undo,
        perform: () =>
          void client.invoke('habits.restore', { id: habit.id }).then((restored) => {
            if (restored.ok) notices.announce(say('overview.restored', { name: habit.name }));
            else showProblem(restored.error);
          }),
      });
      return true;
    },
  };
}
