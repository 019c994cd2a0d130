import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../contract/habits.ts';
import { adjustedForMany, compareMoods, dependenceOf, groupOf, judge, sampleOf, welch } from './mood-and-habits.ts';
import type { ComparedDay, MoodComparison } from './mood-and-habits.ts';

/** Mulberry32: the same numbers every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function normalFrom(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

interface Life {
  readonly days: number;
  /** Share of days that are simply as the day before, 0: none. */
  readonly habitMemory: number;
  /** Correlation of a day's mood with that of the day before. */
  readonly moodMemory: number;
}

/** Days on which mood and habit know nothing of each other. */
function unrelated(random: () => number, { days, habitMemory, moodMemory }: Life): ComparedDay[] {
  const normal = normalFrom(random);
  let isDone = random() < 0.5;
  let level = normal();
  return Array.from({ length: days }, (_, number) => {
    if (random() >= habitMemory) isDone = random() < 0.5;
    level = moodMemory * level + Math.sqrt(1 - moodMemory ** 2) * normal();
    return { number, isDone, mood: Math.min(5, Math.max(1, Math.round(3.3 + level))) };
  });
}

const alternating = (moods: readonly [done: number, other: number], count = 60): ComparedDay[] =>
  Array.from({ length: count }, (_, number) => ({ number, isDone: number % 2 === 0, mood: moods[number % 2]! }));

const values = fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { minLength: 3, maxLength: 60 });

describe('Welch’s interval', () => {
  it('is that of SciPy', () => {
    const a = [27.5, 21, 19, 23.6, 17, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19, 21.7, 21.4];
    const b = [27.1, 22, 20.8, 23.4, 23.4, 23.5, 25.8, 22, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5];
    // scipy.stats.ttest_ind(a, b, equal_var=False), 1.17.1
    const found = welch(sampleOf(a), sampleOf(b));
    expect(found.p).toBeCloseTo(0.01161619200263083, 12);
    expect(found.degrees).toBeCloseTo(26.952746503270294, 10);
    expect(found.low).toBeCloseTo(-4.886730044370594, 10);
    expect(found.high).toBeCloseTo(-0.6732699556294084, 10);
  });

  it('is that of SciPy for moods', () => {
    const found = welch(sampleOf([5, 4, 4, 3, 5, 5, 4, 2, 5, 4]), sampleOf([3, 3, 2, 4, 1, 3, 2, 3, 5, 2, 3, 4, 3]));
    expect(found.p).toBeCloseTo(0.012087557836134615, 12);
    expect(found.degrees).toBeCloseTo(19.91367058824136, 10);
    expect([found.low, found.high]).toEqual([
      expect.closeTo(0.2874359340295821, 10),
      expect.closeTo(2.0664102198165715, 10),
    ]);
  });

  it('turns round with its groups, moves with nothing and grows with the scale', () => {
    fc.assert(
      fc.property(values, values, fc.double({ min: -50, max: 50, noNaN: true }), (a, b, by) => {
        const [first, second] = [sampleOf(a), sampleOf(b)];
        fc.pre(first.variance > 1e-3 && second.variance > 1e-3);
        const found = welch(first, second);
        const turned = welch(second, first);
        expect(turned.low).toBeCloseTo(-found.high, 9);
        expect(turned.p).toBeCloseTo(found.p, 9);
        const shifted = welch(sampleOf(a.map((value) => value + by)), sampleOf(b.map((value) => value + by)));
        expect(shifted.low).toBeCloseTo(found.low, 6);
        expect(shifted.p).toBeCloseTo(found.p, 6);
        const scaled = welch(sampleOf(a.map((value) => value * 3)), sampleOf(b.map((value) => value * 3)));
        expect(scaled.high).toBeCloseTo(3 * found.high, 6);
        expect(scaled.p).toBeCloseTo(found.p, 6);
        // The two ways to say it never differ.
        expect(found.p < 0.05).toBe(found.low > 0 || found.high < 0);
      }),
    );
  });

  it('knows fewer values where they depend on each other', () => {
    const a = sampleOf([27.5, 21, 19, 23.6, 17, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19, 21.7, 21.4]);
    const b = sampleOf([27.1, 22, 20.8, 23.4, 23.4, 23.5, 25.8, 22, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5]);
    // A quarter of them, and twice the error: scipy.stats.t on 26.952746503270294 / 4 degrees, 1.17.1
    const found = welch(a, b, { factor: 4, degrees: Infinity });
    expect(found.degrees).toBeCloseTo(26.952746503270294 / 4, 10);
    expect(found.p).toBeCloseTo(0.21942156393933226, 12);
    expect(found.low).toBeCloseTo(-7.6738948732226735, 10);
    // Or as few as the dependence itself is known from.
    expect(welch(a, b, { factor: 4, degrees: 5 }).degrees).toBe(5);
  });

  it('says what it can where nothing varies', () => {
    const same = { count: 20, mean: 3, variance: 0 };
    expect(welch(same, same)).toMatchObject({ difference: 0, low: 0, high: 0, p: 1 });
    expect(welch({ ...same, mean: 4 }, same)).toMatchObject({ difference: 1, low: 1, high: 1, p: 0 });
  });
});

describe('many questions at once', () => {
  it('are adjusted as Benjamini and Hochberg (1995, section 4.2) do', () => {
    const published = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    const adjusted = adjustedForMany(published);
    // "the first four": 4 · 0.05 / 15 = 0.013 lets 0.0095 through.
    expect(adjusted.map((p) => p <= 0.05)).toEqual(published.map((_, index) => index < 4));
    expect(adjusted[3]).toBeCloseTo((15 * 0.0095) / 4, 12);
    // The seventh of them takes what the later, smaller one allows.
    expect(adjusted[5]).toBeCloseTo((15 * 0.0298) / 7, 12);
  });

  it('lose nothing of their order, and gain nothing', () => {
    const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });
    fc.assert(
      fc.property(probabilities, (given) => {
        const adjusted = adjustedForMany(given);
        expect(adjusted).toHaveLength(given.length);
        expect(given.every((p, index) => adjusted[index]! >= p * (1 - 1e-12) && adjusted[index]! <= 1)).toBe(true);
        const inOrder = given.map((_, index) => index).toSorted((a, b) => given[a]! - given[b]!);
        const ascending = inOrder.map((index) => adjusted[index]!);
        expect(ascending).toEqual(ascending.toSorted((a, b) => a - b));
        // The largest has nobody to share with, and one alone is as it was.
        expect(adjusted[inOrder.at(-1) ?? -1]).toBe(given[inOrder.at(-1) ?? -1]);
      }),
    );
  });

  it('make a claim where one alone would be one, and none where it is one of many', () => {
    const comparison = (p: number): MoodComparison => ({
      difference: 0.4,
      low: 0.1,
      high: 0.7,
      degrees: 50,
      doneMood: 4,
      otherMood: 3.6,
      p,
    });
    expect(judge([comparison(0.03)])[0]?.isClear).toBe(true);
    const among = judge([comparison(0.03), null, ...Array.from({ length: 9 }, (_, n) => comparison(0.2 + n / 20))]);
    expect(among[0]).toMatchObject({ isClear: false, adjusted: expect.closeTo(0.3, 9) });
    // What has too few days is none of them.
    expect(among[1]).toBeNull();
  });
});

describe('mood on done and other days', () => {
  it('says nothing below twenty days of each', () => {
    const days = alternating([4, 3], 40);
    expect(compareMoods(days)).not.toBeNull();
    expect(compareMoods(days.slice(1))).toBeNull();
    expect(compareMoods([])).toBeNull();
    expect(compareMoods(days.map((day) => ({ ...day, isDone: true })))).toBeNull();
  });

  it('finds no difference where all days are alike, and knows no more than whole steps can say', () => {
    const same = compareMoods(alternating([3, 3]))!;
    expect(same).toMatchObject({ difference: 0, p: 1, doneMood: 3 });
    const apart = compareMoods(alternating([4, 3]))!;
    expect(apart.difference).toBe(1);
    // Thirty days each that vary by rounding alone, √(2 · (1/12) / 30), on 3 · 60 / (2 · 15) degrees.
    expect(apart.degrees).toBe(6);
    expect(apart.high).toBeCloseTo(1 + 2.4469118511449786 * Math.sqrt(1 / 6 / 30), 9);
    expect(apart.p).toBeLessThan(1e-4);
  });

  it('changes its sign and nothing else when done and not done change places', () => {
    const turn = (days: readonly ComparedDay[]) => days.map((day) => ({ ...day, isDone: !day.isDone }));
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const days = unrelated(randomFrom(seed), { days: 150, habitMemory: 0.5, moodMemory: 0.5 });
        const found = compareMoods(days);
        fc.pre(found !== null);
        const turned = compareMoods(turn(days))!;
        expect(turned.low).toBeCloseTo(-found.high, 9);
        expect(turned.p).toBeCloseTo(found.p, 9);
        // Where in time they lie is nobody's business, nor in which order they come.
        const later = compareMoods(days.toReversed().map((day) => ({ ...day, number: day.number + 12_345 })))!;
        expect(later.low).toBeCloseTo(found.low, 9);
      }),
      { numRuns: 40 },
    );
  });

  it('is never surer for days in a row, and is wider where they resemble each other', () => {
    const widths = (days: readonly ComparedDay[]): { found: number; plain: number } | null => {
      const found = compareMoods(days);
      if (found === null) return null;
      const moods = (isDone: boolean) => sampleOf(days.filter((day) => day.isDone === isDone).map(({ mood }) => mood));
      const plain = welch(moods(true), moods(false));
      return { found: found.high - found.low, plain: plain.high - plain.low };
    };
    // Also where a good day follows a bad one, which would make the mean of many surer.
    const memory = fc.double({ min: -0.9, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(fc.integer(), memory, memory, (seed, habit, moodMemory) => {
        const life = { days: 365, habitMemory: Math.max(0, habit), moodMemory };
        const width = widths(unrelated(randomFrom(seed), life));
        fc.pre(width !== null);
        expect(width.found).toBeGreaterThanOrEqual(width.plain);
      }),
      { numRuns: 60 },
    );
    const alike = Array.from({ length: 40 }, (_, seed) =>
      widths(unrelated(randomFrom(seed), { days: 365, habitMemory: 0.8, moodMemory: 0.8 })),
    ).filter((width) => width !== null);
    const times = alike.reduce((sum, { found, plain }) => sum + found / plain, 0) / alike.length;
    expect(times).toBeGreaterThan(1.5);
    // A fortnight well and done, a fortnight neither: five stretches are less than seventy days.
    const blocks = Array.from({ length: 140 }, (_, number) => {
      const isUp = Math.floor(number / 14) % 2 === 0;
      return { number, isDone: Math.floor(number / 7) % 2 === 0, mood: isUp ? 4 : 2 };
    });
    expect(dependenceOf(blocks).factor).toBeGreaterThan(3);
    // The same days far apart say nothing of each other.
    expect(dependenceOf(blocks.map((day) => ({ ...day, number: day.number * 20 }))).factor).toBe(1);
  });
});

describe('by chance alone', () => {
  const lives = (seed: number, life: Life): MoodComparison[] => {
    const random = randomFrom(seed);
    return Array.from({ length: 1000 }, () => compareMoods(unrelated(random, life))).filter((each) => each !== null);
  };
  const share = (found: readonly MoodComparison[], below: number): number =>
    found.filter(({ p }) => p < below).length / found.length;

  it('p is even where days are independent, a little on the careful side', () => {
    const found = lives(7, { days: 300, habitMemory: 0, moodMemory: 0 });
    for (const below of [0.05, 0.1, 0.25, 0.5, 0.75]) {
      // Three standard errors above, and what care costs below.
      expect(share(found, below)).toBeLessThan(below + 3 * Math.sqrt((below * (1 - below)) / 1000));
      expect(share(found, below)).toBeGreaterThan(0.5 * below);
    }
  });

  it('a difference is found hardly more often than it should where days resemble each other', () => {
    const life = { days: 365, habitMemory: 0.6, moodMemory: 0.6 };
    const random = randomFrom(11);
    const plain = Array.from({ length: 1000 }, () => {
      const days = unrelated(random, life);
      const moods = (isDone: boolean) => sampleOf(days.filter((day) => day.isDone === isDone).map(({ mood }) => mood));
      return welch(moods(true), moods(false)).p;
    });
    // Day by day, one in six would be found: this is why days in a row are counted for less.
    expect(plain.filter((p) => p < 0.05).length / plain.length).toBeGreaterThan(0.12);
    expect(share(lives(11, life), 0.05)).toBeLessThan(0.08);
  });

  it('of twenty habits without any difference, hardly ever one is claimed', () => {
    const random = randomFrom(3);
    const claims = Array.from({ length: 100 }, () => {
      const compared = Array.from({ length: 20 }, () =>
        compareMoods(unrelated(random, { days: 200, habitMemory: 0.4, moodMemory: 0.4 })),
      );
      return judge(compared).some((judged) => judged?.isClear === true);
    });
    expect(claims.filter(Boolean).length / claims.length).toBeLessThan(0.15);
  });

  it('a real difference of half a step is found in a year', () => {
    const random = randomFrom(5);
    const found = Array.from({ length: 200 }, () =>
      compareMoods(
        unrelated(random, { days: 365, habitMemory: 0.4, moodMemory: 0.4 }).map((day) => ({
          ...day,
          mood: Math.min(5, day.isDone && random() < 0.6 ? day.mood + 1 : day.mood),
        })),
      ),
    );
    expect(found.filter((each) => each !== null && each.p < 0.05 && each.low > 0).length / 200).toBeGreaterThan(0.85);
  });
});

describe('what a day is', () => {
  const daily = {
    kind: { type: 'yes-no' },
    schedule: { type: 'daily' },
    startDay: '2026-01-01',
    lastDay: null,
  } as const;
  const weekly = { ...daily, schedule: { type: 'times-a-week', times: 3 }, lastDay: '2026-06-30' } as const;
  const coffee = { ...daily, kind: { type: 'amount', unit: 'cups', target: 3, direction: 'at-most' } } as const;
  const today = '2026-11-22';
  const past = '2026-03-03';

  it('counts what was done against what could have been and was not', () => {
    const groups = (['done', 'missed', 'partly', 'open', 'skipped', 'paused', 'not-due', 'future'] as const).map(
      (state) => groupOf(daily, past, state, today),
    );
    expect(groups).toEqual(['done', 'other', 'other', 'other', null, null, null, null]);
  });

  it('does not count a day that is not over, unless it is decided', () => {
    expect(groupOf(daily, today, 'open', today)).toBeNull();
    expect(groupOf(daily, today, 'partly', today)).toBeNull();
    expect(groupOf(daily, today, 'done', today)).toBe('done');
    expect(groupOf(daily, today, 'missed', today)).toBe('other');
  });

  it('does not take the present day for kept before it is over, where it can only be broken', () => {
    const quit = { ...daily, kind: { type: 'quit' } } as const;
    for (const habit of [quit, coffee, { ...coffee, schedule: weekly.schedule, lastDay: null }]) {
      expect(groupOf(habit, today, 'done', today)).toBeNull();
      expect(groupOf(habit, '2026-11-23', 'done', today)).toBeNull();
      expect(groupOf(habit, today, 'missed', today)).toBe('other');
      expect(groupOf(habit, '2026-11-21', 'done', today)).toBe('done');
    }
    const pages = { ...coffee, kind: { ...coffee.kind, direction: 'at-least' } } as const;
    expect(groupOf(pages, today, 'done', today)).toBe('done');
  });

  it('calls a day done on which a part of a whole period’s target was done', () => {
    const kind = { type: 'amount', unit: 'km', target: 20, direction: 'at-least' } as const;
    const schedules = [
      { type: 'times-a-week', times: 1 },
      { type: 'times-a-month', times: 1 },
      { type: 'every-n-days', days: 10 },
      { type: 'rolling', times: 1, days: 10 },
    ] as const;
    for (const schedule of schedules) {
      expect(groupOf({ ...daily, kind, schedule }, past, 'partly', today)).toBe('done');
      expect(groupOf({ ...daily, kind, schedule }, today, 'partly', today)).toBe('done');
    }
    const byDay: readonly Schedule[] = [{ type: 'daily' }, { type: 'weekdays', days: [2] }];
    for (const schedule of byDay) expect(groupOf({ ...daily, kind, schedule }, past, 'partly', today)).toBe('other');
  });

  it('takes any day of its time where the schedule asks for none in particular', () => {
    expect(groupOf(weekly, '2025-12-31', 'not-due', today)).toBeNull();
    expect(groupOf(weekly, '2026-01-01', 'not-due', today)).toBe('other');
    expect(groupOf(weekly, '2026-06-30', 'not-due', today)).toBe('other');
    expect(groupOf(weekly, '2026-07-01', 'not-due', today)).toBeNull();
    expect(groupOf(weekly, past, 'paused', today)).toBeNull();
  });

  it('does not call a day without a number one of too much', () => {
    expect(groupOf(coffee, past, 'open', today)).toBeNull();
    expect(groupOf(coffee, past, 'missed', today)).toBe('other');
    expect(groupOf({ ...coffee, schedule: weekly.schedule }, past, 'not-due', today)).toBeNull();
  });
});
