/** Turns what the runners reported into the numbers of the closing line. Pure: reports in, counts out. */

export const nothing = { passed: 0, failed: 0, skipped: 0 };
const oneFailed = { ...nothing, failed: 1 };

/**
 * Counts one stage. A check (`kind: 'check'`) is one thing that holds or doesn't. A suite is what its runner's own
 * report says, except that silence is never success: no report, no test run, or a runner that ended badly without
 * blaming a test each count one failure.
 */
export function countStage({ kind, exitCode, report }) {
  if (kind === 'check') return exitCode === 0 ? { ...nothing, passed: 1 } : oneFailed;
  if (report === null) return oneFailed;
  const counts = kind === 'playwright' ? countPlaywright(report) : countVitest(report);
  const ranNothing = counts.passed + counts.failed === 0;
  const endedBadly = exitCode !== 0 && counts.failed === 0;
  return ranNothing || endedBadly ? { ...counts, failed: counts.failed + 1 } : counts;
}

export function sumCounts(list) {
  return list.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    nothing,
  );
}

export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function countVitest(report) {
  // A file that can't be imported has no tests to fail, yet everything in it went untested.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function countPlaywright({ stats }) {
  // Flaky is passed at a second attempt: we allow no second attempt.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
