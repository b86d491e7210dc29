import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';

const names = ['DISPLAY', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS'] as const;
let made: Promise<void> | undefined;

/**
 * Gives this worker a screen and a session bus of its own, for all that it starts from now on: windows beside each other
 * would take the focus from each other, and each other's notifications. The first worker has what the run was given.
 */
export function haveOwnScreen(): Promise<void> {
  made ??= process.env['TEST_PARALLEL_INDEX'] === '0' || process.env['TEST_PARALLEL_INDEX'] === undefined ? Promise.resolve() : makeScreen();
  return made;
}

async function makeScreen(): Promise<void> {
  const tell = names.map((name) => `echo "$${name}"`).join('; ');
  // It waits for its input to end, which it does with this worker however that ends.
  const keeper = spawn('xvfb-run', ['-a', '-s', '-screen 0 2000x1400x24', 'dbus-run-session', '--', 'sh', '-c', `${tell}; cat`], { stdio: ['pipe', 'pipe', 'inherit'] });
  let told = '';
  await new Promise<void>((resolve, reject) => {
    keeper.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      if (told.split('\n').length > names.length) resolve();
    });
    for (const event of ['error', 'exit']) keeper.once(event, () => reject(new Error('this worker got no screen of its own')));
  });
  for (const [index, name] of names.entries()) process.env[name] = told.split('\n')[index] ?? '';
  keeper.unref();
  for (const stream of [keeper.stdin, keeper.stdout]) (stream as Socket).unref();
}
