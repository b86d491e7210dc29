#!/usr/bin/env node
// npm run gallery: a picture of every page, in both languages and both colour schemes, for people to look at; with `--readme`
// those that README shows of the sample vault.
import { build } from './build.mjs';
import { ownArguments, runScript } from './child.mjs';
import { playScript } from './demo.mjs';
import { runtimeEnvironment } from './runtime-environment.mjs';
import { setUp } from './setup.mjs';

await runScript(async () => {
  const env = runtimeEnvironment(await setUp());
  await build(env);
  return playScript(ownArguments().includes('--readme') ? 'readme-pictures.ts' : 'gallery.ts', env, ownArguments());
});
