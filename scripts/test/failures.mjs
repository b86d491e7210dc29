import { stripVTControlCharacters } from 'node:util';

// Enough for what was expected and what came; the whole stands where the stage ran.
const linesOfWhy = 12;

/**
 * What a runner's own report says failed: `where` (file and test) and `why` (the beginning of the message), in the
 * report's order. Of a check or without a report there is nothing to name.
 */
export function listFailures({ kind, report }) {
  if (report === null || kind === 'check') return [];
  return kind === 'playwright' ? report.suites.flatMap((suite) => failedJourneys(suite, [])) : report.testResults.flatMap(failedTests);
}

/** The failures of all stages as lines, to stand above the table: whoever sees only the end of a log sees them. */
export function failureList(results) {
  const named = results.flatMap(({ name, failures }) => failures.map((failure) => ({ stage: name, ...failure })));
  return named.map(({ stage, where, why }) => `${stage}: ${where}\n${shortened(why)}\n`).join('\n');
}

function failedTests({ status, name, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (status === 'failed' && failed.length === 0) return [{ where: name, why: message }];
  return failed.map(({ fullName, failureMessages }) => ({ where: `${name} › ${fullName}`, why: failureMessages.join('\n') }));
}

function failedJourneys({ title, specs = [], suites = [] }, above) {
  const path = [...above, title];
  const own = specs
    .filter(({ ok }) => !ok)
    .map((spec) => ({ where: [...path, spec.title].join(' › '), why: spec.tests.flatMap(({ results }) => results.flatMap(errorsOf)).join('\n') }));
  return [...own, ...suites.flatMap((suite) => failedJourneys(suite, path))];
}

function errorsOf({ errors }) {
  return errors.map(({ message }) => message);
}

function shortened(why) {
  return stripVTControlCharacters(why)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, linesOfWhy)
    .map((line) => `  ${line}`)
    .join('\n');
}
