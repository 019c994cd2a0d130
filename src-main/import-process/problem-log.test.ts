import { describe, expect, it } from 'vitest';
import { MAX_KEPT_PROBLEMS, ProblemLog } from './problem-log.ts';

describe('ProblemLog', () => {
  it('keeps problems in the order they came', () => {
    const log = new ProblemLog();
    log.add({ item: 'entry 2', reason: 'media-missing' });
    log.add({ item: 'entry 3', reason: 'unreadable-date' });
    log.add({ item: 'entry 4', reason: 'media-missing' });
    expect(log.summary()).toEqual({
      problems: [
        { item: 'entry 2', reason: 'media-missing' },
        { item: 'entry 3', reason: 'unreadable-date' },
        { item: 'entry 4', reason: 'media-missing' },
      ],
      problemTallies: [
        { reason: 'media-missing', journal: null, count: 2 },
        { reason: 'unreadable-date', journal: null, count: 1 },
      ],
    });
  });

  it('counts all, keeps 200, and lets no reason hide another', () => {
    const log = new ProblemLog();
    for (let index = 1; index <= 5000; index += 1) log.add({ item: `entry ${index}`, reason: 'media-missing' });
    log.add({ item: 'entry 5001', reason: 'unreadable-date' });
    const { problems, problemTallies } = log.summary();
    expect(problemTallies.map(({ count }) => count)).toEqual([5000, 1]);
    expect(problems).toHaveLength(MAX_KEPT_PROBLEMS);
    expect(problems[0]).toEqual({ item: 'entry 1', reason: 'media-missing' });
    expect(problems.at(-1)).toEqual({ item: 'entry 5001', reason: 'unreadable-date' });
  });

  it('counts the things of the file, by the journal that they stand in', () => {
    const log = new ProblemLog();
    log.add({ item: 'weather', reason: 'kind-left-out', count: 812, journal: 'Travel' });
    log.add({ item: 'steps', reason: 'kind-left-out', count: 3, journal: 'Travel' });
    log.add({ item: 'weather', reason: 'kind-left-out', count: 40, journal: 'Work' });
    log.add({ item: 'entry 3', reason: 'kind-left-out', day: '2016-01-18' });
    const { problems, problemTallies } = log.summary();
    expect(problemTallies).toEqual([
      { reason: 'kind-left-out', journal: 'Travel', count: 815 },
      { reason: 'kind-left-out', journal: 'Work', count: 40 },
      { reason: 'kind-left-out', journal: null, count: 1 },
    ]);
    expect(problems[0]).toEqual({ item: 'weather', reason: 'kind-left-out', count: 812, journal: 'Travel' });
    expect(problems[3]).toEqual({ item: 'entry 3', reason: 'kind-left-out', day: '2016-01-18' });
  });

  it('counts no more journals apart than anybody has', () => {
    const log = new ProblemLog();
    for (let index = 0; index < 1800; index += 1) log.add({ item: 'a', reason: 'encrypted', journal: `J${index}` });
    const { problemTallies } = log.summary();
    expect(problemTallies).toHaveLength(1001);
    expect(problemTallies.at(-1)).toEqual({ reason: 'encrypted', journal: null, count: 800 });
  });
});
