import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceViewSchema, type ImportBatchId, type ImportPlan } from '#shared/features/imports/plan.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { enterParty, findDuplicatesOf, proposedMerge } from '../../harness/duplicate-parties.ts';
import { createTestVault, taskId, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const plan: ImportPlan = {
  kind: 'contracts',
  mapping: { number: '合同编号', title: '合同名称', partyB: '对方名称' },
  view: sourceViewSchema.parse({ sheet: null, encoding: null }),
  options: { onDuplicate: 'skip', onSimilar: 'use', currency: 'CNY', dayOrder: null },
};

async function importRows(...rows: readonly string[]): Promise<ImportBatchId> {
  const path = join(world.folder, `${rows.length}${rows[0]?.slice(0, 4) ?? ''}.csv`);
  writeFileSync(path, ['合同编号,合同名称,对方名称', ...rows].join('\r\n'));
  world.answers.push(path);
  const picked = await world.must('imports.pickFile', undefined);
  if (picked === null) throw new Error('no file was picked');
  return (await world.must('imports.run', { pickId: picked.pickId, plan, taskId: taskId() })).batchId;
}

const undo = (batchId: ImportBatchId) => world.must('imports.undo', { batchId, taskId: taskId() });
const parties = async () => (await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 50 })).parties;
const idOf = async (name: string) => (await parties()).find(({ nameZh }) => nameZh === name)?.id as PartyId;
async function contracts(): Promise<readonly (readonly [string, readonly string[]])[]> {
  const page = await world.must('contracts.list', { search: '', sort: 'number', descending: false, limit: 50 });
  return page.contracts.map(({ number, partyNames }) => [number, partyNames] as const);
}

test('an import’s undo after a merge leaves both records and the contract that changed hands, and takes all the rest', async () => {
  const kept = await enterParty(world, { nameZh: '青石海洋工程装备有限公司' });
  const batchId = await importRows('HT-1,浮标采购,青石装备', 'HT-2,锚链采购,远景重工');
  const [merged, untouched] = [await idOf('青石装备'), await idOf('远景重工')];
  // What was declared of a party goes with it.
  await world.must('parties.declareDistinct', { first: untouched, second: kept.id });
  const { mergeId } = await world.must('parties.merge', await proposedMerge(world, kept.id, merged));
  expect(await undo(batchId)).toMatchObject({ removedContracts: 1, keptContracts: 1, removedParties: 1, keptParties: 1 });
  expect(await contracts()).toEqual([['HT-1', ['青石海洋工程装备有限公司']]]);
  expect((await findDuplicatesOf(world)).distinct).toEqual([]);
  expect(connectionOf(world).all({ text: 'PRAGMA foreign_key_check', values: [] })).toEqual([]);
  await world.must('parties.unmerge', { mergeId });
  expect(await contracts()).toEqual([['HT-1', ['青石装备']]]);
});

test('an import’s undo leaves the record of the import into which an older one was merged', async () => {
  const older = await enterParty(world, { nameZh: '青石海洋工程装备有限公司' });
  const batchId = await importRows('HT-1,浮标采购,青石装备');
  await world.must('parties.merge', await proposedMerge(world, await idOf('青石装备'), older.id));
  expect(await undo(batchId)).toMatchObject({ removedContracts: 1, removedParties: 0, keptParties: 1 });
  expect((await parties()).map(({ nameZh }) => nameZh)).toEqual(['青石装备']);
});

test('a later import under the name that was merged away means the record that was kept', async () => {
  const kept = await enterParty(world, { nameZh: '青石海洋工程装备有限公司' });
  const merged = await enterParty(world, { nameZh: '青石装备' });
  await world.must('parties.merge', await proposedMerge(world, kept.id, merged.id));
  await importRows('HT-9,浮标采购,青石装备');
  expect(await contracts()).toEqual([['HT-9', ['青石海洋工程装备有限公司']]]);
  expect(await parties()).toHaveLength(1);
});

test('a row that was imported before a merge is known again after it', async () => {
  const kept = await enterParty(world, { nameZh: '青石海洋工程装备有限公司' });
  await importRows(',浮标采购,青石装备');
  await world.must('parties.merge', await proposedMerge(world, kept.id, await idOf('青石装备')));
  await importRows(',浮标采购,青石装备');
  expect((await contracts()).map(([, names]) => names)).toEqual([['青石海洋工程装备有限公司']]);
});
