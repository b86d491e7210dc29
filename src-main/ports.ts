import { dayAt, type Day } from '#shared/kernel/day.ts';
import type { Id } from '#shared/kernel/ids.ts';

/** What the core asks of the world. Electron's side is in shell/adapters, the tests' in test/harness. */

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Minutes that local time is ahead of UTC at that instant. */
  offsetMinutes(epochMs: number): number;
}

/** Today on the laptop's own calendar. */
export function dayOn(clock: Clock): Day {
  const now = clock.now();
  return dayAt(now, clock.offsetMinutes(now));
}

/** When a local day begins (epoch ms). */
export function startOfDay(clock: Clock, day: Day): number {
  const atGreenwich = Date.parse(`${day}T00:00:00Z`);
  return atGreenwich - clock.offsetMinutes(atGreenwich) * 60_000;
}

export interface Ids {
  /** A fresh random id (UUID version 4). */
  create<Thing extends string>(): Id<Thing>;
}

export interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

export interface FilePicker {
  /** The folder that the person chose, or null. The dialog can make a new one. */
  chooseFolder(): Promise<string | null>;
  chooseFile(filter: FileFilter): Promise<string | null>;
  chooseTarget(suggestedName: string, filter: FileFilter): Promise<string | null>;
  /** Shows a file in the system's file manager. */
  reveal(path: string): void;
  /** Opens a file with the program that the system has for its kind. */
  open(path: string): void;
}

export interface Printer {
  /** Prints a complete, script-free HTML page to a tagged PDF. Aborting leaves nothing behind. */
  printToPdf(html: string, signal: AbortSignal): Promise<Uint8Array>;
}

/** The one way to be called later. */
export interface Timer {
  /** Calls once, so many milliseconds from now; the answer calls it off. Setting the clock does not move it. */
  after(milliseconds: number, run: () => void): () => void;
}

/** A message of the system's own kind, beside or above the windows. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** The person clicked it. */
  readonly onOpen: () => void;
}

/** `shown`: the system said so. `refused`: it said no. `absent`: there is no service, or it never answered. */
export type NoticeOutcome = 'shown' | 'refused' | 'absent';

export interface Notifier {
  show(notice: Notice): Promise<NoticeOutcome>;
}

/** Keeps small secrets with the system's own keychain. */
export interface KeyStore {
  /** The secret as only this person's login opens it, or null where there is no real keychain. */
  protect(secret: Buffer): Buffer | null;
  reveal(kept: Buffer): Buffer | null;
  /** Whether the system can ask for a finger before a key is used. */
  canAskForFinger(): boolean;
  /** Has the system ask for a finger; false where it was not given. */
  askForFinger(): Promise<boolean>;
}

/** Whether Deedbox starts, without a window, when the person logs in. */
export interface LoginItem {
  /** False: the system does not let it be changed. */
  set(isOn: boolean): boolean;
}

/** Words for the log: ids and codes only, never contract text, keys or personal data. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  error(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
}
