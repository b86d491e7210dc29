#!/usr/bin/env node
// npm run icons: draws assets/icons/deedbox.svg in every size that systems ask for, and packs .ico and .icns.
// What it makes is kept in the repository, so that packing needs no drawing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { runScript } from './child.mjs';
import { playScript } from './demo.mjs';
import { packIcns, packIco } from './package/icon-files.mjs';
import { runtimeEnvironment } from './runtime-environment.mjs';
import { root } from './setup/run.mjs';
import { say } from './setup/say.mjs';
import { setUp } from './setup.mjs';

const folder = join(root, 'assets', 'icons');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

await runScript(async () => {
  const env = runtimeEnvironment(await setUp());
  await build(env);
  const code = await playScript('icons.ts', env, [folder, ...sizes.map(String)]);
  if (code !== 0) return code;
  const pictures = new Map(sizes.map((size) => [size, readFileSync(join(folder, `${size}x${size}.png`))]));
  writeFileSync(join(folder, 'icon.ico'), packIco(pictures));
  writeFileSync(join(folder, 'icon.icns'), packIcns(pictures));
  say(`Icons: ${sizes.length} pictures, icon.ico and icon.icns in ${folder}`);
  return 0;
});
