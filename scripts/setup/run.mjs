import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError } from './say.mjs';

export const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..');
const binaries = join(root, 'node_modules', '.bin');

/** The environment in which the project's own Node and tools come first. */
export function projectEnvironment(extra = {}) {
  return { ...process.env, ...extra, PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}` };
}

const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

export function hasProjectNode() {
  return existsSync(ownNode);
}

/** The project's own Node where it is installed, else the one that runs this script. */
export function projectNode() {
  return hasProjectNode() ? ownNode : process.execPath;
}

/** Runs a command to its end and gives its exit code and output; `quiet` keeps the output off the terminal. */
export function run(command, args, { cwd = root, env = projectEnvironment(), quiet = true, timeout } = {}) {
  const result = spawnSync(command, args, {
    cwd,
    env,
    timeout,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && !command.endsWith('.exe'),
  });
  return { code: result.status ?? 1, output: `${result.stdout ?? ''}${result.stderr ?? ''}`, stdout: result.stdout ?? '' };
}

/** Like `run`, but a failing command ends the set-up with the sentence given and the lines that `excerpt` picks. */
export function mustRun(command, args, sentence, { excerpt = lastLines, ...options } = {}) {
  const result = run(command, args, options);
  if (result.code !== 0) throw new SetupError(`${sentence}\n\n${excerpt(result.output.trim().split('\n')).join('\n')}`);
  return result;
}

/** The end of what a command said, which is where most say why they stopped. */
export const lastLines = (lines) => lines.slice(-20);
