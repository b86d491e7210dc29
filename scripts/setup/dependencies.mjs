import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, projectNode, root } from './run.mjs';
import { say } from './say.mjs';

const stampFile = join(root, 'node_modules', '.deedbox-setup.json');

/** Installs node_modules exactly as locked when they are missing or the lock file has changed since. */
export function ensureDependencies() {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  const stamp = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  if (stamp.lock === lock && existsSync(projectNode())) return;
  say('Installing the project’s packages …');
  mustRun(
    'npm',
    ['ci', '--no-audit', '--no-fund'],
    'The packages could not be installed. Your files are unharmed; check the network and run the command again.',
    { env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' } },
  );
  writeFileSync(stampFile, JSON.stringify({ lock }));
}
