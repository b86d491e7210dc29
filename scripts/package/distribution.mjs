import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/run.mjs';

const staging = join(root, 'dist', '.staging');

/**
 * electron-builder's options for packing with the runtime that set-up found, so that packing downloads nothing. The
 * substitute goes in without its launcher, and with the driver's addon that it needs beside the application.
 */
export function distributionOptions({ electron, sqliteBinding }) {
  const options = [`--config.electronVersion=${electron.version}`];
  if (!electron.substitute) return [...options, `--config.electronDist=${electron.distFolder}`];
  options.push(`--config.electronDist=${copyWithoutLauncher(electron.distFolder)}`);
  if (sqliteBinding === null) return options;
  return [...options, `--config.extraResources.from=${copyAddon(sqliteBinding)}`, '--config.extraResources.to=addons'];
}

export function removeStaging() {
  rmSync(staging, { recursive: true, force: true });
}

function copyWithoutLauncher(distFolder) {
  const target = join(staging, 'electron');
  const launcher = join(distFolder, 'resources', 'app');
  cpSync(distFolder, target, { recursive: true, filter: (source) => !source.startsWith(launcher) });
  return target;
}

function copyAddon(sqliteBinding) {
  const target = join(staging, 'addons');
  mkdirSync(target, { recursive: true });
  cpSync(sqliteBinding, join(target, 'better_sqlite3.node'));
  return target;
}
