#!/usr/bin/env node
// npm run package: the application as a folder for this machine, in dist/. On a release machine, targets after `--`
// make installers: npm run package -- --linux AppImage deb. With `--built` alone, what lies in out/ is packed as it is.
// After `-- --update INSTALLER NOTES.json`, an installer becomes a signed update file (docs/update-file.md).
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from './build.mjs';
import { ownArguments, runScript, runVisibly } from './child.mjs';
import { askAdvisories } from './package/advisories.mjs';
import { judgeSizes, measurePackage, readBudget } from './package/sizes.mjs';
import { writeSbom } from './package/sbom.mjs';
import { systemOf, writeUpdateFile } from './package/update-file.mjs';
import { distributionOptions, removeStaging } from './package/distribution.mjs';
import { runtimeEnvironment, toolCommand } from './runtime-environment.mjs';
import { root } from './setup/run.mjs';
import { say, SetupError } from './setup/say.mjs';
import { setUp } from './setup.mjs';

await runScript(async () => {
  const isBuilt = process.argv.includes('--built');
  const targets = ownArguments().filter((argument) => argument !== '--built');
  if (targets[0] === '--update') return makeUpdate(targets.slice(1));
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
  const { file, shipped } = writeSbom(join(root, 'dist'));
  say(`Bill of materials: ${file} (CycloneDX, ${shipped.length} libraries)`);
  reportAdvisories(shipped);
  reportSizes();
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

function reportAdvisories(shipped) {
  const { file, asked, reason, found } = askAdvisories(join(root, 'dist'), shipped);
  if (!asked) return say(`Known advisories: the registry could not be asked (${reason}), as ${file} says; packing goes on.`);
  say(`Known advisories for the shipped libraries: ${found.length} (${file})`);
  for (const { library, severity, title, url } of found) say(`  ${severity.padEnd(8)} ${library}  ${title}  ${url}`);
  if (found.length > 0) {
    throw new SetupError(
      'A library that is shipped has a known advisory, listed above. Don’t give away what lies in dist/; your source is untouched. ' +
        'Raise the library to a version that the advisory names as mended and run npm run package again.',
    );
  }
}

function reportSizes() {
  const executable = packedExecutable();
  const folder = process.platform === 'darwin' ? join(dirname(executable), '../..') : dirname(executable);
  const resources = process.platform === 'darwin' ? join(folder, 'Contents', 'Resources') : join(folder, 'resources');
  const judged = judgeSizes(measurePackage(folder, resources), readBudget());
  say('Sizes in MB, against scripts/package/size-budget.json:');
  for (const { part, megabytes, limit, isOver } of judged) {
    say(`  ${isOver ? 'TOO LARGE' : 'ok '} ${part.padEnd(12)} ${megabytes.toFixed(1).padStart(6)} of ${limit}`);
  }
  if (judged.some(({ isOver }) => isOver)) {
    throw new SetupError(
      'The package is larger than it may be; it lies in dist/ and your source is untouched. See what was added (dist/deedbox.cdx.json ' +
        'lists the libraries), leave it out, or raise the limit in scripts/package/size-budget.json and say why.',
    );
  }
}

async function makeUpdate([installer, notesFile]) {
  const keyFile = process.env.DEEDBOX_SIGNING_KEY;
  const system = installer === undefined ? null : systemOf(basename(installer));
  if (system === null || notesFile === undefined || keyFile === undefined || ![installer, notesFile, keyFile].every((path) => existsSync(path))) {
    throw new SetupError(
      'An update file needs an installer as electron-builder named it and the notes: npm run package -- --update INSTALLER NOTES.json, ' +
        'with DEEDBOX_SIGNING_KEY naming the release key’s file. Nothing was written.',
    );
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { zh, en } = JSON.parse(readFileSync(notesFile, 'utf8'));
  const target = join(dirname(installer), `Deedbox-${version}-${system.platform}-${system.arch}.deedbox-update`);
  if (existsSync(target)) throw new SetupError(`${target} is there already and was left as it is. Move it away and try again.`);
  const about = { version, ...system, releasedOn: new Date().toISOString().slice(0, 10), notes: { zh, en } };
  await writeUpdateFile({ installer, target, about, signingKey: readFileSync(keyFile, 'utf8') });
  say(`Update file: ${target}`);
  return 0;
}
