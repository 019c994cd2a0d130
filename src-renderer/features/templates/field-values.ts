import { Temporal } from 'temporal-polyfill';
import { addDays } from '../../../src-shared/domain/day.ts';
import type { TemplateField } from '../../../src-shared/domain/template.ts';
import { dayOfYear, fullDate, monthName, timeOfDay, weekdayName, yearOf } from '../../intl/dates.ts';

export interface FieldContext {
  readonly locale: string;
  /** The entry's day. */
  readonly day: string;
  /** Now, ISO, and the zone it is now in. */
  readonly now: string;
  readonly zone: string;
  /** The question of that day. */
  readonly prompt: string;
}

/** What a field of a template becomes: dates are those of the entry's day, the time is the present one. */
export function fieldValue(
  field: Exclude<TemplateField, 'cursor'>,
  { locale, day, now, zone, prompt }: FieldContext,
): string {
  switch (field) {
    case 'date':
      return fullDate(locale, day);
    case 'weekday':
      return weekdayName(locale, day);
    case 'time':
      return timeOfDay(locale, now, zone);
    case 'day':
      return String(dayOfYear(day));
    case 'month':
      return monthName(locale, day);
    case 'year':
      return String(yearOf(day));
    case 'week':
      return String(Temporal.PlainDate.from(day).weekOfYear ?? '');
    case 'yesterday':
      return fullDate(locale, addDays(day, -1));
    case 'tomorrow':
      return fullDate(locale, addDays(day, 1));
    case 'prompt':
      return prompt;
  }
}
