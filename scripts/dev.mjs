#!/usr/bin/env node
// npm run dev: the window over a development server; a change to the renderer shows at once.
import { ownArguments, runScript, runVisibly } from './child.mjs';
import { runtimeEnvironment, toolCommand, withDisplay } from './runtime-environment.mjs';
import { setUp } from './setup.mjs';

await runScript(async () => {
  const env = runtimeEnvironment(await setUp());
  if (process.getuid?.() === 0) env.NO_SANDBOX = '1';
  const [command, args] = toolCommand('electron-vite', ['dev', '--watch', ...applicationArguments()]);
  return runVisibly(withDisplay(command, args), { env });
});

function applicationArguments() {
  const given = ownArguments();
  return given.length === 0 ? [] : ['--', ...given];
}
