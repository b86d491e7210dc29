#!/usr/bin/env node
// npm run bench -- [NAME…] [--json FILE] [--only start,insert]: measures every promised ratio, both sides in one run.
// npm run bench -- faults --runs N: kills, full disks and changed bytes, and what they cost.
import { join } from 'node:path';
import { build } from './build.mjs';
import { runScript, runVisibly } from './child.mjs';
import { runtimeEnvironment, withDisplay } from './runtime-environment.mjs';
import { projectNode, root } from './setup/run.mjs';
import { setUp } from './setup.mjs';

await runScript(async () => {
  const env = runtimeEnvironment(await setUp());
  await build(env);
  const command = withDisplay(projectNode(), [join(root, 'test', 'bench', 'run.ts'), ...process.argv.slice(2)]);
  return runVisibly(command, { env });
});
