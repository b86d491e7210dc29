import { closeSync, existsSync, openSync, readFileSync, readSync, readdirSync, statSync } from 'node:fs';
import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { root } from '../setup/run.mjs';

const megabyte = 1024 * 1024;

/** What each part may weigh at most, in MB; above it, packing fails. Raise a number on purpose, with the reason in the commit. */
export function readBudget() {
  return JSON.parse(readFileSync(join(root, 'scripts/package/size-budget.json'), 'utf8'));
}

/**
 * Holds sizes (bytes by part) against a budget (MB by part): a list of { part, megabytes, limit, isOver }, in the budget's
 * order. Throws where a part has no limit or a limit no part, since what nobody measures grows.
 */
export function judgeSizes(sizes, budget) {
  const odd = [...Object.keys(sizes).filter((part) => !(part in budget)), ...Object.keys(budget).filter((part) => !(part in sizes))];
  if (odd.length > 0) throw new Error(`size budget and package name different parts: ${odd.join(', ')}`);
  return Object.entries(budget).map(([part, limit]) => ({ part, megabytes: sizes[part] / megabyte, limit, isOver: sizes[part] > limit * megabyte }));
}

/** The bytes of a packed application by part; `resources` is its folder of that name, `folder` the whole. */
export function measurePackage(folder, resources) {
  const total = bytesOf(folder);
  const archive = join(resources, 'app.asar');
  const packed = sizesByPart(readListing(archive));
  // What a runtime needs beside the archive, as a driver of its own, is ours too.
  const beside = existsSync(join(resources, 'addons')) ? bytesOf(join(resources, 'addons')) : 0;
  const libraries = packed.libraries + beside;
  return { application: packed.application, libraries, fonts: packed.fonts, electron: total - packed.application - packed.fonts - libraries, total };
}

/** Adds up an archive's files by part: libraries, the fonts that contracts are printed in, and the program. */
export function sizesByPart(files) {
  const sizes = { application: 0, libraries: 0, fonts: 0 };
  for (const { path, bytes } of files) sizes[partOf(path)] += bytes;
  return sizes;
}

function partOf(path) {
  if (path.startsWith('node_modules/')) return 'libraries';
  return path.startsWith('out/fonts/') ? 'fonts' : 'application';
}

/** The files of an asar archive, also those that lie unpacked beside it. Layout: Chromium's pickle around a JSON text. */
function readListing(archive) {
  const file = openSync(archive, 'r');
  try {
    const head = Buffer.alloc(16);
    readSync(file, head, 0, 16, 0);
    const text = Buffer.alloc(head.readUInt32LE(12));
    readSync(file, text, 0, text.length, 16);
    return filesOf(JSON.parse(text.toString('utf8')), '');
  } finally {
    closeSync(file);
  }
}

function filesOf({ files, size }, path) {
  if (files === undefined) return [{ path, bytes: size ?? 0 }];
  return Object.entries(files).flatMap(([name, entry]) => filesOf(entry, path === '' ? name : `${path}/${name}`));
}

function bytesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((bytes, entry) => bytes + statSync(join(entry.parentPath, entry.name)).size, 0);
}
