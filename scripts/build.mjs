#!/usr/bin/env node
// npm run build: compiles the application into out/.
import { runScript, runVisibly } from './child.mjs';
import { runtimeEnvironment, toolCommand } from './runtime-environment.mjs';
import { say, SetupError } from './setup/say.mjs';
import { setUp } from './setup.mjs';

/** The command that compiles the three processes into out/; it tells of problems only, not of each file it writes. */
export const buildCommand = () => toolCommand('electron-vite', ['build', '--logLevel', 'warn']);

/** Compiles the application, or ends with a sentence; the compiler's own words stand above it. */
export async function build(env) {
  say('Building Deedbox …');
  if ((await runVisibly(buildCommand(), { env })) === 0) return;
  throw new SetupError(
    'Deedbox could not be built: the compiler’s message is above. Your vaults and the source are untouched; ' +
      'put right what it names and run the command again.',
  );
}

if (process.argv[1] === import.meta.filename) {
  await runScript(async () => {
    await build(runtimeEnvironment(await setUp()));
  });
}
