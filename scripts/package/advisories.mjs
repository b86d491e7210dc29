import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/run.mjs';

/** From this severity on a known advisory of a shipped library stops the packaging. */
export const stoppingSeverities = ['moderate', 'high', 'critical'];

/**
 * Asks the registry for known advisories of the shipped libraries (each as `name@version`) and writes the answer beside
 * the bill of materials. Names and versions of what the lock file holds leave the machine, nothing else.
 */
export function askAdvisories(folder, shipped) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const judged = judgeAdvisories(auditAnswer(), lock, shipped);
  const file = join(folder, 'deedbox.advisories.json');
  writeFileSync(file, `${JSON.stringify(judged, null, 2)}\n`);
  return { file, ...judged };
}

/**
 * What `npm audit --json` said of the shipped libraries: `{ asked: true, found }` with an entry for each advisory of a
 * severity that stops, or `{ asked: false, reason }` where it told of no vulnerabilities, not even of none. A library is
 * told from tools of the same name by where it lies in the lock file.
 */
export function judgeAdvisories(answer, lock, shipped) {
  const report = parsed(answer);
  if (typeof report?.vulnerabilities !== 'object') return { asked: false, reason: report?.message || report?.error?.summary || 'npm audit gave no answer' };
  const found = Object.values(report.vulnerabilities).flatMap(({ name, via, nodes }) => {
    const libraries = nodes.map((path) => libraryAt(lock, path, name)).filter((library) => shipped.includes(library));
    // A name instead of an advisory says that a library depends on a vulnerable one, which has an entry of its own.
    const advisories = via.filter((one) => typeof one !== 'string' && stoppingSeverities.includes(one.severity));
    return libraries.flatMap((library) => advisories.map(({ severity, title, url, range }) => ({ library, severity, title, url, range })));
  });
  return { asked: true, found };
}

function libraryAt(lock, path, name) {
  const entry = lock.packages[path];
  // An alias carries the true name.
  return `${entry?.name ?? name}@${entry?.version}`;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function auditAnswer() {
  // Its exit code is 1 both for advisories and for a registry that can't be asked: the answer tells them apart.
  const { stdout } = spawnSync('npm', ['audit', '--json', '--package-lock-only', '--fetch-retries=1', '--fetch-timeout=20000'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  return stdout ?? '';
}
