import type Driver from 'better-sqlite3';
import { connectionOf } from '../harness/connection-of.ts';
import type { TestWorld } from '../harness/world.ts';
import { copyPlain } from './plain-copy.ts';
import { openPlain, statementsOf, type Recorded } from './sql-replay.ts';

/**
 * Milliseconds of each call through the router, and of the statements that it runs alone on an unencrypted copy of the
 * vault. The statements are noted before, so that no noting is timed: after its first, a call must run the same ones each
 * time. One round more than asked for is made: the first fills both caches and doesn't count. `settles`: between them, what
 * large calls left to do in memory is done, which empties the processor's caches, too; for calls that take much or little.
 */
export async function runAgainstCopy(world: TestWorld, calls: readonly (() => Promise<unknown>)[], repetitions: number, { settles = false } = {}): Promise<{ readonly ours: number[]; readonly peer: number[] }> {
  const plain = openPlain(copyPlain(world, 'plain'));
  const prepared = new Map<string, Driver.Statement>();
  const runs: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  const sides: { readonly call: () => Promise<unknown>; readonly statements: readonly Recorded[] }[] = [];
  for (const call of calls) {
    const statements = await statementsOf(connectionOf(world), call);
    for (const { statement } of statements) if (!prepared.has(statement.text)) prepared.set(statement.text, plain.prepare(statement.text));
    sides.push({ call, statements });
  }
  for (let run = 0; run < repetitions + 1; run += 1) {
    for (const { call, statements } of sides) {
      if (settles) settleAllocator(plain);
      const started = performance.now();
      await call();
      const ours = performance.now() - started;
      if (settles) settleAllocator(plain);
      const again = performance.now();
      for (const { kind, statement } of statements) prepared.get(statement.text)?.[kind](...statement.values);
      const peer = performance.now() - again;
      if (run === 0) continue;
      runs.ours.push(ours);
      runs.peer.push(peer);
    }
  }
  plain.close();
  return runs;
}

/**
 * Lets the C library put together what a sort of hundreds of thousands of rows has freed in small pieces. It does so at the
 * next large requests, whoever makes them: a call of a millisecond would pay six more for the one before.
 */
function settleAllocator(plain: Driver.Database): void {
  const request = plain.prepare('SELECT length(hex(zeroblob(32768)))');
  for (let made = 0; made < largeRequests; made += 1) request.get();
}

/** Each puts away about 10,000 pieces. */
const largeRequests = 200;
