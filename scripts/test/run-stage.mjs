import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { clearTimeout, setTimeout } from 'node:timers';
import { root } from '../setup/run.mjs';
import { listFailures } from './failures.mjs';
import { countStage } from './tally.mjs';

// Far above what any stage takes: a runner that hangs becomes a failure instead of a build that never ends.
const stageLimitMs = 45 * 60_000;

// Stages run beside each other, and a group of its own hears nothing of the terminal's Ctrl-C.
const running = new Set();

/**
 * Runs one stage and gives { name, counts, failures, seconds, output }. `quiet` collects the output instead of showing it, for
 * stages that run beside another.
 */
export async function runStage(stage, { env, quiet = false }) {
  const started = Date.now();
  // The report of an earlier run must not speak for this one.
  if (stage.report !== null) rmSync(stage.report, { force: true });
  const { exitCode, output } = await runCommand(stage, { env, quiet });
  const report = readReport(stage.report);
  const counts = countStage({ kind: stage.kind, exitCode, report });
  return { name: stage.name, counts, failures: listFailures({ kind: stage.kind, report }), seconds: (Date.now() - started) / 1000, output };
}

function readReport(path) {
  if (path === null || !existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Half a report is a runner that died while writing it.
    return null;
  }
}

function runCommand(stage, options) {
  try {
    return runGroup(stage.command(), options);
  } catch (error) {
    // A tool that isn't there is one failed stage; the others still have something to say.
    return { exitCode: 127, output: notStarted(stage.name, error, options) };
  }
}

function notStarted(name, error, { quiet }) {
  const note = `${name} could not be started: ${error.message}\n`;
  if (!quiet) process.stderr.write(note);
  return note;
}

/** Runs a command as a process group of its own, so that what it started ends with it. */
function runGroup([command, args], { env, quiet }) {
  return new Promise((resolve) => {
    const detached = process.platform !== 'win32';
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = spawn(command, args, { cwd: root, env, stdio, detached });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    if (quiet) standBack(child);
    if (running.size === 0) process.on('SIGINT', stopAll).on('SIGTERM', stopAll);
    running.add(child);
    const limit = setTimeout(() => {
      process.stderr.write(`\nStopped after ${stageLimitMs / 60_000} minutes without an end: ${command}\n`);
      end(child, 'SIGKILL');
    }, stageLimitMs);
    const finish = (exitCode, note = '') => {
      clearTimeout(limit);
      running.delete(child);
      if (running.size === 0) process.off('SIGINT', stopAll).off('SIGTERM', stopAll);
      end(child, 'SIGKILL');
      resolve({ exitCode, output: output + note });
    };
    child.on('error', (error) => {
      finish(127, notStarted(command, error, { quiet }));
    });
    // Without pipes nothing is left to read at the end of the process; with them, 'close' waits for the last line.
    child.on(quiet ? 'close' : 'exit', (code) => finish(code ?? 1));
  });
}

/** Lets what is shown go first: only the time that it leaves is used. Where the system refuses, both share as equals. */
function standBack({ pid }) {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
    // Linux may weigh process groups against each other before it looks at a process's own priority.
    if (existsSync(`/proc/${pid}/autogroup`)) writeFileSync(`/proc/${pid}/autogroup`, String(constants.priority.PRIORITY_LOW));
  } catch {
    // It was not started, or is gone already: that is told elsewhere.
  }
}

function stopAll() {
  for (const child of running) end(child, 'SIGTERM');
  process.exit(130);
}

function end(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group has ended already, which is what was wanted.
  }
}
