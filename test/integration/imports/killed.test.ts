import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceViewSchema, type ImportPlan } from '#shared/features/imports/plan.ts';
import { checkAuditChain } from '../../../src-main/audit/check-chain.ts';
import { createTestVault, taskId, testWorld, unlockTestVault, type TestWorld } from '../../harness/world.ts';

const count = 600;
const plan: ImportPlan = {
  kind: 'contracts',
  mapping: { number: '编号', title: '名称', partyB: '对方', amountInclTax: '金额' },
  view: sourceViewSchema.parse({ sheet: null, encoding: null }),
  options: { onDuplicate: 'skip', onSimilar: 'use', currency: 'CNY', dayOrder: null },
};

let world: TestWorld;
let folder: string;
beforeEach(async () => {
  world = testWorld();
  ({ folder } = await createTestVault(world));
});
afterEach(() => world.close());

/** Lets a process import the file and die at the n-th moment. */
async function dies(path: string, moment: number): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../harness/import-victim.ts'), folder, path, String(moment), JSON.stringify(plan)], { env: { ...process.env, TMPDIR: world.folder }, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text) => (complaint += String(text)));
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`it ended by itself: ${complaint}`);
}

const numbers = () => world.core.vaults.session()?.db.all<{ number: string }>({ text: 'SELECT number FROM contracts ORDER BY number', values: [] }).map(({ number }) => number) ?? [];
const inFile = (index: number): string => `K-${String(index).padStart(4, '0')}`;

// Odd moments lie before a commit, even ones right after it; the first four are of what comes before the rows.
test.each([[5], [6], [9]])('a process that is killed at moment %s of an import leaves whole slices, and the import goes on where it stood', async (moment) => {
  const path = join(world.folder, 'ledger.csv');
  writeFileSync(path, ['编号,名称,对方,金额', ...Array.from({ length: count }, (_, index) => `${inFile(index)},合同 ${index},公司${index % 40}号有限公司,${index}.50`)].join('\r\n'));
  world.core.vaults.lock();
  await dies(path, moment);
  expect(await unlockTestVault(world)).toMatchObject({ ok: true });
  const [batch] = await world.must('imports.batches', undefined);
  const kept = numbers();
  expect(batch).toMatchObject({ state: 'stopped', rows: count, rowsDone: kept.length });
  expect(kept.length).toBeLessThan(count);
  expect(kept).toEqual(kept.map((_, index) => inFile(index)));
  const batchId = batch?.id ?? ('' as never);
  expect(await world.must('imports.resume', { batchId, taskId: taskId() })).toMatchObject({ state: 'done', addedContracts: count, addedParties: 40, skipped: 0, bad: 0 });
  expect(numbers()).toEqual(Array.from({ length: count }, (_, index) => inFile(index)));
  expect(await world.must('imports.undo', { batchId, taskId: taskId() })).toMatchObject({ removedContracts: count, removedParties: 40, keptContracts: 0, keptParties: 0 });
  const session = world.core.vaults.session();
  expect(session === null ? null : checkAuditChain(session.db)).toMatchObject({ firstBroken: null });
}, 120_000);
