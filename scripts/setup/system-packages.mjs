import { existsSync } from 'node:fs';
import { mustRun, run } from './run.mjs';
import { say } from './say.mjs';

/** What a bare Debian lacks: Electron's libraries, a screen in memory, Chinese fonts, and the judges of our PDFs. */
const packages = [
  ...['xvfb', 'xauth', 'libnss3', 'libgtk-3-0', 'libgbm1', 'libasound2', 'libxss1', 'libxtst6', 'libnotify4'],
  ...['libatk-bridge2.0-0', 'libdrm2', 'libsecret-1-0', 'fonts-noto-cjk', 'dbus-x11', 'dunst', 'unzip'],
  ...['poppler-utils', 'qpdf', 'mupdf-tools', 'openssl', 'binutils'],
];

/** Installs what is missing on a Debian where we are root; elsewhere says what to type. Gives the names still missing. */
export function ensureSystemPackages() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return [];
  const missing = missingPackages();
  if (missing.length === 0) return [];
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0) {
    say(`These system packages are missing. Please run:\n\n    sudo ${command}\n`);
    return missing;
  }
  say(`Installing system packages: ${missing.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const sentence = 'The system packages could not be installed. The project itself is unharmed; run the command again.';
  mustRun('apt-get', ['update', '-qq'], sentence, { env });
  mustRun('apt-get', command.split(' ').slice(1), sentence, { env });
  return missingPackages();
}

function missingPackages() {
  const { stdout } = run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...packages], { env: process.env });
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return packages.filter((name) => !installed.has(name));
}
