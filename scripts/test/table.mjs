import { sumCounts } from './tally.mjs';

/** The result of every stage as lines of text, with a total. */
export function resultTable(results) {
  const total = { name: 'total', counts: sumCounts(results.map(({ counts }) => counts)), seconds: sumSeconds(results) };
  const rows = [...results, total].map(({ name, counts, seconds }) => [
    name,
    ...[counts.passed, counts.failed, counts.skipped].map(String),
    seconds.toFixed(1),
  ]);
  const header = ['stage', 'passed', 'failed', 'skipped', 'seconds'];
  const rule = '-'.repeat(52);
  return [rule, line(header), ...rows.slice(0, -1).map(line), rule, line(rows.at(-1))].join('\n');
}

function line([name, ...numbers]) {
  return name.padEnd(14) + numbers.map((number) => number.padStart(9)).join('');
}

function sumSeconds(results) {
  return results.reduce((sum, { seconds }) => sum + seconds, 0);
}
