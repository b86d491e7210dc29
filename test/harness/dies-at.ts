import { flushCompileCache } from 'node:module';
import { Connection } from '../../src-main/db/connection.ts';

let left = Infinity;

/** A moment at which this process may die, once it was told at which. */
export function pass(): void {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

/**
 * Does the work and kills the process by SIGKILL at its n-th moment: each transaction has one before it is committed and
 * one right after, and whoever calls `pass` adds more. Without such a moment the work comes to its end.
 */
export async function dyingAt(moment: number, work: () => Promise<unknown>): Promise<void> {
  const { transact } = Connection.prototype;
  Connection.prototype.transact = function <Value>(this: Connection, inner: () => Value): Value {
    const value = transact.call(this, () => {
      const outcome = inner();
      pass();
      return outcome;
    }) as Value;
    pass();
    return value;
  };
  // What Node made of the program is kept for the next: who is killed keeps nothing at its end.
  flushCompileCache();
  left = moment;
  await work();
  left = Infinity;
}
