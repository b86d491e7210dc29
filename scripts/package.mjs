#!/usr/bin/env node
// npm run package: the application as a folder for this machine, in dist/. On a release machine, targets after `--`
// make installers: npm run package -- --linux AppImage deb. With `--built` alone, what lies in out/ is packed as it is.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ownArguments, runScript, runVisibly } from './child.mjs';
import { writeSbom } from './package/sbom.mjs';
import { distributionOptions, removeStaging } from './package/distribution.mjs';
import { runtimeEnvironment, toolCommand } from './runtime-environment.mjs';
import { root } from './setup/run.mjs';
import { say, SetupError } from './setup/say.mjs';
import { setUp } from './setup.mjs';

await runScript(async () => {
  const isBuilt = process.argv.includes('--built');
  const targets = ownArguments().filter((argument) => argument !== '--built');
  const runtime = await setUp();
  if (targets.length > 0 && runtime.electron.substitute) {
    throw new SetupError(
      'Installers are made only with the Electron named in package.json, which this machine could not fetch. Nothing ' +
        'was packed; run this on a machine that reaches Electron’s releases, or without targets for a folder to try.',
    );
  }
  const env = runtimeEnvironment(runtime);
  if (!isBuilt) await build(env);
  removeStaging();
  try {
    await pack(targets.length > 0 ? targets : ['--dir', ...distributionOptions(runtime)], env);
  } finally {
    removeStaging();
  }
  const { file, components } = writeSbom(join(root, 'dist'));
  say(`Bill of materials: ${file} (CycloneDX, ${components} libraries)`);
  if (targets.length > 0) return 0;
  return reportFuses(packedExecutable());
});

async function pack(options, env) {
  say('Packing …');
  const code = await runVisibly(toolCommand('electron-builder', [...options, '--publish', 'never']), { env });
  if (code === 0) return;
  throw new SetupError(
    'Deedbox could not be packed: the packer’s message is above. The source, out/ and every vault are untouched; ' +
      'put right what it names and run npm run package again.',
  );
}

function packedExecutable() {
  const names = { darwin: 'Deedbox.app/Contents/MacOS/Deedbox', win32: 'Deedbox.exe' };
  const dist = join(root, 'dist');
  const folder = readdirSync(dist).find((name) => existsSync(join(dist, name, names[process.platform] ?? 'deedbox')));
  if (folder === undefined) throw new SetupError('The packer ended well but left no application in dist/. Report this.');
  return join(dist, folder, names[process.platform] ?? 'deedbox');
}

async function reportFuses(executable) {
  // Read late: on a fresh clone the module is there only after set-up.
  const { readFuses } = await import('./package/fuses.mjs');
  const fuses = await readFuses(executable);
  say('Fuses, read back from the packed binary:');
  for (const { name, state, asWanted } of fuses) say(`  ${asWanted ? 'ok ' : 'NOT AS WANTED'} ${name} ${state}`);
  if (fuses.some(({ asWanted }) => !asWanted)) {
    throw new SetupError(
      `The packed application is not hardened as it must be. Don’t give away ${executable}; your source is untouched. ` +
        'Compare electronFuses in electron-builder.yml with scripts/package/fuses.mjs.',
    );
  }
  say(`Ready: ${executable}`);
  return 0;
}
