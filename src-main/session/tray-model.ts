import type { HabitOverview } from '../../src-shared/contract/habits.ts';
import type { VaultState } from '../../src-shared/contract/vault.ts';
import type { Day } from '../../src-shared/domain/day.ts';
import { countOf, isAskedFor, stillOpen } from '../../src-shared/domain/habits-today.ts';
import type { TrayItem } from '../host.ts';
import type { MainSay } from '../words.ts';

/** A menu that fills the screen is no menu. */
export const MOST_TRAY_HABITS = 15;
/** Signs of a name. */
const LONGEST_NAME = 48;

export interface OutsideHabit {
  readonly id: string;
  readonly name: string;
  readonly isDone: boolean;
  /** One click says all: yes or no. */
  readonly canTick: boolean;
}

/** What of the present day is shown outside of the window. Main knows it while the vault is open, and as long as it is shown. */
export interface OutsideDay {
  readonly day: Day;
  readonly done: number;
  readonly due: number;
  /** How many the day still waits for. */
  readonly open: number;
  /** That the day asks for, in the person's order. */
  readonly habits: readonly OutsideHabit[];
}

/** @param overview of `habits.overview` for `day` */
export function outsideDay(day: Day, overview: readonly HabitOverview[]): OutsideDay {
  return {
    day,
    ...countOf(overview),
    open: stillOpen(overview),
    habits: overview.filter(isAskedFor).map(({ habit, week }) => ({
      id: habit.id,
      name: habit.name,
      isDone: week.at(-1)?.state === 'done',
      canTick: habit.kind.type === 'yes-no',
    })),
  };
}

/** In one line, however it was written: a menu has no second one, and signs that turn the direction would turn its neighbours too. */
function lineOf(name: string): string {
  const signs = [...name.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()];
  return signs.length > LONGEST_NAME
    ? `${signs
        .slice(0, LONGEST_NAME - 1)
        .join('')
        .trimEnd()}…`
    : signs.join('');
}

function habitItem(day: Day, { id, name, isDone, canTick }: OutsideHabit, say: MainSay): TrayItem {
  const label = lineOf(name);
  if (canTick) return { type: 'tick', label, isDone, choice: { type: 'tick', habitId: id, day, isDone: !isDone } };
  const text = say(isDone ? 'tray.inWindowDone' : 'tray.inWindow', { name: label });
  return { type: 'command', label: text, choice: { type: 'habit', id } };
}

function dayItems({ day, done, due, habits }: OutsideDay, names: boolean, say: MainSay): TrayItem[] {
  if (due === 0 && habits.length === 0) return [{ type: 'text', label: say('tray.none') }];
  const count: TrayItem = { type: 'text', label: say('tray.count', { done, due }) };
  if (!names) return [count];
  const shown = habits.slice(0, MOST_TRAY_HABITS).map((habit) => habitItem(day, habit, say));
  const more = habits.length - shown.length;
  const rest: TrayItem[] =
    more === 0 ? [] : [{ type: 'command', label: say('tray.more', { count: more }), choice: { type: 'open' } }];
  return [count, ...shown, ...rest];
}

export interface TrayState {
  readonly vault: VaultState['state'];
  /** Null: not known yet, or the vault is not open. */
  readonly today: OutsideDay | null;
  readonly names: boolean;
  readonly hasCapture: boolean;
  readonly say: MainSay;
}

/** The menu in the tray, whatever the system. Of a vault that is not open it says nothing but that. */
export function trayMenu({ vault, today, names, hasCapture, say }: TrayState): TrayItem[] {
  const separator: TrayItem = { type: 'separator' };
  const open: TrayItem = { type: 'command', label: say('tray.open'), choice: { type: 'open' } };
  const quit: TrayItem = { type: 'command', label: say('tray.quit'), choice: { type: 'quit' } };
  const capture: TrayItem[] = hasCapture
    ? [{ type: 'command', label: say('tray.capture'), choice: { type: 'capture' } }]
    : [];
  const newEntry: TrayItem = { type: 'command', label: say('tray.newEntry'), choice: { type: 'new-entry' } };
  switch (vault) {
    case 'absent':
    case 'damaged':
      return [open, separator, quit];
    case 'locked':
      return [{ type: 'text', label: say('tray.locked') }, separator, ...capture, newEntry, open, separator, quit];
    case 'unlocked': {
      const day = today === null ? [] : [...dayItems(today, names, say), separator];
      const lock: TrayItem = { type: 'command', label: say('tray.lock'), choice: { type: 'lock' } };
      return [...day, ...capture, newEntry, open, separator, lock, quit];
    }
  }
}
