#!/usr/bin/env node
// npm test: every check and every suite, whatever fails on the way. The last line is the sum: `N passed, N failed`.
import { mkdirSync } from 'node:fs';
import { runScript, tellFailure } from './child.mjs';
import { runtimeEnvironment } from './runtime-environment.mjs';
import { SetupError } from './setup/say.mjs';
import { setUp } from './setup.mjs';
import { failureList } from './test/failures.mjs';
import { makeRunFolder } from './test/run-folder.mjs';
import { runStage } from './test/run-stage.mjs';
import { chooseStages, reportFolder, stages } from './test/stages.mjs';
import { resultTable } from './test/table.mjs';
import { closingLine, nothing, sumCounts } from './test/tally.mjs';

// They only read, so they run one after another beside the others, in the time that those leave; their words are shown
// together afterwards.
const backgroundNames = new Set(['lint', 'types', 'dead code']);

await runScript(async () => {
  const chosen = chooseStages(process.argv.slice(2));
  if (chosen === null) {
    const names = stages.map(({ name }) => name).join(', ');
    throw new SetupError(`--only names a stage that doesn’t exist. Nothing was run. The stages are: ${names}.`);
  }
  const env = await preparedEnvironment();
  if (env === null) return close({ ...nothing, failed: 1 });
  mkdirSync(reportFolder, { recursive: true });
  const results = await runAll(chosen, env);
  const total = sumCounts(results.map(({ counts }) => counts));
  const failures = failureList(results);
  if (failures !== '') {
    title('what failed');
    process.stdout.write(failures);
  }
  process.stdout.write(`\n${resultTable(results)}\n`);
  return close(total);
});

/** Null when set-up failed, which is told and counts as a failure: whoever reads only the last line must see it. */
async function preparedEnvironment() {
  try {
    const environment = runtimeEnvironment(await setUp());
    const folder = makeRunFolder();
    return { ...environment, TMPDIR: folder, TEMP: folder, TMP: folder };
  } catch (error) {
    tellFailure(error);
    return null;
  }
}

function close(total) {
  process.stdout.write(`\n${closingLine(total)}\n`);
  return total.failed === 0 ? 0 : 1;
}

async function runAll(chosen, env) {
  const background = runBackground(chosen, env);
  const foreground = chosen.filter(({ name }) => !backgroundNames.has(name));
  const results = [];
  for (const stage of foreground) results.push(await runForeground(stage, results, env));
  const checks = await background;
  checks.forEach(showOutput);
  return [...checks, ...results];
}

async function runBackground(chosen, env) {
  const results = [];
  for (const stage of chosen.filter(({ name }) => backgroundNames.has(name))) {
    results.push(await runStage(stage, { env, quiet: true }));
  }
  return results;
}

async function runForeground(stage, earlier, env) {
  title(stage.name);
  const buildFailed = earlier.some(({ name, counts }) => name === 'build' && counts.failed > 0);
  if (stage.kind === 'playwright' && buildFailed) {
    process.stdout.write('Not run, because the build failed: an older build would have been tested. Counted as failed.\n');
    return { name: stage.name, counts: { ...nothing, failed: 1 }, failures: [], seconds: 0 };
  }
  return runStage(stage, { env });
}

function showOutput({ name, counts, output }) {
  title(name);
  const words = output.trim();
  process.stdout.write(`${words === '' ? '' : `${words}\n`}${counts.failed === 0 ? 'holds' : 'does not hold'}\n`);
}

function title(name) {
  process.stdout.write(`\n=== ${name} ${'='.repeat(Math.max(3, 60 - name.length))}\n\n`);
}
