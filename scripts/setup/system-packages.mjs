import { existsSync } from 'node:fs';
import { inTurn } from './cache.mjs';
import { lastLines, run } from './run.mjs';
import { say } from './say.mjs';

/** What a bare Debian lacks: Electron's libraries, a screen in memory, Chinese fonts, and the judges of our PDFs. */
const packages = [
  ...['xvfb', 'xauth', 'libnss3', 'libgtk-3-0', 'libgbm1', 'libasound2', 'libxss1', 'libxtst6', 'libnotify4'],
  ...['libatk-bridge2.0-0', 'libdrm2', 'libsecret-1-0', 'fonts-noto-cjk', 'dbus-x11', 'dunst', 'unzip'],
  ...['poppler-utils', 'qpdf', 'mupdf-tools', 'openssl', 'binutils'],
];

/**
 * Installs what is missing on a Debian where we are root; elsewhere says what to type. Never ends the set-up: much works
 * without some of these, and what doesn't says so itself.
 */
export async function ensureSystemPackages() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  if (missingPackages().length === 0) return;
  if (process.getuid() !== 0) {
    say(`Some system packages are missing; going on without. Please run:\n\n    sudo apt-get ${installArguments().join(' ')}\n`);
    return;
  }
  // apt serves one at a time and turns a second away.
  await inTurn('system-packages', installMissing);
}

function installMissing() {
  if (missingPackages().length === 0) return;
  say(`Installing system packages: ${missingPackages().join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A source that can't be reached fails the update, while the others may well have what is needed.
  run('apt-get', ['update', '-qq'], { env });
  const { output } = run('apt-get', installArguments(), { env });
  const missing = missingPackages();
  if (missing.length === 0) return;
  say(`Could not be installed: ${missing.join(' ')}. Nothing else was changed; going on without. apt-get said:`);
  say(lastLines(output.trim().split('\n')).join('\n  '));
}

function installArguments() {
  return ['install', '-y', '--no-install-recommends', ...missingPackages().map(nameHere)];
}

/** Releases after Debian 12 carry some libraries under a second name, for their 64-bit time. */
function nameHere(name) {
  return run('apt-cache', ['show', `${name}t64`]).code === 0 ? `${name}t64` : name;
}

function missingPackages() {
  const asked = packages.flatMap((name) => [name, `${name}t64`]);
  const { stdout } = run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...asked], { env: process.env });
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return packages.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}
