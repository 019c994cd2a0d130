import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HabitKind, Schedule } from '../contract/habits.ts';
import { addDays, dayOf } from './day.ts';
import type { CheckIn } from './habit-day.ts';
import { HabitHistory } from './habit-history.ts';
import { checkInsOf, historyOf, MONDAY } from './testing/habit-examples.ts';

const DONE: CheckIn = { mark: 'done', amount: null };
const TODAY = '2026-11-22';
const KINDS: HabitKind[] = [
  { type: 'yes-no' },
  { type: 'quit' },
  { type: 'amount', unit: '', target: 2, direction: 'at-least' },
  { type: 'minutes', target: 2, direction: 'at-most' },
];
const SCHEDULES: Schedule[] = [
  { type: 'daily' },
  { type: 'weekdays', days: [2, 4] },
  { type: 'times-a-week', times: 2 },
  { type: 'times-a-month', times: 5 },
  { type: 'every-n-days', days: 9 },
  { type: 'rolling', times: 3, days: 30 },
];

/** Asks for everything. */
function askAll(history: HabitHistory, today: string): void {
  history.streaks(today);
  history.strengthOn(today);
  history.tally(history.firstDay, today, today);
  history.weekdays(history.firstDay, today, today);
  for (const grouping of ['week', 'month', 'quarter', 'year'] as const) history.buckets(grouping, today);
  history.states(today, today, today);
  history.period(today, today);
  history.targets(today);
}

describe('HabitHistory', () => {
  it('knows its first day: the start, or an earlier check-in', () => {
    expect(historyOf('..d').firstDay).toBe(MONDAY);
    expect(
      new HabitHistory(
        { kind: { type: 'yes-no' }, schedule: { type: 'daily' }, startDay: TODAY, lastDay: null, weekStart: 1 },
        checkInsOf('.d'),
        [],
      ).firstDay,
    ).toBe('2024-01-02');
  });

  it('takes the last of two check-ins of one day', () => {
    const twice = [...checkInsOf('m'), ...checkInsOf('d')];
    const history = new HabitHistory(
      { kind: { type: 'yes-no' }, schedule: { type: 'daily' }, startDay: MONDAY, lastDay: null, weekStart: 1 },
      twice,
      [],
    );
    expect(history.states(MONDAY, MONDAY, TODAY)).toEqual(['done']);
  });

  it('says a state a day, in order, from anywhere to anywhere', () => {
    expect(
      historyOf('dms.', {}, [{ from: '2024-01-05', to: '2024-01-05' }]).states(
        '2023-12-31',
        '2024-01-08',
        '2024-01-07',
      ),
    ).toEqual(['not-due', 'done', 'missed', 'skipped', 'open', 'paused', 'open', 'open', 'future']);
    expect(historyOf('d').states('2024-01-02', '2024-01-01', TODAY)).toEqual([]);
  });

  it('takes amounts of a period together, and forgets none behind a change before', () => {
    const history = historyOf('2.2', {
      kind: { type: 'amount', unit: '', target: 4, direction: 'at-least' },
      schedule: { type: 'times-a-week', times: 1 },
    });
    expect(history.states(MONDAY, '2024-01-03', TODAY)).toEqual(['partly', 'not-due', 'done']);
    history.setCheckIn(MONDAY, { mark: 'done', amount: 1 });
    expect(history.states(MONDAY, '2024-01-03', TODAY)).toEqual(['partly', 'not-due', 'partly']);
    expect(history.on('2024-01-03', TODAY)).toEqual({ state: 'partly', earlier: 1 });
  });

  it('gives the same streak as the same object while nothing in it changes', () => {
    const history = historyOf('dd.dd');
    const [first] = history.streaks('2024-01-05').all;
    history.setCheckIn('2024-01-06', DONE);
    const after = history.streaks('2024-01-06').all;
    expect(after[0]).toBe(first);
    expect(after[1]?.length).toBe(3);
  });
});

/** A wrong clock, a broken import. */
describe('days far away', () => {
  it('cost no more than some hundred years, whatever they are, and count for nothing but themselves', () => {
    for (const kind of KINDS) {
      for (const schedule of SCHEDULES) {
        const rules = { kind, schedule, startDay: addDays(TODAY, -30), lastDay: null, weekStart: 1 };
        const logged: [string, CheckIn][] = [[addDays(TODAY, -3), { mark: 'done', amount: 1 }]];
        const plain = new HabitHistory(rules, logged, []);
        const strays: [string, CheckIn][] = [
          ['0001-01-01', DONE],
          ['1899-12-31', DONE],
          ['2200-01-01', DONE],
          ['9999-12-31', DONE],
        ];
        const history = new HabitHistory(rules, [...strays, ...logged], []);
        history.setCheckIn('0004-02-29', { mark: 'skipped', amount: null });
        askAll(history, TODAY);
        expect(history.firstDay).toBe(plain.firstDay);
        expect(history.streaks(TODAY)).toEqual(plain.streaks(TODAY));
        expect(history.strengthOn(TODAY)).toBe(plain.strengthOn(TODAY));
        expect(history.tally('0001-01-01', '9999-12-31', TODAY)).toEqual(
          plain.tally('0001-01-01', '9999-12-31', TODAY),
        );
        expect(history.states('0001-01-01', '0001-01-02', TODAY)).toEqual(['done', 'not-due']);
        expect(history.on('9999-12-31', TODAY).state).toBe('done');
        expect(history.on('0004-02-29', TODAY).state).toBe('skipped');
        history.setCheckIn('0004-02-29', null);
        expect(history.on('0004-02-29', TODAY).state).toBe('not-due');
      }
    }
  });

  it('may be the first, the last, the present and the asked one', () => {
    for (const kind of KINDS) {
      for (const schedule of SCHEDULES.slice(3)) {
        const ancient = new HabitHistory(
          { kind, schedule, startDay: '0000-01-01', lastDay: null, weekStart: 7 },
          [['1900-01-01', DONE]],
          [{ from: '0000-01-01', to: null }],
        );
        expect(ancient.firstDay).toBe('1900-01-01');
        askAll(ancient, TODAY);
        const wrong = new HabitHistory(
          { kind, schedule, startDay: '9999-12-31', lastDay: '9999-12-31', weekStart: 7 },
          [],
          [],
        );
        expect(wrong.firstDay).toBe('9999-12-31');
        askAll(wrong, TODAY);
        askAll(wrong, '9999-12-31');
        wrong.setCheckIn('2026-11-20', DONE);
        expect(wrong.firstDay).toBe('2026-11-20');
        askAll(wrong, TODAY);
        wrong.setCheckIn('2026-11-20', null);
        expect(wrong.firstDay).toBe('9999-12-31');
        const over = new HabitHistory(
          { kind, schedule, startDay: MONDAY, lastDay: '0000-01-01', weekStart: 7 },
          [[MONDAY, DONE]],
          [],
        );
        askAll(over, TODAY);
        expect(over.streaks(TODAY)).toEqual({ all: [], current: null });
      }
    }
  });

  it('count to the last day that is reckoned with, and not behind it', () => {
    const rules = {
      kind: { type: 'yes-no' as const },
      schedule: { type: 'daily' as const },
      startDay: MONDAY,
      lastDay: null,
      weekStart: 7,
    };
    const history = new HabitHistory(
      rules,
      [
        [MONDAY, DONE],
        ['2199-12-31', DONE],
      ],
      [],
    );
    for (const today of ['0000-01-01', '2199-12-31', '9999-12-31']) askAll(history, today);
    expect(history.strengthOn('9999-12-31')).toBe(history.strengthOn('2199-12-31'));
    expect(history.streaks('2199-12-31').current?.length).toBe(1);
    expect(history.streaks('9999-12-31').current).toBeNull();
    expect(history.buckets('year', '9999-12-31').at(-1)?.to).toBe('2199-12-31');
  });
});

describe('time zones', () => {
  const zones = fc.constantFrom(
    'Europe/Vienna',
    'America/New_York',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'America/Sao_Paulo',
    'Pacific/Kiritimati',
  );
  const from = Date.parse('2011-12-01T00:00:00Z');

  it('make the days, and nothing else: check-ins of moments count as their days do, wherever they were made and wherever they are read', () => {
    const moments = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 * 24 * 60 }), zones), { maxLength: 40 });
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 719 }), (made, dayEndsAt) => {
        const days = made.map(([minutes, zone]) => dayOf(from + minutes * 60_000, zone, dayEndsAt));
        const rules = {
          kind: { type: 'yes-no' as const },
          schedule: { type: 'daily' as const },
          startDay: '2011-11-20',
          lastDay: null,
          weekStart: 1,
        };
        const history = new HabitHistory(
          rules,
          days.map((day) => [day, DONE] as const),
          [],
        );
        const written = new Set(days);
        const tally = history.tally('2011-11-20', '2012-02-28', '2012-02-28');
        expect(tally.done).toBe(written.size);
        expect(history.streaks('2012-02-28').all.reduce((sum, { length }) => sum + length, 0)).toBe(written.size);
      }),
      { numRuns: 60 },
    );
  });

  it('leave the day that Samoa went over open there, to be skipped or paused like any other', () => {
    const rules = {
      kind: { type: 'yes-no' as const },
      schedule: { type: 'daily' as const },
      startDay: '2011-12-28',
      lastDay: null,
      weekStart: 1,
    };
    const moments = ['2011-12-28T20:00:00Z', '2011-12-29T20:00:00Z', '2011-12-30T20:00:00Z'].map((iso) =>
      Date.parse(iso),
    );
    const days = moments.map((moment) => dayOf(moment, 'Pacific/Apia'));
    expect(days).toEqual(['2011-12-28', '2011-12-29', '2011-12-31']);
    const history = new HabitHistory(
      rules,
      days.map((day) => [day, DONE] as const),
      [],
    );
    expect(history.states('2011-12-28', '2011-12-31', '2011-12-31')).toEqual(['done', 'done', 'open', 'done']);
    history.setCheckIn('2011-12-30', { mark: 'skipped', amount: null });
    expect(history.streaks('2011-12-31').current?.length).toBe(3);
  });
});
