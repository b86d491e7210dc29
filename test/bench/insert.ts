import { connectionOf } from '../harness/connection-of.ts';
import { inFreshVault, insertContracts } from './bench-vault.ts';
import { figure, median, type Figure } from './figure.ts';
import { copyPlain } from './plain-copy.ts';
import { openPlain, record, replay } from './sql-replay.ts';

/**
 * Contracts made by the core in one transaction (validated, numbered, hashed, audited, three encrypted files), against
 * the very statements of such a transaction, values ready, on unencrypted copies of the same three files.
 */
export async function measureInsert(count: number, repetitions = 5): Promise<Figure> {
  const ours: number[] = [];
  const peer: number[] = [];
  let statements = 0;
  for (let run = 0; run < repetitions; run += 1) {
    await inFreshVault((world, made) => {
      const plain = openPlain(copyPlain(world, 'plain'));
      // Noted in a transaction that is rolled back, so that both sides start from the same rows.
      const recorded = record(connectionOf(world));
      insertContracts(world, made, count, { keep: false });
      recorded.stop();
      statements = recorded.statements.length;
      const measureOurs = (): void => {
        const started = performance.now();
        insertContracts(world, made, count);
        ours.push(performance.now() - started);
      };
      if (run % 2 === 1) measureOurs();
      peer.push(replay(plain, recorded.statements));
      if (run % 2 === 0) measureOurs();
      const counted = { text: 'SELECT count(*) AS total FROM contracts', values: [] };
      const kept = [connectionOf(world).get<{ total: number }>(counted)?.total, plain.prepare(counted.text).pluck().get()];
      plain.close();
      if (kept.some((total) => total !== count)) throw new Error(`the sides did not insert the same: ${kept.join(' and ')}`);
    });
  }
  const perSecond = (milliseconds: number): number => (count / milliseconds) * 1000;
  return figure({
    name: `insert ${count.toLocaleString('en')} contracts in one transaction`,
    unit: '/s',
    against: 'same statements, unencrypted',
    aim: { of: 'ratio', atLeast: 0.4 },
    runs: { ours: ours.map(perSecond), peer: peer.map(perSecond) },
    note:
      `ours is contracts.add of the core (values resolved, number, content hash, audit chain) in one session.write over three ` +
      `encrypted files, ${(median(ours) / count).toFixed(3)} ms a contract; the peer replays its ${statements} recorded statements with ` +
      `their values on unkeyed files of the same driver, schema, cache and durability (journal TRUNCATE, synchronous FULL), ` +
      `each statement prepared once, ${(median(peer) / count).toFixed(3)} ms a contract`,
  });
}
