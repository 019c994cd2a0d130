import type { Schedule } from '../../../src-shared/contract/habits.ts';

export type ScheduleType = Schedule['type'];

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

function within(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** The schedule that was chosen; null where a number or a weekday is missing or out of range. */
export function scheduleOf(form: ScheduleForm): Schedule | null {
  switch (form.type) {
    case 'daily':
      return { type: 'daily' };
    case 'weekdays':
      return form.weekdays.length === 0 ? null : { type: 'weekdays', days: form.weekdays.toSorted((a, b) => a - b) };
    case 'times-a-week':
      return within(form.timesAWeek, 1, 7) ? { type: 'times-a-week', times: form.timesAWeek } : null;
    case 'times-a-month':
      return within(form.timesAMonth, 1, 31) ? { type: 'times-a-month', times: form.timesAMonth } : null;
    case 'every-n-days':
      return within(form.everyDays, 2, 366) ? { type: 'every-n-days', days: form.everyDays } : null;
    case 'rolling':
      return within(form.rollingTimes, 1, 366) && within(form.rollingDays, 2, 366)
        ? { type: 'rolling', times: form.rollingTimes, days: form.rollingDays }
        : null;
  }
}
