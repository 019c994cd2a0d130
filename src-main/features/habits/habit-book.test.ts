import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { habitsContract, type HabitKind, type Schedule } from '../../../src-shared/contract/habits.ts';
import { addDays } from '../../../src-shared/domain/day.ts';
import { STATE_SIGNS } from '../../../src-shared/domain/habit-day.ts';
import { value } from '../../testing/test-app.ts';
import { idFromText } from '../../vault/record-id.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { checkInChange } from './records.ts';
import { habitDraft, habitsOf } from './testing.ts';

const DAY = '2026-11-22';

let test: TestVault;
let habits: ReturnType<typeof habitsOf>;

beforeEach(async () => {
  // A Sunday.
  test = await openTestVault('2026-11-22T08:14:00Z');
  habits = habitsOf(test.vault);
});
afterEach(() => test.remove());

async function create(words: Partial<Parameters<typeof habitDraft>[0]> = {}): Promise<string> {
  const id = randomUUID();
  value(await habits['habits.create'](habitDraft({ id, name: 'Stretch', startDay: '2026-10-01', ...words })));
  return id;
}

const strengthOf = async (id: string): Promise<number> =>
  value(await habits['habits.summary']({ id, day: DAY })).strength.now;

const done = async (id: string, day: string): Promise<unknown> =>
  habits['habits.check-in']({ habitId: id, day, mark: { type: 'done' } });

describe('the numbers of a habit', () => {
  it('follow twenty days of check-ins as Loop counts them', async () => {
    const id = await create({ startDay: '2026-11-03' });
    for (let before = 0; before < 20; before += 1) await done(id, addDays(DAY, -before));
    expect(Math.abs((await strengthOf(id)) - 0.655747)).toBeLessThan(1e-6);
    const { standings } = value(await habits['habits.standings']({ day: DAY }));
    expect(standings).toEqual([
      {
        habitId: id,
        strength: await strengthOf(id),
        unit: 'day',
        streak: { from: '2026-11-03', to: DAY, length: 20 },
      },
    ]);
  });

  it('are the same after a restart, and after check-ins that came past this page', async () => {
    const id = await create();
    await done(id, DAY);
    const before = await strengthOf(id);
    // From another device, or an import: nothing of this went through the book.
    await test.vault.commit(
      ['2026-11-20', '2026-11-21'].map((day) =>
        checkInChange(test.vault, idFromText(id), day, { mark: 'done', amount: null, note: null }),
      ),
    );
    const after = await strengthOf(id);
    expect(after).toBeGreaterThan(before);
    habits = habitsOf(await test.reopen());
    expect(await strengthOf(id)).toBe(after);
  });

  it('of one that is kept in memory are those of one that is read anew, whatever happens to it', async () => {
    const kinds: HabitKind[] = [
      { type: 'yes-no' },
      { type: 'amount', unit: 'km', target: 10, direction: 'at-least' },
      { type: 'quit' },
    ];
    const schedules: Schedule[] = [
      { type: 'daily' },
      { type: 'times-a-week', times: 3 },
      { type: 'times-a-month', times: 5 },
      { type: 'rolling', times: 2, days: 9 },
      { type: 'every-n-days', days: 4 },
    ];
    const step = fc.oneof(
      fc.record({
        type: fc.constant('check-in' as const),
        before: fc.integer({ min: -1, max: 60 }),
        mark: fc.constantFrom(
          { type: 'done' } as const,
          { type: 'done', amount: 4 } as const,
          { type: 'skipped' } as const,
          { type: 'missed' } as const,
          { type: 'clear' } as const,
        ),
      }),
      fc.record({
        type: fc.constant('pause' as const),
        before: fc.integer({ min: 0, max: 60 }),
        days: fc.integer({ min: 0, max: 9 }),
        all: fc.boolean(),
      }),
      fc.record({ type: fc.constant('schedule' as const), schedule: fc.constantFrom(...schedules) }),
      fc.record({ type: fc.constant('week' as const), weekStart: fc.integer({ min: 1, max: 7 }) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds),
        fc.constantFrom(...schedules),
        fc.array(step, { minLength: 1, maxLength: 12 }),
        async (kind, schedule, steps) => {
          const id = await create({ kind, schedule });
          for (const each of steps) {
            if (each.type === 'check-in') {
              value(await habits['habits.check-in']({ habitId: id, day: addDays(DAY, -each.before), mark: each.mark }));
            } else if (each.type === 'pause') {
              const to = addDays(DAY, -each.before);
              const from = addDays(to, -each.days);
              const pause = { id: randomUUID(), habitId: each.all ? null : id, from, to, reason: '' };
              value(await habits['habits.write-pause'](pause));
            } else if (each.type === 'schedule') {
              value(await habits['habits.change']({ id, schedule: each.schedule }));
            } else {
              await habits.preferences.change({ weekStart: each.weekStart });
            }
            const fresh = habitsOf(test.vault);
            expect(await habits['habits.summary']({ id, day: DAY })).toEqual(
              await fresh['habits.summary']({ id, day: DAY }),
            );
            const week = value(await habits['habits.overview']({ day: DAY })).habits.find((row) => row.habit.id === id);
            // A book that has read nothing yet answers from the last days alone.
            expect(week).toEqual(
              value(await habitsOf(test.vault)['habits.overview']({ day: DAY })).habits.find(
                (row) => row.habit.id === id,
              ),
            );
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('a pause', () => {
  it('of one habit, or of all, excuses its days, and is taken back as a whole', async () => {
    const [stretch, read] = [await create(), await create({ name: 'Read' })];
    const states = async (): Promise<string[][]> =>
      value(await habits['habits.overview']({ day: DAY })).habits.map(({ week }) => week.map(({ state }) => state));
    const open = Array<string>(7).fill('open');
    expect(await states()).toEqual([open, open]);
    const pause = { id: randomUUID(), habitId: stretch, from: '2026-11-18', to: '2026-11-20', reason: 'Flu' };
    value(await habits['habits.write-pause'](pause));
    const paused = ['open', 'open', 'paused', 'paused', 'paused', 'open', 'open'];
    expect(await states()).toEqual([paused, open]);
    value(await habits['habits.write-pause']({ ...pause, habitId: null, to: null }));
    const all = ['open', 'open', ...Array<string>(5).fill('paused')];
    expect(await states()).toEqual([all, all]);
    expect(value(await habits['habits.pauses']({})).pauses).toEqual([{ ...pause, habitId: null, to: null }]);
    value(await habits['habits.remove-pause']({ id: pause.id }));
    value(await habits['habits.remove-pause']({ id: pause.id }));
    expect(await states()).toEqual([open, open]);
    expect(value(await habits['habits.summary']({ id: read, day: DAY })).pauses).toEqual([]);
  });

  it('does not end before it begins, nor is it of a habit that is none', async () => {
    const pause = { id: randomUUID(), habitId: null, from: DAY, to: '2026-11-21', reason: '' };
    await expect(habits['habits.write-pause'](pause)).rejects.toMatchObject({ error: { code: 'invalid-input' } });
    await expect(habits['habits.write-pause']({ ...pause, habitId: randomUUID(), to: null })).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe('the day', () => {
  it('ends when the person says', async () => {
    const id = await create();
    // Half past two at night in Vienna.
    test.clock.millis = Date.parse('2026-11-23T01:30:00Z');
    expect(await habits.book.today()).toBe('2026-11-23');
    await habits.preferences.change({ dayEndsAt: 180 });
    expect(await habits.book.today()).toBe('2026-11-22');
    const [row] = value(await habits['habits.overview']({ day: '2026-11-22' })).habits;
    expect(row?.week.at(-1)).toMatchObject({ day: '2026-11-22', state: 'open' });
    await done(id, '2026-11-22');
    // And in another place, with another end of the day, the check-in stays where it is.
    test.clock.zoneName = 'Pacific/Auckland';
    await habits.preferences.change({ dayEndsAt: 0 });
    expect(await habits.book.today()).toBe('2026-11-23');
    const { days } = value(await habits['habits.days']({ id, from: '2026-11-21', to: '2026-11-23' }));
    expect(days.map(({ state }) => state)).toEqual(['open', 'done', 'open']);
  });
});

describe('amounts', () => {
  it('of a week: a tick fills what is missing, and the days before it count', async () => {
    const kind = { type: 'amount', unit: 'km', target: 10, direction: 'at-least' } as const;
    const id = await create({ kind, schedule: { type: 'times-a-week', times: 1 } });
    const marked = async (day: string, amount?: number) =>
      value(
        await habits['habits.check-in']({
          habitId: id,
          day,
          mark: amount === undefined ? { type: 'done' } : { type: 'done', amount },
        }),
      );
    // The Sunday before belongs to another week.
    await marked('2026-11-15', 9);
    expect(await marked('2026-11-17', 4)).toMatchObject({ state: 'partly', earlier: 0 });
    expect(await marked('2026-11-19')).toMatchObject({ state: 'done', amount: 6, earlier: 4 });
    const [row] = value(await habits['habits.overview']({ day: DAY })).habits;
    expect(row?.period).toEqual({ from: '2026-11-16', to: DAY, reached: 10, need: 10 });
    // Nothing is missing any more: the tick says that something was done, and adds nothing that was not.
    expect(await marked('2026-11-21')).toMatchObject({ state: 'done', amount: 0 });
    await marked('2026-11-09', 0.7);
    await marked('2026-11-10', 8.2);
    expect(await marked('2026-11-11')).toMatchObject({ amount: 1.1 });
  });

  it('at most: a tick says that it was kept, not how much it was', async () => {
    const kind = { type: 'amount', unit: 'coffees', target: 2, direction: 'at-most' } as const;
    const id = await create({ kind });
    expect(value(await habits['habits.check-in']({ habitId: id, day: DAY, mark: { type: 'done' } }))).toMatchObject({
      state: 'done',
      amount: null,
    });
    expect(
      value(await habits['habits.check-in']({ habitId: id, day: DAY, mark: { type: 'done', amount: 3 } })),
    ).toMatchObject({ state: 'missed', amount: 3 });
  });
});

describe('a day in the middle of its period', () => {
  const kept = async (day: string): Promise<unknown> => {
    value(await habits['habits.standings']({ day: DAY }));
    return value(await habits['habits.overview']({ day })).habits;
  };
  const fresh = async (day: string): Promise<unknown> =>
    value(await habitsOf(test.vault)['habits.overview']({ day })).habits;

  it.each([
    ['with skips that are logged ahead', '2026-10-01', ['2026-11-20', '2026-11-21', '2026-11-22'], '2026-11-18'],
    ['in the week that it began in, with an older check-in', '2026-11-18', ['2026-10-01'], '2026-11-19'],
    ['before it begins, with an older check-in', '2026-12-01', ['2026-10-01'], '2026-11-19'],
  ])('is the same whether the history is known or not: %s', async (_name, startDay, skipped, day) => {
    const id = await create({ startDay, schedule: { type: 'times-a-week', times: 7 } });
    for (const each of skipped) {
      value(await habits['habits.check-in']({ habitId: id, day: each, mark: { type: 'skipped' } }));
    }
    expect(await fresh(day)).toEqual(await kept(day));
  });

  it.each([
    ['a month', { type: 'times-a-month', times: 9 }],
    ['a window', { type: 'every-n-days', days: 40 }],
    ['any window', { type: 'rolling', times: 9, days: 60 }],
  ] as const)('holds what %s held before', async (_name, schedule) => {
    const kind = { type: 'amount', unit: 'km', target: 100, direction: 'at-least' } as const;
    const id = await create({ kind, schedule, startDay: '2026-11-01' });
    value(await habits['habits.check-in']({ habitId: id, day: '2026-11-02', mark: { type: 'done', amount: 7 } }));
    expect(await fresh(DAY)).toEqual(await kept(DAY));
    expect(await fresh(DAY)).toMatchObject([{ period: { reached: 7 } }]);
  });
});

describe('a check-in that fails behind its commit', () => {
  it('leaves no history that knows nothing of it', async () => {
    const id = await create();
    const before = await strengthOf(id);
    const change = checkInChange(test.vault, idFromText(id), DAY, { mark: 'done' });
    const failing = habits.book.checkedIn(
      id,
      DAY,
      () => test.vault.commit([change]),
      () => Promise.reject(new Error('unreadable')),
    );
    await expect(failing).rejects.toThrow('unreadable');
    expect(await strengthOf(id)).toBeGreaterThan(before);
  });
});

describe('records of another version', () => {
  it('are cut where they are too long, and answered', async () => {
    const long = 'x'.repeat(6000);
    const fields = {
      ...habitDraft({ id: randomUUID(), name: long, startDay: '2026-01-01' }),
      question: long,
      group: long,
    };
    await test.vault.commit([
      {
        id: idFromText(randomUUID()),
        type: 'habit',
        fields: { ...fields, icon: long, description: long, position: 0 },
      },
      { id: idFromText(randomUUID()), type: 'pause', fields: { habit: null, from: DAY, to: null, reason: long } },
    ]);
    const { output } = habitsContract['habits.list'];
    expect(output.parse(value(await habits['habits.list']({}))).habits).toHaveLength(1);
    expect(habitsContract['habits.pauses'].output.parse(value(await habits['habits.pauses']({}))).pauses).toHaveLength(
      1,
    );
  });

  it('with a mark that nobody knows here are no check-ins, before a rebuild and behind it', async () => {
    const id = await create();
    await done(id, DAY);
    const { id: record } = checkInChange(test.vault, idFromText(id), DAY, {});
    await test.vault.commit([{ id: record, type: 'check-in', fields: { logged: { mark: 'half', amount: null } } }]);
    const shown = async () => value(await habits['habits.days']({ id, from: DAY, to: DAY })).days;
    const before = await shown();
    await test.vault.rebuildProjections();
    expect(await shown()).toEqual(before);
    expect(before).toMatchObject([{ mark: null }]);
  });

  it('keep their place: a pause takes no habit’s', async () => {
    const id = await create();
    await expect(
      habits['habits.write-pause']({ id, habitId: null, from: DAY, to: DAY, reason: '' }),
    ).rejects.toMatchObject({ error: { code: 'invalid-input' } });
  });
});

describe('a grid', () => {
  it('has a sign a day, with amounts and notes where they are', async () => {
    const kind = { type: 'amount', unit: 'pages', target: 40, direction: 'at-least' } as const;
    const id = await create({ kind });
    value(await habits['habits.check-in']({ habitId: id, day: '2026-11-20', mark: { type: 'done', amount: 25 } }));
    value(await habits['habits.check-in']({ habitId: id, day: '2026-11-21', note: 'Tired' }));
    const { habits: rows } = value(
      await habits['habits.grid']({ from: '2026-11-20', to: '2026-11-23', archived: false }),
    );
    expect(rows).toMatchObject([{ states: 'poof', amounts: [[0, 25]], notes: [1] }]);
    expect(value(await habits['habits.notes']({ id })).notes).toEqual([{ day: '2026-11-21', note: 'Tired' }]);
    value(await habits['habits.check-in']({ habitId: id, day: '2026-11-21', note: null }));
    expect(value(await habits['habits.notes']({ id })).notes).toEqual([]);
  });

  it('of too many days is refused', async () => {
    await expect(habits['habits.grid']({ from: '2020-01-01', to: DAY, archived: false })).rejects.toMatchObject({
      error: { code: 'invalid-input' },
    });
  });
});

describe('habits', () => {
  it('stand in the order they are given, those that are not named behind', async () => {
    const ids = [await create({ name: 'A' }), await create({ name: 'B' }), await create({ name: 'C' })];
    const names = async (): Promise<string[]> => value(await habits['habits.list']({})).habits.map(({ name }) => name);
    value(await habits['habits.arrange']({ ids: [ids[2]!, ids[0]!] }));
    expect(await names()).toEqual(['C', 'A', 'B']);
  });

  it('go to the trash with their check-ins, and come back with them', async () => {
    const id = await create();
    await done(id, DAY);
    const before = await strengthOf(id);
    value(await habits['habits.remove']({ id }));
    expect(value(await habits['habits.list']({})).habits).toEqual([]);
    expect(value(await habits['habits.removed']({})).habits).toMatchObject([{ id, name: 'Stretch' }]);
    await expect(habits['habits.summary']({ id, day: DAY })).rejects.toMatchObject({ error: { code: 'not-found' } });
    value(await habits['habits.restore']({ id }));
    expect(await strengthOf(id)).toBe(before);
    await test.vault.erase([idFromText(id)]);
    expect(value(await habits['habits.removed']({})).habits).toEqual([]);
    expect(value(await habits['habits.list']({})).habits).toEqual([]);
  });

  it('count no further than the day they went into the archive, and on when they leave it', async () => {
    const id = await create();
    await done(id, DAY);
    const strength = await strengthOf(id);
    expect(value(await habits['habits.change']({ id, archived: true }))).toMatchObject({ archivedOn: DAY });
    const later = async (): Promise<number> =>
      value(await habits['habits.summary']({ id, day: '2026-12-24' })).strength.now;
    expect(await later()).toBeCloseTo(strength, 9);
    expect(value(await habits['habits.change']({ id, archived: false }))).toMatchObject({ archivedOn: null });
    expect(await later()).toBeLessThan(strength);

    // Pressed by mistake, a hundred days later, and put back.
    value(await habits['habits.change']({ id, archived: true }));
    test.clock.advance(100 * 86_400_000);
    value(await habits['habits.change']({ id, archived: false }));
    expect(value(await habits['habits.change']({ id, archived: true }))).toMatchObject({ archivedOn: DAY });
    value(await habits['habits.change']({ id, archived: false }));
    await done(id, '2027-01-01');
    expect(value(await habits['habits.change']({ id, archived: true })).archivedOn).toBe('2027-03-02');
  });

  it.each([
    ['by its last day', { endDay: '2026-11-20' }],
    ['in the archive', { archived: true }],
  ])('whose last day passed with nothing logged owe that day like any other: over %s', async (_name, words) => {
    const id = await create({ startDay: '2026-11-01' });
    const last = 'endDay' in words ? words.endDay : DAY;
    for (let day = '2026-11-01'; day < last; day = addDays(day, 1)) await done(id, day);
    value(await habits['habits.change']({ id, ...words }));
    const counted = async (): Promise<number[]> => {
      const { year, total, weekdays } = value(await habits['habits.summary']({ id, day: last }));
      const { buckets } = value(await habits['habits.history']({ id, grouping: 'month', to: last }));
      return [year.due, total.due, weekdays.reduce((sum, { due }) => sum + due, 0), buckets[0]!.due];
    };
    const days = Number(last.slice(8));
    const current = async (): Promise<number | undefined> =>
      value(await habits['habits.summary']({ id, day: last })).current?.length;
    // Of the one whose last day is the present one nothing is owed yet.
    expect((await counted())[0]).toBe(last === DAY ? days - 1 : days);
    expect(await current()).toBe(last === DAY ? days - 1 : undefined);
    test.clock.advance(86_400_000);
    expect(await counted()).toEqual([days, days, days, days]);
    const { states } = value(await habits['habits.grid']({ from: last, to: last, archived: last === DAY })).habits[0]!;
    expect(states).toBe(STATE_SIGNS.open);
    // It broke the streak that would have run to the end.
    expect(await current()).toBeUndefined();
    await done(id, last);
    expect(await current()).toBe(days);
  });

  it('of an earlier version have all the fields of this one', async () => {
    const id = randomUUID();
    const fields = {
      name: 'Old',
      question: '',
      description: '',
      kind: { type: 'yes-no' },
      schedule: { type: 'daily' },
      startDay: '2020-01-01',
      archived: false,
      position: 0,
    };
    await test.vault.commit([{ id: idFromText(id), type: 'habit', fields }]);
    expect(value(await habits['habits.list']({})).habits).toEqual([
      { ...habitDraft({ id, name: 'Old', startDay: '2020-01-01' }), archived: false, archivedOn: null, position: 0 },
    ]);
  });
});
