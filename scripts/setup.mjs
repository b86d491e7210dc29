#!/usr/bin/env node
// Brings a fresh clone to where it can be started and tested. Node's own modules only: it runs before anything is
// installed, on Node 20 or later. Every step looks first and does nothing when its work is done.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './setup/dependencies.mjs';
import { obtainDriverAddon } from './setup/driver-addon.mjs';
import { obtainElectron } from './setup/electron-runtime.mjs';
import { recall, remember } from './setup/memory.mjs';
import { root } from './setup/run.mjs';
import { say, SetupError } from './setup/say.mjs';
import { ensureSystemPackages } from './setup/system-packages.mjs';
import { setupVersion } from './setup/version.mjs';

const runtimeFile = join(root, 'node_modules', '.deedbox-runtime.json');

/**
 * Sets up what is missing and gives the runtime: { electron: { distFolder, executable, version, substitute },
 * sqliteBinding } where sqliteBinding is the path of the driver's addon when the runtime needs one of its own.
 */
export async function setUp({ refresh = false } = {}) {
  await ensureSystemPackages();
  await ensureDependencies();
  const known = refresh ? null : rememberedRuntime();
  if (known !== null) return known;
  const electron = await obtainElectron({ refresh });
  const runtime = { electron, sqliteBinding: electron.substitute ? await obtainDriverAddon() : null };
  remember(runtimeFile, { setupVersion, ...runtime });
  return runtime;
}

function rememberedRuntime() {
  const { setupVersion: madeBy, ...runtime } = recall(runtimeFile) ?? {};
  if (madeBy !== setupVersion) return null;
  const paths = [runtime.electron.executable, runtime.sqliteBinding].filter((path) => path !== null);
  return paths.every((path) => existsSync(path)) ? runtime : null;
}

if (process.argv[1] === import.meta.filename || process.argv[1]?.endsWith('setup.mjs')) {
  const started = Date.now();
  setUp({ refresh: process.argv.includes('--refresh') })
    .then(({ electron }) => say(`Ready: Electron ${electron.version} (${((Date.now() - started) / 1000).toFixed(1)} s)`))
    .catch((error) => {
      process.stderr.write(`\n${error instanceof SetupError ? error.message : error.stack}\n`);
      process.exitCode = 1;
    });
}
