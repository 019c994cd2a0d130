import { describe, expect, it } from 'vitest';
import { changesOf, formProblems, habitFormOf, isTouched, newHabit, wordsOf } from './habit-form.ts';
import type { HabitForm, HabitWords } from './habit-form.ts';
import { clockText, minuteOf, problemOf, reminderFormsOf, remindersOf, withReminder } from './reminder-form.ts';
import { formOf, scheduleOf, scheduleTypesOf } from './schedule-form.ts';

const LOCALE = 'en-GB';
const WORDS: HabitWords = {
  name: 'Read',
  question: 'How many pages?',
  description: 'On paper.',
  kind: { type: 'amount', unit: 'pages', target: 12.5, direction: 'at-least' },
  schedule: { type: 'weekdays', days: [1, 3] },
  startDay: '2026-01-04',
  endDay: '2026-12-31',
  group: 'Mind',
  timeOfDay: 'evening',
  icon: 'book-open',
  colour: 'sky',
  reminders: [
    { minute: 425, days: [6, 7] },
    { minute: 1260, days: [1, 2, 3, 4, 5] },
  ],
};

const form = (part: Partial<HabitForm> = {}): HabitForm => ({ ...habitFormOf(WORDS, LOCALE), ...part });
const fieldsOf = (given: HabitForm): readonly string[] => formProblems(given, LOCALE).map(({ field }) => field);

describe('the form of a habit', () => {
  it.each(['en-GB', 'de-AT'])('says what it was made of, in %s', (locale) => {
    const made = habitFormOf(WORDS, locale);
    expect(wordsOf(made, locale)).toEqual(WORDS);
    expect(made.amount.target).toBe(locale === 'de-AT' ? '12,5' : '12.5');
    const plain = { ...newHabit('2026-11-22'), name: 'Stretch' };
    expect(wordsOf(habitFormOf(plain, locale), locale)).toEqual(plain);
  });

  it('names what must be put right, in the order of the fields', () => {
    expect(fieldsOf(form())).toEqual([]);
    const wrong = form({ name: ' ', amount: { target: 'x', unit: '', direction: 'at-least' }, startDay: '' });
    expect(fieldsOf({ ...wrong, schedule: { ...wrong.schedule, weekdays: [] } })).toEqual([
      'name',
      'target',
      'weekdays',
      'startDay',
    ]);
    expect(fieldsOf(form({ endDay: '2026-01-03' }))).toEqual(['endDay']);
    expect(fieldsOf(form({ endDay: '2026-01-04' }))).toEqual([]);
    expect(wordsOf(form({ name: '' }), LOCALE)).toBeNull();
  });

  it('takes a limit of nothing, and no target of nothing', () => {
    const target = (text: string, direction: 'at-least' | 'at-most'): readonly string[] =>
      fieldsOf(form({ amount: { target: text, unit: '', direction } }));
    expect(target('0', 'at-most')).toEqual([]);
    expect(target('0', 'at-least')).toEqual(['target']);
    expect(target('0.001', 'at-least')).toEqual([]);
    expect(target('0.0001', 'at-least')).toEqual(['target']);
    expect(target('1000000000', 'at-least')).toEqual([]);
    expect(target('1000000001', 'at-least')).toEqual(['target']);
    expect(fieldsOf(form({ kind: 'minutes', minutes: { target: '1000001', direction: 'at-least' } }))).toEqual([
      'target',
    ]);
  });

  it('asks for no target where the kind has none', () => {
    const none = { target: '', unit: '', direction: 'at-least' } as const;
    expect(fieldsOf(form({ kind: 'quit', amount: none }))).toEqual([]);
    expect(wordsOf(form({ kind: 'yes-no', amount: none }), LOCALE)?.kind).toEqual({ type: 'yes-no' });
  });

  it('writes only what is different', () => {
    const before = form();
    expect(changesOf(before, before, LOCALE)).toEqual({});
    expect(changesOf(form({ name: ' Read ' }), before, LOCALE)).toEqual({});
    expect(changesOf(form({ name: 'Read more', endDay: '' }), before, LOCALE)).toEqual({
      name: 'Read more',
      endDay: null,
    });
    expect(isTouched(before, before)).toBe(false);
    expect(isTouched(form({ group: '' }), before)).toBe(true);
  });

  it('leaves an imported number of times of an amount as it is', () => {
    const imported: HabitWords = { ...WORDS, schedule: { type: 'times-a-week', times: 3 } };
    const before = habitFormOf(imported, LOCALE);
    expect(changesOf({ ...before, name: 'Read more' }, before, LOCALE)).toEqual({ name: 'Read more' });
  });
});

describe('the schedule of a kind', () => {
  it('has one sum over the period where amounts are summed up', () => {
    expect(scheduleOf(formOf({ type: 'times-a-week', times: 3 }), 'amount')).toEqual({
      type: 'times-a-week',
      times: 1,
    });
    expect(scheduleOf(formOf({ type: 'times-a-month', times: 9 }), 'minutes')).toEqual({
      type: 'times-a-month',
      times: 1,
    });
    expect(scheduleOf(formOf({ type: 'rolling', times: 3, days: 9 }), 'amount')).toEqual({
      type: 'rolling',
      times: 1,
      days: 9,
    });
    expect(
      scheduleOf({ ...formOf({ type: 'times-a-week', times: 3 }), timesAWeek: Number.NaN }, 'amount'),
    ).not.toBeNull();
  });

  it('is every day or chosen weekdays for what is to be quit', () => {
    expect(scheduleTypesOf('quit')).toEqual(['daily', 'weekdays']);
    expect(scheduleOf(formOf({ type: 'rolling', times: 3, days: 9 }), 'quit')).toEqual({ type: 'daily' });
    expect(scheduleOf(formOf({ type: 'weekdays', days: [5, 1] }), 'quit')).toEqual({ type: 'weekdays', days: [1, 5] });
  });
});

describe('reminders in the form', () => {
  it('stand in the order of the day, and are written so', () => {
    const forms = reminderFormsOf([
      { minute: 1260, days: [1] },
      { minute: 5, days: [7, 6] },
    ]);
    expect(forms.map(({ time }) => time)).toEqual(['00:05', '21:00']);
    const [first, second] = forms;
    const changed = [{ ...first!, time: '23:59' }, second!];
    expect(remindersOf(changed)).toEqual([
      { minute: 1260, days: [1] },
      { minute: 1439, days: [6, 7] },
    ]);
  });

  it('are begun at a free time that suits the time of day', () => {
    const one = withReminder([], 'morning', []);
    const two = withReminder(one, 'morning', [1, 2]);
    expect(two.map(({ key, time, days }) => [key, time, days])).toEqual([
      [0, '08:00', [1, 2, 3, 4, 5, 6, 7]],
      [1, '09:00', [1, 2]],
    ]);
    // A key is not used twice, whatever was removed.
    expect(withReminder(two.slice(1), 'any', []).map(({ key, time }) => [key, time])).toEqual([
      [1, '09:00'],
      [2, '10:00'],
    ]);
    expect(withReminder(one, 'evening', []).at(-1)?.time).toBe('20:00');
  });

  it('are refused at a time that is taken, without a time, and without a day', () => {
    const [first, second] = withReminder(withReminder([], 'any', []), 'any', []);
    const list = [first!, { ...second!, time: first!.time }];
    expect(list.map((each) => problemOf(each, list)?.field)).toEqual([undefined, 'reminder-again']);
    const empty = [
      { ...first!, time: '' },
      { ...second!, days: [] },
    ];
    expect(empty.map((each) => problemOf(each, empty)?.field)).toEqual(['reminder-time', 'reminder-days']);
  });

  it('read and write the hours of the day', () => {
    for (let minute = 0; minute < 1440; minute += 1) expect(minuteOf(clockText(minute))).toBe(minute);
    for (const wrong of ['', '24:00', '7:05', '07:60', '07:05:00']) expect(minuteOf(wrong)).toBeNull();
  });
});
