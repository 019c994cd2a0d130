import type { Habit, HabitKind } from '../../../src-shared/contract/habits.ts';
import { decimalText, parseDecimal } from '../../intl/decimals.ts';
import { firstProblem, reminderFormsOf, remindersOf } from './reminder-form.ts';
import type { ReminderForm, ReminderProblem } from './reminder-form.ts';
import { formOf, isMeasured, problemsOf, scheduleOf } from './schedule-form.ts';
import type { KindType, ScheduleForm, ScheduleProblem } from './schedule-form.ts';

/** What a person says about a habit. */
export type HabitWords = Omit<Habit, 'id' | 'archived' | 'archivedOn' | 'position'>;

export type Direction = 'at-least' | 'at-most';

export interface TargetForm {
  /** As it was typed. */
  readonly target: string;
  readonly direction: Direction;
}

/** What the dialog holds: every kind's own target and every schedule's own number, so that changing one's mind loses nothing. */
export interface HabitForm {
  readonly name: string;
  readonly icon: string;
  readonly colour: Habit['colour'];
  readonly kind: KindType;
  readonly amount: TargetForm & { readonly unit: string };
  readonly minutes: TargetForm;
  readonly schedule: ScheduleForm;
  readonly question: string;
  readonly description: string;
  readonly group: string;
  readonly timeOfDay: Habit['timeOfDay'];
  /** `YYYY-MM-DD`; empty: none. */
  readonly startDay: string;
  readonly endDay: string;
  readonly reminders: readonly ReminderForm[];
}

export type FormProblem =
  | ScheduleProblem
  | ReminderProblem
  | { readonly field: 'name' | 'target' | 'startDay' }
  /** It lies before the start. */
  | { readonly field: 'endDay' };

const MOST_AMOUNT = 1e9;
const MOST_MINUTES = 1e6;
const FINEST = 1000;

/** A habit that nobody has said anything about yet. */
export function newHabit(today: string): HabitWords {
  return {
    name: '',
    question: '',
    description: '',
    kind: { type: 'yes-no' },
    schedule: { type: 'daily' },
    startDay: today,
    endDay: null,
    group: '',
    timeOfDay: 'any',
    icon: '',
    colour: 'leaf',
    reminders: [],
  };
}

export function habitFormOf(words: HabitWords, locale: string): HabitForm {
  const { kind, schedule, endDay, reminders, ...same } = words;
  const target = (type: 'amount' | 'minutes', direction: Direction): TargetForm =>
    kind.type === type
      ? { target: decimalText(kind.target, locale), direction: kind.direction }
      : { target: '', direction };
  return {
    ...same,
    kind: kind.type,
    amount: { ...target('amount', 'at-least'), unit: kind.type === 'amount' ? kind.unit : '' },
    minutes: target('minutes', 'at-least'),
    schedule: formOf(schedule),
    endDay: endDay ?? '',
    reminders: reminderFormsOf(reminders),
  };
}

/** The target that was typed; null where there is none, or one that cannot be. */
function targetOf({ target, direction }: TargetForm, most: number, locale: string): number | null {
  const value = parseDecimal(target, locale);
  if (value === null || value > most || Math.round(value * FINEST) / FINEST !== value) return null;
  // At least nothing would be reached by everybody on every day.
  return value === 0 && direction === 'at-least' ? null : value;
}

/** The kind that was chosen; null where its target has to be put right. */
export function kindOf({ kind, amount, minutes }: HabitForm, locale: string): HabitKind | null {
  switch (kind) {
    case 'yes-no':
    case 'quit':
      return { type: kind };
    case 'amount': {
      const target = targetOf(amount, MOST_AMOUNT, locale);
      return target === null ? null : { type: kind, unit: amount.unit.trim(), target, direction: amount.direction };
    }
    case 'minutes': {
      const target = targetOf(minutes, MOST_MINUTES, locale);
      return target === null ? null : { type: kind, target, direction: minutes.direction };
    }
  }
}

/** What must be put right, in the order of the fields. */
export function formProblems(form: HabitForm, locale: string): readonly FormProblem[] {
  const problems: FormProblem[] = [];
  if (form.name.trim() === '') problems.push({ field: 'name' });
  if (isMeasured(form.kind) && kindOf(form, locale) === null) problems.push({ field: 'target' });
  problems.push(...problemsOf(form.schedule, form.kind));
  if (form.startDay === '') problems.push({ field: 'startDay' });
  else if (form.endDay !== '' && form.endDay < form.startDay) problems.push({ field: 'endDay' });
  const reminder = firstProblem(form.reminders);
  return reminder === null ? problems : [...problems, reminder];
}

/** What the form says about a habit; null where `formProblems` has something to say. */
export function wordsOf(form: HabitForm, locale: string): HabitWords | null {
  const kind = kindOf(form, locale);
  const schedule = scheduleOf(form.schedule, form.kind);
  if (kind === null || schedule === null || formProblems(form, locale).length > 0) return null;
  const { name, question, description, group, icon, colour, timeOfDay, startDay, endDay, reminders } = form;
  return {
    name: name.trim(),
    question: question.trim(),
    description: description.trim(),
    kind,
    schedule,
    startDay,
    endDay: endDay === '' ? null : endDay,
    group: group.trim(),
    timeOfDay,
    icon,
    colour,
    reminders: remindersOf(reminders),
  };
}

/**
 * Only what is different. What nobody touched is not written: another device may have changed it meanwhile, and an import may have brought what this form cannot say, as the
 * number of times of an amount that is counted by the week.
 */
export function changesOf(form: HabitForm, before: HabitForm, locale: string): Partial<HabitWords> {
  const words = wordsOf(form, locale);
  if (words === null) return {};
  const was: Partial<HabitWords> = wordsOf(before, locale) ?? {};
  const changed = Object.entries(words).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name as keyof HabitWords]),
  );
  return Object.fromEntries(changed);
}

/** Whether there is something that closing would throw away. */
export function isTouched(form: HabitForm, before: HabitForm): boolean {
  return JSON.stringify(form) !== JSON.stringify(before);
}
