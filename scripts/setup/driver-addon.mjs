import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cached } from './cache.mjs';
import { mustRun, root, run } from './run.mjs';
import { say, SetupError } from './say.mjs';

/**
 * The database driver's addon for the substitute Electron, whose Node-API is older than the one that the shipped
 * addon needs: built once from the driver's own source. Gives the path of the `.node` file.
 */
export async function obtainDriverAddon() {
  const source = join(root, 'node_modules', 'better-sqlite3');
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const folder = await cached(`driver-${version}-napi-experimental`, async (target) => {
    say('Building the encrypted database driver for this Electron (about two minutes, once) …');
    const build = join(target, 'build-folder');
    cpSync(source, build, { recursive: true });
    cpSync(join(root, 'node_modules', 'node-addon-api'), join(build, 'node_modules', 'node-addon-api'), { recursive: true });
    const gyp = join(build, 'binding.gyp');
    writeFileSync(gyp, forOlderNodeApi(readFileSync(gyp, 'utf8'), version));
    mustRun(
      join(root, 'node_modules', '.bin', 'node-gyp'),
      ['rebuild', '--release', '--force_build=1', ...headersOption()],
      'The database driver could not be built. It needs python3, make and g++ (Debian: build-essential). ' +
        'Nothing else was changed; install them and run the command again.',
      { cwd: build },
    );
    copyFileSync(join(build, 'build', 'Release', 'better_sqlite3.node'), join(target, 'better_sqlite3.node'));
    rmSync(build, { recursive: true });
  });
  return join(folder, 'better_sqlite3.node');
}

function forOlderNodeApi(description, version) {
  const wanted = "'NAPI_VERSION=10'";
  // Built unchanged, the addon would not fail politely on the older runtime: it would crash it.
  if (!description.includes(wanted)) {
    throw new SetupError(
      `The build description of the database driver ${version} is not the one that set-up knows how to adapt. Nothing ` +
        'was built or changed; adapt scripts/setup/driver-addon.mjs to it, or go back to the driver’s earlier version.',
    );
  }
  return description
    .replace(wanted, "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'")
    .replaceAll("'-flto'", "'-fno-lto'");
}

/** Node's headers where the system keeps them, so that the build asks no network. */
function headersOption() {
  const configured = run('npm', ['config', 'get', 'nodedir']).stdout.trim();
  const candidates = [configured, dirname(dirname(process.execPath)), '/usr', '/usr/local'];
  const found = candidates.find((folder) => folder !== '' && existsSync(join(folder, 'include', 'node', 'node_api.h')));
  return found === undefined ? [] : [`--nodedir=${found}`];
}
