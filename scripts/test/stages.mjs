import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildCommand } from '../build.mjs';
import { hasDisplay, toolCommand, withDisplay, withSessionBus } from '../runtime-environment.mjs';
import { root } from '../setup/run.mjs';

export const reportFolder = join(root, 'artifacts', 'test');

/** Every stage of `npm test`, in the order of the table. `report` is where its runner leaves its JSON. */
export const stages = [
  check('lint', () => withRoom(toolCommand('eslint', ['.']))),
  check('types', () => toolCommand('typescript', ['-b'], 'tsc')),
  check('dead code', () => toolCommand('knip', [])),
  suite('unit'),
  suite('integration'),
  suite('security'),
  check('build', buildCommand),
  journeys(),
];

/** The stages named by `--only unit,e2e`, or all; null with a name that doesn't exist. */
export function chooseStages(argv) {
  const at = argv.findIndex((argument) => argument === '--only' || argument.startsWith('--only='));
  if (at === -1) return stages;
  const list = argv[at].includes('=') ? argv[at].split('=')[1] : (argv[at + 1] ?? '');
  const names = new Set(list.split(',').map((name) => name.trim()));
  if ([...names].some((name) => !stages.some((stage) => stage.name === name))) return null;
  // Journeys over an old build would prove nothing about today's source.
  if (names.has('e2e')) names.add('build');
  return stages.filter(({ name }) => names.has(name));
}

/** With types, lint holds all four programs in memory at once: more than Node allows itself by default. */
function withRoom([node, args]) {
  return [node, ['--max-old-space-size=8192', ...args]];
}

function check(name, command) {
  return { name, kind: 'check', command, report: null };
}

function suite(name) {
  const report = join(reportFolder, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, kind: 'vitest', command: () => toolCommand('vitest', ['run', '--project', name, ...reporters]), report };
}

function journeys() {
  // Waiting for a window leaves a core half idle; more than two wait for each other.
  const workers = hasDisplay() ? 1 : Math.min(2, availableParallelism());
  const command = () => withDisplay(...withSessionBus(...toolCommand('@playwright/test', ['test', `--workers=${workers}`], 'playwright')));
  return { name: 'e2e', kind: 'playwright', command, report: join(reportFolder, 'e2e.json') };
}
