import type { Schedule } from '../../../src-shared/contract/habits.ts';
import { isoWeekdayName } from '../../intl/dates.ts';
import type { Language } from '../../intl/language.ts';

/** Says in plain words when a habit is due. */
export function scheduleSentence(schedule: Schedule, { say, locale }: Language): string {
  switch (schedule.type) {
    case 'daily':
      return say('schedule.daily');
    case 'weekdays': {
      const days = [...new Set(schedule.days)].toSorted((a, b) => a - b);
      const which = days.join('');
      if (which === '1234567') return say('schedule.daily');
      if (which === '12345') return say('schedule.weekdays');
      if (which === '67') return say('schedule.weekends');
      const names = days.map((day) => isoWeekdayName(locale, day));
      return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
    }
    case 'times-a-week':
      return say('schedule.timesAWeek', { times: schedule.times });
    case 'times-a-month':
      return say('schedule.timesAMonth', { times: schedule.times });
    case 'every-n-days':
      return say('schedule.everyNDays', { days: schedule.days });
    case 'rolling':
      return say('schedule.rolling', { times: schedule.times, days: schedule.days });
  }
}
