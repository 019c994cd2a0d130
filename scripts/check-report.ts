/** How a run of `npm run check` went, in numbers. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NO_COUNTS: Counts = { passed: 0, failed: 0, skipped: 0 };

export function addCounts(left: Counts, right: Counts): Counts {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  };
}

function numberIn(report: unknown, key: string): number {
  const value = typeof report === 'object' && report !== null ? (report as Record<string, unknown>)[key] : undefined;
  if (typeof value !== 'number') throw new Error(`The report has no number "${key}".`);
  return value;
}

/** Of vitest's JSON report. A file that could not be loaded has no tests, and counts as one that failed. */
export function countsOfVitest(report: unknown): Counts {
  const failedTests = numberIn(report, 'numFailedTests');
  return {
    passed: numberIn(report, 'numPassedTests'),
    failed: failedTests === 0 ? numberIn(report, 'numFailedTestSuites') : failedTests,
    skipped: numberIn(report, 'numPendingTests') + numberIn(report, 'numTodoTests'),
  };
}

/** Of Playwright's JSON report. A test that passed only at a second try has failed; there are no second tries. */
export function countsOfPlaywright(report: unknown): Counts {
  const stats: unknown = typeof report === 'object' && report !== null && 'stats' in report ? report.stats : null;
  return {
    passed: numberIn(stats, 'expected'),
    failed: numberIn(stats, 'unexpected') + numberIn(stats, 'flaky'),
    skipped: numberIn(stats, 'skipped'),
  };
}

export interface StepReport {
  readonly name: string;
  readonly seconds: number;
  readonly outcome: 'ok' | 'failed' | 'not run';
  readonly counts: Counts;
}

/**
 * The last lines of a run. A step that failed without a failed test (a type error, a broken report) counts as one failure, so that the
 * line can never say "0 failed" of a run that did.
 */
export function summary(steps: readonly StepReport[]): string[] {
  const width = Math.max(...steps.map((step) => step.name.length));
  const total = steps.reduce((sum, { outcome, counts }) => {
    const failed = outcome === 'failed' ? Math.max(counts.failed, 1) : counts.failed;
    return addCounts(sum, { ...counts, failed });
  }, NO_COUNTS);
  return [
    ...steps.map(({ name, outcome, seconds }) =>
      outcome === 'not run'
        ? `${name.padEnd(width)}  not run`
        : `${name.padEnd(width)}  ${outcome.padEnd(6)}  ${seconds.toFixed(1)} s`,
    ),
    `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`,
  ];
}
