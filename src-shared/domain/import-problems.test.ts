import { expect, it } from 'vitest';
import { countProblems, problemsOfChoice } from './import-problems.ts';

const found = {
  problems: [
    { item: 'journal 1, entry 4, photo 1', reason: 'media-missing' as const, journal: 'Travel' },
    { item: 'journal 2, entry 9', reason: 'unknown-zone' as const, journal: 'Work' },
    { item: 'files', reason: 'kind-left-out' as const, count: 28 },
  ],
  problemTallies: [
    { reason: 'media-missing' as const, journal: 'Travel', count: 5 },
    { reason: 'media-missing' as const, journal: 'Work', count: 3 },
    { reason: 'unknown-zone' as const, journal: 'Work', count: 1 },
    { reason: 'kind-left-out' as const, journal: null, count: 28 },
  ],
};

it('forgets the problems of journals that stay out, and of nothing else', () => {
  const all = problemsOfChoice(found, { withoutJournals: [] });
  expect(all.problems).toEqual(found.problems);
  expect(all.problemTallies).toEqual([
    { reason: 'media-missing', journal: null, count: 8 },
    { reason: 'unknown-zone', journal: null, count: 1 },
    { reason: 'kind-left-out', journal: null, count: 28 },
  ]);
  const travel = problemsOfChoice(found, { withoutJournals: ['Work', 'Unheard of'] });
  expect(travel.problems.map(({ item }) => item)).toEqual(['journal 1, entry 4, photo 1', 'files']);
  expect(countProblems(travel.problemTallies)).toBe(33);
  expect(countProblems(travel.problemTallies, ({ reason }) => reason === 'media-missing')).toBe(5);
});
