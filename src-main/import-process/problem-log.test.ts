import { describe, expect, it } from 'vitest';
import { MAX_KEPT_PROBLEMS, ProblemLog } from './problem-log.ts';

describe('ProblemLog', () => {
  it('keeps problems in the order they came', () => {
    const log = new ProblemLog();
    log.add('entry 2', 'media-missing');
    log.add('entry 3', 'unreadable-date');
    log.add('entry 4', 'media-missing');
    expect(log.summary()).toEqual({
      problems: [
        { item: 'entry 2', reason: 'media-missing' },
        { item: 'entry 3', reason: 'unreadable-date' },
        { item: 'entry 4', reason: 'media-missing' },
      ],
      problemCount: 3,
    });
  });

  it('counts all, keeps 200, and lets no reason hide another', () => {
    const log = new ProblemLog();
    for (let index = 1; index <= 5000; index += 1) log.add(`entry ${index}`, 'media-missing');
    log.add('entry 5001', 'unreadable-date');
    const { problems, problemCount } = log.summary();
    expect(problemCount).toBe(5001);
    expect(problems).toHaveLength(MAX_KEPT_PROBLEMS);
    expect(problems[0]).toEqual({ item: 'entry 1', reason: 'media-missing' });
    expect(problems.at(-1)).toEqual({ item: 'entry 5001', reason: 'unreadable-date' });
  });
});
