import { describe, expect, it } from 'vitest';
import { NO_COUNTS, countsOfPlaywright, countsOfVitest, summary } from './check-report.ts';

const vitest = { numPassedTests: 40, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1, numFailedTestSuites: 0 };

describe('the counts of a run', () => {
  it('are read from vitest’s report', () => {
    expect(countsOfVitest(vitest)).toEqual({ passed: 40, failed: 0, skipped: 3 });
    expect(countsOfVitest({ ...vitest, numFailedTests: 2, numFailedTestSuites: 4 })).toMatchObject({ failed: 2 });
  });

  it('know a test file that could not be loaded', () => {
    expect(countsOfVitest({ ...vitest, numFailedTestSuites: 1 })).toMatchObject({ failed: 1 });
  });

  it('are read from Playwright’s report', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 7 } };
    expect(countsOfPlaywright(report)).toEqual({ passed: 5, failed: 2, skipped: 7 });
  });

  it('are refused from a report of another shape', () => {
    expect(() => countsOfVitest({})).toThrow('numFailedTests');
    expect(() => countsOfPlaywright({})).toThrow('expected');
  });
});

describe('the summary', () => {
  it('names every step and ends on one plain line', () => {
    const lines = summary([
      { name: 'types', outcome: 'ok', seconds: 3.21, counts: NO_COUNTS },
      { name: 'e2e', outcome: 'ok', seconds: 100, counts: { passed: 5, failed: 0, skipped: 7 } },
    ]);
    expect(lines).toEqual(['types  ok      3.2 s', 'e2e    ok      100.0 s', '5 passed, 0 failed, 7 skipped']);
  });

  it('counts a failed step without a failed test as a failure', () => {
    const lines = summary([
      { name: 'types', outcome: 'failed', seconds: 3, counts: NO_COUNTS },
      { name: 'e2e', outcome: 'not run', seconds: 0, counts: NO_COUNTS },
    ]);
    expect(lines).toEqual(['types  failed  3.0 s', 'e2e    not run', '0 passed, 1 failed, 0 skipped']);
  });
});
