import type { HabitKind, Schedule } from '../../../src-shared/contract/habits.ts';

export type ScheduleType = Schedule['type'];
export type KindType = HabitKind['type'];

const ALL_TYPES: readonly ScheduleType[] = [
  'daily',
  'weekdays',
  'times-a-week',
  'times-a-month',
  'every-n-days',
  'rolling',
];

/** The schedules that a kind of habit can be begun with. */
export function scheduleTypesOf(kind: KindType): readonly ScheduleType[] {
  return kind === 'quit' ? ['daily', 'weekdays'] : ALL_TYPES;
}

/** Whether the schedule's whole period is one sum, so that nobody asks how many times. */
export function isMeasured(kind: KindType): boolean {
  return kind === 'amount' || kind === 'minutes';
}

/** What the dialog holds while somebody chooses: every kind's own number, so that changing one's mind loses nothing. */
export interface ScheduleForm {
  readonly type: ScheduleType;
  readonly weekdays: readonly number[];
  readonly timesAWeek: number;
  readonly timesAMonth: number;
  readonly everyDays: number;
  readonly rollingTimes: number;
  readonly rollingDays: number;
}

const START: ScheduleForm = {
  type: 'daily',
  weekdays: [1, 2, 3, 4, 5],
  timesAWeek: 3,
  timesAMonth: 4,
  everyDays: 2,
  rollingTimes: 3,
  rollingDays: 14,
};

export type NumberField = 'timesAWeek' | 'timesAMonth' | 'everyDays' | 'rollingTimes' | 'rollingDays';

/** What is wrong with a form: no weekday is chosen, or a number is none of the whole ones from `least` to `most`. */
export type ScheduleProblem =
  { readonly field: 'weekdays' } | { readonly field: NumberField; readonly least: number; readonly most: number };

const MOST_DAYS = 366;

export function formOf(schedule: Schedule): ScheduleForm {
  const form = { ...START, type: schedule.type };
  switch (schedule.type) {
    case 'daily':
      return form;
    case 'weekdays':
      return { ...form, weekdays: schedule.days };
    case 'times-a-week':
      return { ...form, timesAWeek: schedule.times };
    case 'times-a-month':
      return { ...form, timesAMonth: schedule.times };
    case 'every-n-days':
      return { ...form, everyDays: schedule.days };
    case 'rolling':
      return { ...form, rollingTimes: schedule.times, rollingDays: schedule.days };
  }
}

/** The form as a kind of habit sees it: a schedule that the kind does not have is the first that it has, until the kind is another one again. */
export function formFor(form: ScheduleForm, kind: KindType): ScheduleForm {
  const types = scheduleTypesOf(kind);
  return types.includes(form.type) ? form : { ...form, type: types[0] ?? 'daily' };
}

/** What must be put right, in the order of the fields; empty where the form is a schedule. */
export function problemsOf(given: ScheduleForm, kind: KindType = 'yes-no'): readonly ScheduleProblem[] {
  const form = formFor(given, kind);
  const outside = (field: NumberField, least: number, most: number): readonly ScheduleProblem[] => {
    const value = form[field];
    return Number.isInteger(value) && value >= least && value <= most ? [] : [{ field, least, most }];
  };
  switch (form.type) {
    case 'daily':
      return [];
    case 'weekdays':
      return form.weekdays.length === 0 ? [{ field: 'weekdays' }] : [];
    case 'times-a-week':
      return isMeasured(kind) ? [] : outside('timesAWeek', 1, 7);
    case 'times-a-month':
      return isMeasured(kind) ? [] : outside('timesAMonth', 1, 31);
    case 'every-n-days':
      return outside('everyDays', 2, MOST_DAYS);
    case 'rolling': {
      const days = outside('rollingDays', 2, MOST_DAYS);
      if (isMeasured(kind)) return days;
      // A day is ticked once: there are no more times than days.
      return [...outside('rollingTimes', 1, days.length === 0 ? form.rollingDays : MOST_DAYS), ...days];
    }
  }
}

/** The schedule that was chosen; null where `problemsOf` has something to say. */
export function scheduleOf(given: ScheduleForm, kind: KindType = 'yes-no'): Schedule | null {
  if (problemsOf(given, kind).length > 0) return null;
  const form = formFor(given, kind);
  const times = (number: number): number => (isMeasured(kind) ? 1 : number);
  switch (form.type) {
    case 'daily':
      return { type: 'daily' };
    case 'weekdays':
      return { type: 'weekdays', days: form.weekdays.toSorted((a, b) => a - b) };
    case 'times-a-week':
      return { type: 'times-a-week', times: times(form.timesAWeek) };
    case 'times-a-month':
      return { type: 'times-a-month', times: times(form.timesAMonth) };
    case 'every-n-days':
      return { type: 'every-n-days', days: form.everyDays };
    case 'rolling':
      return { type: 'rolling', times: times(form.rollingTimes), days: form.rollingDays };
  }
}
