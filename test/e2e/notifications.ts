import { spawn } from 'node:child_process';
import { haveOwnScreen } from './screen.ts';

/** A real notification daemon on the session bus of this run, and what it was asked to show. */
export interface NotificationDaemon {
  /** The messages that were asked for so far: title and body of each. */
  notified(): readonly { readonly title: string; readonly body: string }[];
  /** All that was heard on the bus, for a test that fails. */
  log(): string;
  /** Clicks the latest one, as a person would. */
  click(): Promise<void>;
  close(): void;
}

/** Starts `dunst`, with `dbus-monitor` to listen. Both come with set-up; they need a session bus and a display. */
export async function startNotificationDaemon(): Promise<NotificationDaemon> {
  await haveOwnScreen();
  const heard: string[] = [];
  const monitor = spawn('dbus-monitor', ['--session', "interface='org.freedesktop.Notifications'"]);
  monitor.stdout.setEncoding('utf8');
  monitor.stdout.on('data', (text: string) => void heard.push(text));
  const daemon = spawn('dunst', ['-print'], { stdio: 'ignore' });
  await untilOwned();
  return {
    notified: () => messagesIn(heard.join('')),
    log: () => heard.join(''),
    click: () => run('dunstctl', ['action', '0']),
    close: () => {
      monitor.kill();
      daemon.kill();
    },
  };
}

/** The daemon is there once the bus knows its name. */
async function untilOwned(): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    try {
      await run('dunstctl', ['count']);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('the notification daemon did not come up');
}

/** Of each call of Notify the fourth and fifth argument that are texts: application, icon, title, body. */
function messagesIn(text: string): readonly { readonly title: string; readonly body: string }[] {
  return text
    .split(/^(?=method (?:call|return)|signal|error)/m)
    .filter((message) => /member=Notify$/m.test(message))
    .map((message) => {
      const texts = [...message.matchAll(/^ {3}string "((?:[^"\\]|\\.)*)"/gm)].map((match) => match[1] ?? '');
      return { title: texts[2] ?? '', body: texts[3] ?? '' };
    });
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const process = spawn(command, args, { stdio: 'ignore' });
    process.on('error', reject);
    process.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`))));
  });
}
