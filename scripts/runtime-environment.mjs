import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectEnvironment, projectNode, root } from './setup/run.mjs';

/** The environment in which the application and its end-to-end tests run, from what `setUp` gave. */
export function runtimeEnvironment({ electron, sqliteBinding }) {
  const environment = projectEnvironment({ ELECTRON_EXEC_PATH: electron.executable });
  // Left over from another shell, either of these would start something other than the application we built.
  delete environment.ELECTRON_RUN_AS_NODE;
  delete environment.DEEDBOX_SQLITE_BINDING;
  if (electron.substitute) {
    environment.ELECTRON_OVERRIDE_DIST_PATH = electron.distFolder;
    // electron-vite compiles for the version in package.json unless told which one will run the result.
    environment.ELECTRON_MAJOR_VER = electron.version.split('.')[0];
  }
  if (sqliteBinding !== null) environment.DEEDBOX_SQLITE_BINDING = sqliteBinding;
  return environment;
}

/** Whether this machine has a screen that a window can open on. */
export function hasDisplay(environment = process.env, platform = process.platform) {
  if (platform !== 'linux') return true;
  return Boolean(environment.DISPLAY) || Boolean(environment.WAYLAND_DISPLAY);
}

/** Wraps a command so that it has a screen: as it is where there is one, else under a screen in memory. */
export function withDisplay(command, args) {
  if (hasDisplay()) return [command, args];
  // 24 bits: with fewer Chromium draws no frames and every click waits for one.
  return ['xvfb-run', ['-a', '-s', '-screen 0 2000x1400x24', command, ...args]];
}

/**
 * Wraps a command so that it has a session bus of its own, where notifications can be received and counted. What the bus
 * says of itself is kept from the terminal; the command writes there as ever.
 */
export function withSessionBus(command, args) {
  const available = process.platform === 'linux' && spawnSync('dbus-run-session', ['--version']).status === 0;
  const quietly = `exec dbus-run-session -- sh -c 'exec "$@" 2>&3 3>&-' sh "$@" 3>&2 2>/dev/null`;
  return available ? ['sh', ['-c', quietly, 'sh', command, ...args]] : [command, args];
}

/** The command that runs a tool of node_modules with the project's own Node, the same on every system. */
export function toolCommand(packageName, args, binary = packageName) {
  const folder = join(root, 'node_modules', ...packageName.split('/'));
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const entry = typeof bin === 'string' ? bin : bin[binary];
  return [projectNode(), [join(folder, entry), ...args]];
}
