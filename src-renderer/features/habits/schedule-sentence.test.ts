import { describe, expect, it } from 'vitest';
import type { HabitKind, Schedule } from '../../../src-shared/contract/habits.ts';
import { createEnglish } from '../../testing/english.ts';
import { habitSentence, scheduleSentence } from './schedule-sentence.ts';

const TICK: HabitKind = { type: 'yes-no' };
const QUIT: HabitKind = { type: 'quit' };
const PAGES: HabitKind = { type: 'amount', unit: 'pages', target: 40, direction: 'at-least' };
const COFFEES: HabitKind = { type: 'amount', unit: 'coffees', target: 2, direction: 'at-most' };
const MINUTES: HabitKind = { type: 'minutes', target: 30, direction: 'at-least' };
const SCREEN: HabitKind = { type: 'minutes', target: 1, direction: 'at-most' };

const DAILY: Schedule = { type: 'daily' };
const on = (...days: number[]): Schedule => ({ type: 'weekdays', days });
const aWeek = (times: number): Schedule => ({ type: 'times-a-week', times });
const aMonth = (times: number): Schedule => ({ type: 'times-a-month', times });
const everyDays = (days: number): Schedule => ({ type: 'every-n-days', days });
const rolling = (times: number, days: number): Schedule => ({ type: 'rolling', times, days });

const say = (kind: HabitKind, schedule: Schedule, weekStart = 1, locale = 'en-GB'): string =>
  habitSentence({ kind, schedule, startDay: '2026-01-04' }, weekStart, createEnglish(locale));

describe('the sentence of a habit', () => {
  it.each([
    [TICK, DAILY, 'Every day.'],
    [TICK, on(1, 2, 3, 4, 5, 6, 7), 'Every day.'],
    [TICK, on(5, 4, 3, 2, 1), 'Monday to Friday.'],
    [TICK, on(7, 6), 'Every Saturday and Sunday.'],
    [TICK, on(5, 1, 3, 3), 'Every Monday, Wednesday and Friday.'],
    [TICK, on(7), 'Every Sunday.'],
    [TICK, aWeek(1), 'Once a week, weeks start on Monday.'],
    [TICK, aWeek(2), 'Twice a week, weeks start on Monday.'],
    [TICK, aWeek(3), '3 times a week, weeks start on Monday.'],
    [TICK, aWeek(7), '7 times a week, weeks start on Monday.'],
    [TICK, aMonth(1), 'Once a month.'],
    [TICK, aMonth(2), 'Twice a month.'],
    [TICK, aMonth(31), '31 times a month.'],
    [TICK, everyDays(2), 'Every other day, counted from 4 January 2026.'],
    [TICK, everyDays(366), 'Every 366 days, counted from 4 January 2026.'],
    [TICK, rolling(1, 2), 'Once in any 2 days.'],
    [TICK, rolling(2, 10), 'Twice in any 10 days.'],
    [TICK, rolling(14, 14), '14 times in any 14 days.'],
    [PAGES, DAILY, 'At least 40 pages every day.'],
    [COFFEES, DAILY, 'At most 2 coffees a day.'],
    [PAGES, on(1, 2, 3, 4, 5, 6, 7), 'At least 40 pages every day.'],
    [PAGES, on(1, 2, 3, 4, 5), 'At least 40 pages a day, Monday to Friday.'],
    [COFFEES, on(1, 2, 3, 4, 5), 'At most 2 coffees a day, Monday to Friday.'],
    [PAGES, on(1, 3, 5), 'At least 40 pages every Monday, Wednesday and Friday.'],
    [COFFEES, on(6, 7), 'At most 2 coffees every Saturday and Sunday.'],
    [PAGES, aWeek(1), 'At least 40 pages in a week, weeks start on Monday.'],
    // How many times is moot where the whole week is one sum.
    [COFFEES, aWeek(3), 'At most 2 coffees in a week, weeks start on Monday.'],
    [PAGES, aMonth(1), 'At least 40 pages in a month.'],
    [COFFEES, aMonth(1), 'At most 2 coffees in a month.'],
    [PAGES, everyDays(2), 'At least 40 pages in every 2 days, counted from 4 January 2026.'],
    [COFFEES, everyDays(3), 'At most 2 coffees in every 3 days, counted from 4 January 2026.'],
    [PAGES, rolling(1, 14), 'At least 40 pages in any 14 days.'],
    [COFFEES, rolling(1, 14), 'At most 2 coffees in any 14 days.'],
    [MINUTES, DAILY, 'At least 30 minutes every day.'],
    [SCREEN, DAILY, 'At most 1 minute a day.'],
    [SCREEN, aWeek(1), 'At most 1 minute in a week, weeks start on Monday.'],
    [QUIT, DAILY, 'No slip on any day.'],
    [QUIT, on(1, 2, 3, 4, 5, 6, 7), 'No slip on any day.'],
    [QUIT, on(1, 2, 3, 4, 5), 'No slip from Monday to Friday.'],
    [QUIT, on(1, 3, 5), 'No slip on Monday, Wednesday and Friday.'],
    // Only an import or another device can have made these.
    [QUIT, aWeek(3), 'No slip in a week, weeks start on Monday.'],
    [QUIT, aMonth(3), 'No slip in a month.'],
    [QUIT, everyDays(3), 'No slip in every 3 days, counted from 4 January 2026.'],
    [QUIT, rolling(1, 9), 'No slip in any 9 days.'],
  ])('%j, %j: %s', (kind, schedule, sentence) => {
    expect(say(kind, schedule)).toBe(sentence);
  });

  it('names the day on which the person’s weeks start', () => {
    expect(say(TICK, aWeek(3), 7)).toBe('3 times a week, weeks start on Sunday.');
    expect(say(PAGES, aWeek(1), 6)).toBe('At least 40 pages in a week, weeks start on Saturday.');
  });

  it('writes numbers and dates as the locale does', () => {
    const long: HabitKind = { type: 'amount', unit: 'steps', target: 12_500.5, direction: 'at-least' };
    expect(say(long, DAILY)).toBe('At least 12,500.5 steps every day.');
    expect(say(TICK, everyDays(2), 1, 'en-US')).toBe('Every other day, counted from January 4, 2026.');
    expect(say(TICK, on(1, 3, 5), 1, 'en-US')).toBe('Every Monday, Wednesday, and Friday.');
  });

  it('does without a unit, and takes a unit as it was typed', () => {
    const bare = (unit: string): HabitKind => ({ type: 'amount', unit, target: 0, direction: 'at-most' });
    expect(say(bare(' '), DAILY)).toBe('At most 0 a day.');
    expect(say(bare("{x, select} 'quoted' <b>"), DAILY)).toBe("At most 0 {x, select} 'quoted' <b> a day.");
  });

  it('is short in a row', () => {
    const language = createEnglish('en-GB');
    const row = (schedule: Schedule, kind: HabitKind) => scheduleSentence({ schedule, kind }, language);
    expect(row(aWeek(3), TICK)).toBe('3 times a week');
    expect(row(on(6, 7), TICK)).toBe('Weekends');
    expect(row(on(1, 2, 3, 4, 5), TICK)).toBe('Every weekday');
    expect(row(on(5, 1), TICK)).toBe('Monday and Friday');
    expect(row(aWeek(1), TICK)).toBe('Once a week');
    // A name with “every day” behind it would be an intention to do it.
    expect(row(DAILY, QUIT)).toBe('No slip on any day');
    expect(row(on(5, 1), QUIT)).toBe('No slip on Monday and Friday');
    expect(row(on(1, 2, 3, 4, 5), QUIT)).toBe('No slip from Monday to Friday');
    // Of an amount it says how much: nobody does it "once".
    expect(row(DAILY, PAGES)).toBe('At least 40 pages a day');
    expect(row(on(5, 1), PAGES)).toBe('At least 40 pages a day, Monday and Friday');
    expect(row(on(1, 2, 3, 4, 5), PAGES)).toBe('At least 40 pages every weekday');
    expect(row(aWeek(1), PAGES)).toBe('At least 40 pages a week');
    expect(row(aMonth(1), MINUTES)).toBe('At least 30 minutes a month');
    expect(row(everyDays(3), PAGES)).toBe('At least 40 pages in every 3 days');
    expect(row(rolling(1, 14), COFFEES)).toBe('At most 2 coffees in any 14 days');
  });
});
