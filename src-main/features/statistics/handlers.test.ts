import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '../../../src-shared/contract/index.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { value } from '../../testing/test-app.ts';
import { idFromText } from '../../vault/record-id.ts';
import { entriesHandlers } from '../entries/handlers.ts';
import { statisticsHandlers } from './handlers.ts';

let test: TestVault;
let statistics: ReturnType<typeof statisticsHandlers>;

beforeEach(async () => {
  test = await openTestVault('2026-11-22T08:14:00Z');
  statistics = statisticsHandlers(test.vault);
});
afterEach(() => test.remove());

interface Given {
  readonly day: string;
  readonly body?: string;
  readonly mood?: number | null;
  readonly tags?: readonly string[];
  /** ISO */
  readonly at?: string;
  readonly zone?: string;
}

async function put(...entries: readonly Given[]): Promise<string[]> {
  const made = entries.map(({ day, body = '', mood = null, tags = [], at, zone = 'Europe/Vienna' }) => ({
    id: idFromText(randomUUID()),
    type: 'entry',
    fields: { day, body, mood, tags, createdAt: Date.parse(at ?? `${day}T08:00:00Z`), zone },
  }));
  await test.vault.commit(made);
  return made.map(({ id }) => Buffer.from(id).toString('hex'));
}

async function ask(from: string | null, to = '2026-11-22', weekStart = 1) {
  const input = { from, to, weekStart };
  // As the router would: an answer that its own schema refuses would be an error on the page.
  return contract['statistics.writing'].output.parse(value(await statistics['statistics.writing'](input)));
}

describe('statistics.writing', () => {
  it('counts entries, words, days and moods between two days, and days in a row over everything', async () => {
    await put(
      { day: '2026-11-22', body: 'First frost #garden', mood: 4, at: '2026-11-22T05:30:00Z' },
      { day: '2026-11-22', body: 'And soup', mood: 5, tags: ['Garden'], at: '2026-11-22T19:10:00Z' },
      { day: '2026-11-21', mood: 2, at: '2026-11-21T19:59:00Z' },
      {
        day: '2026-11-15',
        body: 'Planted garlic. #garden #allotment',
        at: '2026-11-16T00:30:00Z',
        zone: 'America/New_York',
      },
      // Before the range.
      ...['2026-03-01', '2026-03-02', '2026-03-03'].map((day) => ({ day, body: 'Crocus #spring' })),
    );
    const answer = await ask('2026-11-01');
    expect(answer).toMatchObject({
      from: '2026-11-01',
      to: '2026-11-22',
      first: '2026-03-01',
      total: { entries: 4, words: 9, days: 3, mood: (4.5 + 2) / 2, moodDays: 2 },
      current: { first: '2026-11-21', last: '2026-11-22', days: 2 },
      longest: { first: '2026-03-01', last: '2026-03-03', days: 3 },
      grouping: 'day',
      tags: [
        { name: 'Garden', entries: 3 },
        { name: 'allotment', entries: 1 },
      ],
    });
    expect(answer.series).toHaveLength(22);
    expect(answer.series.at(-1)).toEqual({ from: '2026-11-22', to: '2026-11-22', entries: 2, words: 5, mood: 4.5 });
    expect(answer.weekdays.map(({ entries }) => entries)).toEqual([0, 0, 0, 0, 0, 1, 3]);
    expect(answer.weekdays.map(({ words }) => words)).toEqual([0, 0, 0, 0, 0, 0, 9]);
    // 05:30 and 19:10, 19:59 in Vienna's winter; half past midnight UTC is the evening before in New York.
    expect(answer.hours.flatMap(({ entries }, hour) => (entries === 0 ? [] : [[hour, entries]]))).toEqual([
      [6, 1],
      [19, 1],
      [20, 2],
    ]);
  });

  it('puts weeks, months and years together', async () => {
    await put(
      { day: '2026-11-22', body: 'one two', mood: 1 },
      { day: '2026-11-16', body: 'three', mood: 4 },
      { day: '2026-11-15', body: 'four' },
    );
    const weeks = await ask('2026-01-01');
    expect(weeks.grouping).toBe('week');
    expect(weeks.series.slice(-2)).toEqual([
      { from: '2026-11-09', to: '2026-11-15', entries: 1, words: 1, mood: null },
      { from: '2026-11-16', to: '2026-11-22', entries: 2, words: 3, mood: 2.5 },
    ]);
    expect((await ask('2026-01-01', '2026-11-22', 7)).series.slice(-2)).toEqual([
      { from: '2026-11-15', to: '2026-11-21', entries: 2, words: 2, mood: 4 },
      { from: '2026-11-22', to: '2026-11-22', entries: 1, words: 2, mood: 1 },
    ]);
    const months = await ask('2020-01-01');
    expect(months.grouping).toBe('month');
    expect(months.series.at(-1)).toEqual({ from: '2026-11-01', to: '2026-11-22', entries: 3, words: 4, mood: 2.5 });
    const years = await ask('1990-01-01');
    expect([years.grouping, years.series.length]).toEqual(['year', 37]);
    expect(years.series.at(-1)).toEqual({ from: '2026-01-01', to: '2026-11-22', entries: 3, words: 4, mood: 2.5 });
    expect(years.total).toEqual(weeks.total);
  });

  it('begins everything with the first entry', async () => {
    await put({ day: '2019-07-04', body: 'Late light' }, { day: '2026-11-21', body: 'Now' });
    const answer = await ask(null);
    expect([answer.from, answer.series.length, answer.total.entries]).toEqual(['2019-07-04', 89, 2]);
  });

  it('counts the text as it stands, and nothing of the trash or of days to come', async () => {
    const entries = entriesHandlers(test.vault);
    const id = randomUUID();
    value(await entries['entries.write']({ id, day: '2026-11-20', body: 'one two three' }));
    value(await entries['entries.write']({ id, day: '2026-11-21', body: 'one two', mood: 3 }));
    await put({ day: '2026-11-23', body: 'a day to come #later' });
    const answer = await ask(null);
    expect(answer.total).toEqual({ entries: 1, words: 2, days: 1, mood: 3, moodDays: 1 });
    expect([answer.current?.first, answer.tags]).toEqual(['2026-11-21', []]);
    value(await entries['entries.remove']({ ids: [id] }));
    expect(await ask(null)).toMatchObject({
      first: null,
      current: null,
      longest: null,
      total: { entries: 0, mood: null },
    });
    value(await entries['entries.restore']({ ids: [id] }));
    expect((await ask(null)).total.words).toBe(2);
  });

  it('answers for an empty journal and for a time that ends before it begins', async () => {
    const empty = await ask(null);
    expect(empty).toMatchObject({ from: '2026-10-24', first: null, longest: null, total: { entries: 0, words: 0 } });
    expect(empty.series).toHaveLength(30);
    expect((await ask('2026-12-01')).series).toEqual([]);
  });

  it('reads no text: every question is answered from an index', async () => {
    for (const from of ['2026-11-01', null]) {
      const asked: string[] = [];
      const { read } = test.vault;
      const spied = { all: read.all.bind(read), first: read.first.bind(read) };
      const vault = Object.create(test.vault, {
        read: {
          value: {
            all: (sql: string, ...args: never[]) => (asked.push(sql), spied.all(sql, ...args)),
            first: (sql: string, ...args: never[]) => (asked.push(sql), spied.first(sql, ...args)),
          },
        },
      }) as typeof test.vault;
      value(await statisticsHandlers(vault)['statistics.writing']({ from, to: '2026-11-22', weekStart: 1 }));
      expect(asked).toHaveLength(from === null ? 3 : 4);
      for (const sql of asked) {
        const plan = await read.all(`EXPLAIN QUERY PLAN ${sql}`, ...(sql.match(/\?/gu) ?? []).map(() => '2026-01-01'));
        const onEntries = plan.map(({ detail }) => String(detail)).filter((detail) => / entry /u.test(detail));
        expect(onEntries.length).toBeGreaterThan(0);
        for (const detail of onEntries) expect(detail).toMatch(/COVERING INDEX entry_(counted|tagged)/u);
      }
    }
  });
});
