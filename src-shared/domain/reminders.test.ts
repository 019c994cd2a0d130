import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, dayStart } from './day.ts';
import {
  dueReminders,
  isStillDue,
  nextReminder,
  prunedKeys,
  reminderInstant,
  ringsOn,
  silentRings,
  type ReminderPlan,
  type RingKey,
} from './reminders.ts';

const at = (iso: string): number => Date.parse(iso);
const VIENNA = 'Europe/Vienna';
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** One habit, due on every day of a month around the asked one. */
function plan(
  times: readonly string[],
  options: { days?: readonly number[]; ends?: string; not?: string } = {},
): ReminderPlan {
  const { days = EVERY_DAY, ends = '00:00', not } = options;
  return {
    dayEndsAt: minuteOf(ends),
    habits: [
      {
        habitId: 'tea',
        reminders: times.map((time) => ({ minute: minuteOf(time), days: [...days] })),
        days: Array.from({ length: 400 }, (_, index) => addDays('2026-01-01', index)).filter((day) => day !== not),
      },
    ],
  };
}

/** Looks at each of these moments, and takes for rung what was due. */
class Watch {
  readonly fired = new Set<RingKey>();
  readonly rung: string[] = [];
  zone = VIENNA;
  plan: ReminderPlan;
  constructor(begin: ReminderPlan) {
    this.plan = begin;
  }
  look(iso: string): string[] {
    const due = dueReminders({ plan: this.plan, zone: this.zone, now: at(iso), fired: this.fired });
    for (const { keys } of due) for (const key of keys) this.fired.add(key);
    return due.map(({ ring }) => `${ring.day} ${String(ring.minute)}`);
  }
}

describe('a reminder’s moment', () => {
  it('belongs to the day that ends behind it', () => {
    // Monday’s half past one, where the day ends at three.
    expect(reminderInstant('2026-11-23', 90, VIENNA, 180)).toBe(at('2026-11-24T00:30:00Z'));
    expect(reminderInstant('2026-11-23', 90, VIENNA, 0)).toBe(at('2026-11-23T00:30:00Z'));
    expect(reminderInstant('2026-11-23', 180, VIENNA, 180)).toBe(at('2026-11-23T02:00:00Z'));
  });

  it('lies behind a jump of the clocks, and in the first of two equal hours', () => {
    expect(reminderInstant('2026-03-29', 150, VIENNA, 0)).toBe(at('2026-03-29T01:30:00Z'));
    expect(reminderInstant('2026-10-25', 150, VIENNA, 0)).toBe(at('2026-10-25T00:30:00Z'));
    // Half an hour: 02:00 is followed by 02:30.
    expect(reminderInstant('2026-10-04', 125, 'Australia/Lord_Howe', 0)).toBe(at('2026-10-03T15:35:00Z'));
  });

  it('is not pushed out of its day by a jump: it rings before it', () => {
    expect(reminderInstant('2026-03-28', 150, VIENNA, 180)).toBe(at('2026-03-29T00:30:00Z'));
  });

  it('always lies in its own day, whatever the zone, the season and the day’s end', () => {
    const days = fc.integer({ min: 0, max: 800 }).map((index) => addDays('2026-01-01', index));
    const changes = fc.constantFrom('2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2026-03-07', '2026-03-08');
    const more = fc.constantFrom('2026-10-31', '2026-11-01', '2026-04-04', '2026-04-05', '2026-10-03', '2026-10-04');
    const zones = fc.constantFrom(VIENNA, 'America/New_York', 'Australia/Lord_Howe', 'America/Havana', 'Asia/Beirut');
    const minutes = fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 240 }));
    const ends = fc.oneof(fc.integer({ min: 0, max: 719 }), fc.integer({ min: 0, max: 240 }));
    fc.assert(
      fc.property(fc.oneof(days, changes, more), minutes, zones, ends, (day, minute, zone, dayEndsAt) => {
        const instant = reminderInstant(day, minute, zone, dayEndsAt);
        expect(dayOf(instant, zone, dayEndsAt)).toBe(day);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('what is due', () => {
  it('rings once, at its minute', () => {
    const watch = new Watch(plan(['20:00']));
    expect(watch.look('2026-11-23T18:59:59Z')).toEqual([]);
    expect(watch.look('2026-11-23T19:00:00Z')).toEqual(['2026-11-23 1200']);
    expect(watch.look('2026-11-23T19:00:30Z')).toEqual([]);
    expect(watch.look('2026-11-24T19:00:00Z')).toEqual(['2026-11-24 1200']);
  });

  it('is one for each habit after sleep, and nothing of a day that is over', () => {
    const watch = new Watch(plan(['08:00', '12:00', '20:00']));
    expect(watch.look('2026-11-23T21:00:00Z')).toEqual(['2026-11-23 1200']);
    expect(watch.look('2026-11-25T06:00:00Z')).toEqual([]);
    expect(watch.look('2026-11-25T11:00:00Z')).toEqual(['2026-11-25 720']);
  });

  it('asks the weekdays of the day that it belongs to', () => {
    const watch = new Watch(plan(['01:30'], { days: [1], ends: '03:00' }));
    expect(watch.look('2026-11-23T00:30:00Z')).toEqual([]);
    // The night to Tuesday.
    expect(watch.look('2026-11-24T00:30:00Z')).toEqual(['2026-11-23 90']);
  });

  it('says nothing on a day on which the habit does not want it', () => {
    const watch = new Watch(plan(['20:00'], { not: '2026-11-23' }));
    expect(watch.look('2026-11-23T19:30:00Z')).toEqual([]);
    expect(isStillDue(watch.plan, { habitId: 'tea', date: '2026-11-23', minute: 1200 })).toBe(false);
    expect(isStillDue(watch.plan, { habitId: 'tea', date: '2026-11-24', minute: 1200 })).toBe(true);
    expect(isStillDue(watch.plan, { habitId: 'tea', date: '2026-11-24', minute: 1201 })).toBe(false);
  });

  it('takes two equal times of a habit for one', () => {
    expect(ringsOn(plan(['20:00', '20:00']), '2026-11-23', VIENNA)).toHaveLength(1);
  });
});

describe('travel and clocks that are set', () => {
  it('to the east, past a time: at once', () => {
    const watch = new Watch(plan(['20:00']));
    expect(watch.look('2026-11-23T18:50:00Z')).toEqual([]);
    watch.zone = 'Asia/Tokyo';
    // There it is 03:50 on Tuesday: Monday is over. A shorter way leaves it in the day.
    expect(watch.look('2026-11-23T18:50:00Z')).toEqual([]);
    watch.zone = 'Europe/Athens';
    expect(watch.look('2026-11-23T18:50:30Z')).toEqual(['2026-11-23 1200']);
  });

  it('to the west: not a second time', () => {
    const watch = new Watch(plan(['20:00']));
    expect(watch.look('2026-11-23T19:00:00Z')).toHaveLength(1);
    watch.zone = 'America/New_York';
    expect(watch.look('2026-11-24T01:00:00Z')).toEqual([]);
    expect(watch.look('2026-11-25T01:00:00Z')).toEqual(['2026-11-24 1200']);
  });

  it('a clock set back: not a second time; set on: at once', () => {
    const watch = new Watch(plan(['20:00']));
    expect(watch.look('2026-11-23T19:00:00Z')).toHaveLength(1);
    expect(watch.look('2026-11-23T12:00:00Z')).toEqual([]);
    expect(watch.look('2026-11-23T19:00:00Z')).toEqual([]);
    expect(watch.look('2026-11-24T20:00:00Z')).toHaveLength(1);
  });

  it('in the hour that comes twice: the first time only', () => {
    const watch = new Watch(plan(['02:30']));
    expect(watch.look('2026-10-25T00:30:00Z')).toHaveLength(1);
    expect(watch.look('2026-10-25T01:30:00Z')).toEqual([]);
  });
});

describe('a day’s end that is moved', () => {
  /** Changes the plan as the app does it: what comes with it and is past is nobody’s. */
  function change(watch: Watch, iso: string, next: ReminderPlan): void {
    const before = { plan: watch.plan, zone: watch.zone, now: at(iso), fired: watch.fired };
    for (const key of silentRings(before, next)) watch.fired.add(key);
    watch.plan = next;
  }

  it('to later, behind a ring of the small hours: that night is done, the next one rings', () => {
    const watch = new Watch(plan(['01:30']));
    expect(watch.look('2026-11-24T00:30:00Z')).toEqual(['2026-11-24 90']);
    change(watch, '2026-11-24T00:40:00Z', plan(['01:30'], { ends: '03:00' }));
    // It is Monday again. Monday’s half past one has rung, as Tuesday’s.
    expect(watch.look('2026-11-24T00:40:00Z')).toEqual([]);
    expect(watch.look('2026-11-25T00:30:00Z')).toEqual(['2026-11-24 90']);
    expect(watch.look('2026-11-26T00:30:00Z')).toEqual(['2026-11-25 90']);
  });

  it('to earlier, behind a ring of the small hours: not a second time under the new day’s name', () => {
    const watch = new Watch(plan(['01:30'], { ends: '03:00' }));
    expect(watch.look('2026-11-24T00:30:00Z')).toEqual(['2026-11-23 90']);
    change(watch, '2026-11-24T09:00:00Z', plan(['01:30']));
    expect(watch.look('2026-11-24T09:00:00Z')).toEqual([]);
    expect(watch.look('2026-11-25T00:30:00Z')).toEqual(['2026-11-25 90']);
  });

  it('to earlier, before it: it rings at its time, under the new day’s name', () => {
    const watch = new Watch(plan(['01:30'], { ends: '03:00' }));
    change(watch, '2026-11-23T23:30:00Z', plan(['01:30']));
    expect(watch.look('2026-11-24T00:29:00Z')).toEqual([]);
    expect(watch.look('2026-11-24T00:30:00Z')).toEqual(['2026-11-24 90']);
  });

  it('moves nothing that rings in the light of day', () => {
    const watch = new Watch(plan(['20:00']));
    change(watch, '2026-11-23T18:00:00Z', plan(['20:00'], { ends: '03:00' }));
    expect(watch.look('2026-11-23T19:00:00Z')).toHaveLength(1);
    change(watch, '2026-11-23T19:30:00Z', plan(['20:00'], { ends: '05:00' }));
    change(watch, '2026-11-23T23:30:00Z', plan(['20:00']));
    expect(watch.look('2026-11-23T23:31:00Z')).toEqual([]);
    expect(watch.look('2026-11-24T19:00:00Z')).toHaveLength(1);
  });

  it('rings each reading of the wall clock at most once, and every night once, however often it is moved', () => {
    const ends = fc.integer({ min: 0, max: 719 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), ends), { maxLength: 12 }), (moves) => {
        const times = ['01:30', '06:10', '20:00'];
        const watch = new Watch(plan(times));
        const rung = new Map<string, number>();
        const rings: number[] = [];
        let next = 0;
        let waits = moves[0]?.[0] ?? Infinity;
        // Every ten minutes, so that each of these times is looked at as it comes: what rings a minute before the end of its day rings then or never.
        for (let now = at('2026-11-20T00:00:00Z'); now < at('2026-11-27T00:00:00Z'); now += 600_000) {
          const iso = new Date(now).toISOString();
          if (waits <= 0) {
            const minutes = moves[next]![1];
            change(watch, iso, { ...watch.plan, dayEndsAt: minutes });
            next += 1;
            waits = moves[next]?.[0] ?? Infinity;
          }
          waits -= 1;
          const before = watch.fired.size;
          if (watch.look(iso).length > 0) {
            rings.push(watch.fired.size - before);
            rung.set([...watch.fired].at(-1)!, now);
          }
        }
        expect(rings.every((count) => count === 1)).toBe(true);
        // Watched without a gap, every reading of these nights rang at its own minute, moved or not.
        for (let day = '2026-11-21'; day < '2026-11-27'; day = addDays(day, 1)) {
          for (const time of times) {
            const moment = dayStart(day, VIENNA, minuteOf(time));
            const key = `tea ${day} ${String(minuteOf(time))}`;
            expect(rung.get(key)).toBe(moment);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('what nobody waits for', () => {
  const before = { plan: plan(['20:00']), zone: VIENNA, now: at('2026-11-23T20:00:00Z'), fired: new Set<string>() };

  it('is a time of today that is past when it is set', () => {
    expect(silentRings(before, plan(['20:00', '20:30', '22:00']))).toEqual(['tea 2026-11-23 1230']);
  });

  it('is a habit that wants reminding again behind its hour', () => {
    const done = { ...before, plan: plan(['20:00'], { not: '2026-11-23' }) };
    expect(silentRings(done, plan(['20:00']))).toEqual(['tea 2026-11-23 1200']);
  });

  it('is nothing that was slept over', () => {
    expect(silentRings(before, plan(['20:00']))).toEqual([]);
  });
});

describe('the next moment', () => {
  it('is today’s or tomorrow’s, without what has rung', () => {
    const question = { plan: plan(['08:00', '20:00']), zone: VIENNA, now: at('2026-11-23T12:00:00Z') };
    expect(nextReminder({ ...question, fired: new Set() })).toBe(at('2026-11-23T19:00:00Z'));
    expect(nextReminder({ ...question, fired: new Set(['tea 2026-11-23 1200']) })).toBe(at('2026-11-24T07:00:00Z'));
    expect(nextReminder({ ...question, plan: plan(['08:00'], { days: [3] }), fired: new Set() })).toBeNull();
  });

  it('is never later than what becomes due', () => {
    const times = fc.array(fc.integer({ min: 0, max: 1439 }), { minLength: 1, maxLength: 4 });
    const zones = fc.constantFrom(VIENNA, 'America/New_York', 'Australia/Lord_Howe');
    const moments = fc.integer({ min: at('2026-01-02T00:00:00Z'), max: at('2026-12-31T00:00:00Z') });
    fc.assert(
      fc.property(times, zones, moments, fc.integer({ min: 0, max: 719 }), (minutes, zone, now, dayEndsAt) => {
        const { habits } = plan([]);
        const asked = {
          plan: {
            dayEndsAt,
            habits: [{ ...habits[0]!, reminders: minutes.map((minute) => ({ minute, days: EVERY_DAY })) }],
          },
          zone,
        };
        const fired = new Set(dueReminders({ ...asked, now, fired: new Set() }).flatMap(({ keys }) => keys));
        const next = nextReminder({ ...asked, now, fired })!;
        expect(dueReminders({ ...asked, now: next, fired }).length).toBeGreaterThan(0);
        expect(dueReminders({ ...asked, now: next - 1, fired })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

it('forgets rings of days that cannot come again, and none of the newest', () => {
  const old = Array.from({ length: 400 }, (_, index) => `tea 2026-11-10 ${String(index)}`);
  const kept = prunedKeys([...old, 'tea 2026-11-22 60', 'tea 2027-11-22 60'], '2026-11-23');
  expect(kept.size).toBe(300);
  expect(kept.has('tea 2026-11-22 60')).toBe(true);
  expect(prunedKeys(['tea 2026-11-22 60', ...old], '2026-11-23').has('tea 2026-11-22 60')).toBe(true);
});
