import { expect, test } from 'vitest';
import { sampleEntry } from '../../harness/entries.ts';
import { look } from '../../harness/faults/judge.ts';
import { runFaults } from '../../harness/faults/run-faults.ts';
import { createTestVault, testWorld } from '../../harness/world.ts';

// Some of what `npm run bench -- faults --runs N` does by the hundred.

test('kills, a full disk and changed bytes lose nothing that was kept, and no damage goes unnoticed', { timeout: 240_000 }, async () => {
  const tally = await runFaults(24);
  expect(tally).toMatchObject({ lost: 0, mismatches: 0, notOpened: 0, auditBreaks: 0, brokenBackups: 0, wrongAnswers: 0, notDetected: 0, notes: [] });
  expect(tally.told).toBeGreaterThan(0);
  expect(tally.detected).toBeGreaterThan(0);
});

test('a change that goes unnoticed would be counted: the judge tells two contents apart', { timeout: 60_000 }, async () => {
  const world = testWorld();
  await createTestVault(world);
  const { summary } = await world.must('contracts.create', await sampleEntry(world));
  const before = await look(world, [summary.id, 'never made']);
  expect(before).toMatchObject({ lost: ['never made'], mismatches: 0, auditBreaks: 0, isDamaged: false });
  world.core.vaults.session()?.derive((db) => {
    db.run({ text: 'UPDATE finance.contract_totals SET minor = minor + 1', values: [] });
    db.run({ text: "INSERT INTO finance.contract_totals (contract_id, minor, currency) VALUES ('nobody', 1, 'CNY')", values: [] });
  });
  const after = await look(world, [summary.id]);
  expect(after.digest).not.toBe(before.digest);
  expect(after.mismatches).toBe(1);
  await world.close();
});
