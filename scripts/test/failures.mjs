import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

// Enough for what was expected and what came; the whole stands where the stage ran.
const linesOfWhy = 12;

// The longest pages have some hundred and fifty parts.
const linesOfPage = 200;

/**
 * What a runner's own report says failed: `where` (file and test), `why` (the beginning of the message) and, of a journey,
 * `page` (what the window showed then, as a tree of roles and names), in the report's order. Of a check or without a report
 * there is nothing to name.
 */
export function listFailures({ kind, report }) {
  if (report === null || kind === 'check') return [];
  return kind === 'playwright' ? report.suites.flatMap((suite) => failedJourneys(suite, [])) : report.testResults.flatMap(failedTests);
}

/** The failures of all stages as lines, to stand above the table: whoever sees only the end of a log sees them. */
export function failureList(results) {
  const named = results.flatMap(({ name, failures }) => failures.map((failure) => ({ stage: name, ...failure })));
  return named.map(({ stage, where, why, page = '' }) => `${stage}: ${where}\n${shortened(why)}\n${page}`).join('\n');
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
    .map((spec) => {
      const results = spec.tests.flatMap((test) => test.results);
      return { where: [...path, spec.title].join(' › '), why: results.flatMap(errorsOf).join('\n'), page: results.map(pageOf).join('') };
    });
  return [...own, ...suites.flatMap((suite) => failedJourneys(suite, path))];
}

function errorsOf({ errors }) {
  return errors.map(({ message }) => message);
}

/** A journey that fails once in a hundred runs is understood by what stood there, and the clone it ran in is soon gone. */
function pageOf({ attachments = [] }) {
  const path = attachments.find(({ name }) => name === 'error-context')?.path;
  if (path === undefined || !existsSync(path)) return '';
  const tree = /^```yaml\n(.*?)^```/ms.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
  const lines = tree.split('\n').filter((line) => line.trim() !== '' && !line.includes('/url:'));
  return lines.length === 0 ? '' : `  The window then:\n${lines.slice(0, linesOfPage).map((line) => `    ${line}\n`).join('')}`;
}

function shortened(why) {
  return stripVTControlCharacters(why)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, linesOfWhy)
    .map((line) => `  ${line}`)
    .join('\n');
}
