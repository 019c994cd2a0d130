import { expect, it } from 'vitest';
import type { EntrySummary } from '../../../src-shared/contract/entries.ts';
import { countWords } from '../../../src-shared/domain/words.ts';
import { journalRows } from './journal-rows.ts';

function summary(id: string, day: string): EntrySummary {
  const instant = `${day}T08:00:00.000Z`;
  const rest = { zone: 'UTC', mood: null, tags: [], starred: false, title: '', location: '', excerpt: '' };
  return { id, day, createdAt: instant, updatedAt: instant, ...rest };
}

it('lists the newest first, names a month at its first entry and a day at its own', () => {
  const rows = journalRows([
    { day: '2026-11-02', entries: [summary('a', '2026-11-02'), summary('b', '2026-11-02')] },
    { day: '2026-11-01', entries: [summary('c', '2026-11-01')] },
    { day: '2026-10-31', entries: [summary('d', '2026-10-31')] },
  ]);
  expect(rows.map(({ entry, opensMonth, opensDay }) => [entry.id, opensMonth, opensDay])).toEqual([
    ['b', true, true],
    ['a', false, false],
    ['c', false, true],
    ['d', true, true],
  ]);
});

it('makes the rows of a day once, however many days come in below, and anew where another day comes to stand above', () => {
  const days = ['2026-11-02', '2026-11-01', '2026-10-31', '2026-10-20'].map((day) => ({
    day,
    entries: [summary(day, day)],
  }));
  const page = journalRows(days.slice(0, 2));
  const whole = journalRows(days);
  expect(whole[0]).toBe(page[0]);
  expect(whole[1]).toBe(page[1]);
  const without = journalRows(days.slice(1));
  expect(without[0]).toMatchObject({ opensMonth: true, gap: 0 });
  expect(without[2]).toBe(whole[3]);
  expect(journalRows(days.filter(({ day }) => day !== '2026-10-31')).at(-1)).toMatchObject({
    gap: 11,
    opensMonth: true,
  });
});

it.each([
  ['', 0],
  ['# Heading', 1],
  ['It’s a well-known fact.', 4],
  ['> quoted *words*, 3.5 of them', 5],
  ['日記を書く', 1],
])('counts the words of %j as %d', (text, words) => {
  expect(countWords(text)).toBe(words);
});

it('tells how many days nothing was written on, over months and years', () => {
  const days = ['2026-03-02', '2026-03-01', '2026-02-26', '2025-12-31'];
  const rows = journalRows(days.map((day) => ({ day, entries: [summary(`${day}a`, day), summary(`${day}b`, day)] })));
  expect(rows.map(({ gap }) => gap)).toEqual([0, 0, 0, 0, 2, 0, 56, 0]);
});
