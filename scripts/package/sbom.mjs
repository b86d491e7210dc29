import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/run.mjs';

/** Writes which libraries the package ships, as CycloneDX JSON beside it; gives the file and how many there are. */
export function writeSbom(folder) {
  // npm reads the lock file: nothing is fetched.
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--omit', 'dev', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  const file = join(folder, 'deedbox.cdx.json');
  writeFileSync(file, text);
  return { file, components: JSON.parse(text).components.length };
}
