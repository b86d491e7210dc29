import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './setup/run.mjs';
import { SetupError } from './setup/say.mjs';

/** Runs a command on this terminal to its end and gives its exit code; a signal to us reaches it first. */
export function runVisibly([command, args], { env, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const stopPassing = () => process.off('SIGINT', pass).off('SIGTERM', pass);
    child.on('error', (error) => {
      stopPassing();
      reject(new SetupError(`${command} could not be started (${error.message}). Nothing was changed; run npm run setup.`));
    });
    child.on('close', (code, signal) => {
      stopPassing();
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/** Runs a script's work; its number becomes the exit code, its known failures a sentence instead of a stack. */
export async function runScript(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    tellFailure(error);
    process.exitCode = 1;
  }
}

/** A failure we foresaw is told by its sentence; of any other only the stack can say where it comes from. */
export function tellFailure(error) {
  process.stderr.write(`\n${error instanceof SetupError ? error.message : error.stack}\n`);
}

/** What follows `--` on our own command line, and what was given before it. */
export function ownArguments(argv = process.argv.slice(2)) {
  return argv[0] === '--' ? argv.slice(1) : argv;
}
