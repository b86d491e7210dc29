#!/usr/bin/env node
// npm run demo: drives the real window from an empty vault to a signed contract, with a screenshot of every step.
import { join } from 'node:path';
import { build } from './build.mjs';
import { ownArguments, runScript, runVisibly } from './child.mjs';
import { runtimeEnvironment, withDisplay, withSessionBus } from './runtime-environment.mjs';
import { projectNode, root } from './setup/run.mjs';
import { say } from './setup/say.mjs';
import { setUp } from './setup.mjs';

/** Plays the demonstration in an application already built; gives its exit code. */
export async function playDemo(env) {
  const code = await playScript('demo.ts', env);
  if (code !== 0) say(`The demonstration stopped (code ${code}); what it made so far is in ${join(root, 'artifacts', 'demo')}`);
  return code;
}

/** Runs a script of test/e2e that drives the window; Node 24 reads TypeScript as it is. */
export function playScript(file, env, args = []) {
  const script = [join(root, 'test', 'e2e', file), ...args];
  return runVisibly(withDisplay(...withSessionBus(projectNode(), script)), { env });
}

if (process.argv[1] === import.meta.filename) {
  await runScript(async () => {
    const env = runtimeEnvironment(await setUp());
    await build(env);
    return ownArguments().length === 0 ? playDemo(env) : playScript('demo.ts', env, ownArguments());
  });
}
