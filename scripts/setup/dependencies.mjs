import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTurn } from './cache.mjs';
import { recall, remember } from './memory.mjs';
import { hasProjectNode, mustRun, root } from './run.mjs';
import { say } from './say.mjs';

const stampFile = join(root, 'node_modules', '.deedbox-setup.json');

/** Installs node_modules exactly as locked when they are missing or the lock file has changed since. */
export async function ensureDependencies() {
  if (areInstalled()) return;
  // Two commands started together in one checkout would empty node_modules under each other.
  await inTurn(`packages-${digest(root).slice(0, 16)}`, () => {
    if (!areInstalled()) install();
  });
}

function areInstalled() {
  return recall(stampFile)?.lock === lockDigest() && hasProjectNode();
}

function install() {
  say('Installing the project’s packages …');
  mustRun(
    'npm',
    // Errors only: what packages think of the system's Node doesn't matter, they run on the project's own.
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    'The packages could not be installed. Your files are unharmed. If the lines below name the network, check it and ' +
      'run the command again. If they say “not in sync” or “Missing … from lock file”, package-lock.json does not fit ' +
      'package.json or asks for what this registry lacks: correct it where it was made (npm install) and commit it.',
    { env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' }, excerpt: (lines) => lines.slice(0, 20) },
  );
  remember(stampFile, { lock: lockDigest() });
}

function lockDigest() {
  return digest(readFileSync(join(root, 'package-lock.json')));
}

function digest(data) {
  return createHash('sha256').update(data).digest('hex');
}
