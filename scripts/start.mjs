#!/usr/bin/env node
// npm start: sets up what is missing, builds, opens the window. Arguments after `--` go to the application.
import { build } from './build.mjs';
import { ownArguments, runScript, runVisibly } from './child.mjs';
import { playDemo } from './demo.mjs';
import { hasDisplay, runtimeEnvironment } from './runtime-environment.mjs';
import { root } from './setup/run.mjs';
import { say } from './setup/say.mjs';
import { setUp } from './setup.mjs';

await runScript(async () => {
  const runtime = await setUp();
  const env = runtimeEnvironment(runtime);
  await build(env);
  if (!hasDisplay()) {
    say('There is no screen here to open a window on, so the demonstration plays on a screen in memory instead.');
    return playDemo(env);
  }
  say(`Opening Deedbox on Electron ${runtime.electron.version} …`);
  return runVisibly([runtime.electron.executable, [root, ...sandboxArguments(), ...ownArguments()]], { env });
});

function sandboxArguments() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return [];
  say('You are root, for whom Chromium refuses its sandbox: starting with --no-sandbox. Packaged, Deedbox keeps it.');
  return ['--no-sandbox'];
}
