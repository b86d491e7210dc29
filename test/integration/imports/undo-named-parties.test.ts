import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AmendmentDraft } from '#shared/features/amendments/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { recordDetailsSchema, type ContractRecord } from '#shared/features/contracts/record.ts';
import { sourceViewSchema, type ImportBatchId, type ImportPlan } from '#shared/features/imports/plan.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { enterParty } from '../../harness/duplicate-parties.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { createTestVault, taskId, testWorld, unlockTestVault, type TestWorld } from '../../harness/world.ts';

// The clock of these tests stands on 2026-11-23.

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const day = (text: string): Day => text as Day;
const plan: ImportPlan = {
  kind: 'parties',
  mapping: { nameZh: '单位名称' },
  view: sourceViewSchema.parse({ sheet: null, encoding: null }),
  options: { onDuplicate: 'skip', onSimilar: 'add', currency: 'CNY', dayOrder: null },
};

/** Imports counterparties of these names and gives the batch and their ids. */
async function importParties(...names: readonly string[]): Promise<{ readonly batchId: ImportBatchId; readonly ids: readonly PartyId[] }> {
  const path = join(world.folder, '相对方.csv');
  writeFileSync(path, ['单位名称', ...names].join('\r\n'));
  world.answers.push(path);
  const picked = await world.must('imports.pickFile', undefined);
  if (picked === null) throw new Error('no file was picked');
  const { batchId } = await world.must('imports.run', { pickId: picked.pickId, plan, taskId: taskId() });
  const { parties } = await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 50 });
  return { batchId, ids: names.map((name) => parties.find(({ nameZh }) => nameZh === name)?.id as PartyId) };
}

const undo = (batchId: ImportBatchId) => world.must('imports.undo', { batchId, taskId: taskId() });
const partyNames = async () => (await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 50 })).parties.map(({ nameZh }) => nameZh);
const contractOf = (id: ContractId) => world.must('contracts.get', { id });

function recordWith(partyId: PartyId): ContractRecord {
  return {
    ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [{ partyId, role: 'party_b', signatory: '' }], signedOn: day('2026-01-10'), effectiveOn: day('2026-01-10') },
    ...{ expiresOn: day('2027-12-31'), renewalType: 'none', ownerName: '', department: '', confidentiality: 'internal', tags: [] },
    details: recordDetailsSchema.parse({}),
  };
}

async function signedWith(partyId: PartyId): Promise<ContractId> {
  return (await world.must('contracts.register', { title: '设备租赁', contractType: 'lease', language: 'zh', stage: 'signed', number: 'ZL-1', record: recordWith(partyId) })).summary.id;
}

async function amendParty(id: ContractId, partyId: PartyId, effectiveOn: Day): Promise<void> {
  const draft: AmendmentDraft = { kind: 'change', effectiveOn, documentId: null, terms: { parties: [{ partyId, role: 'party_b' }] }, amount: null, rationale: '', clauses: [] };
  await world.must('amendments.record', { contractId: id, revision: (await contractOf(id)).revision, draft });
}

test('an import’s undo leaves who is bound from a day to come on, so that the amendment takes effect and the vault opens', async () => {
  const { batchId, ids: [heir, other] } = await importParties('青石装备', '远景重工');
  const former = await enterParty(world, { nameZh: '明川机电' });
  const id = await signedWith(former.id);
  await amendParty(id, heir as PartyId, day('2026-12-01'));
  expect(other).toBeDefined();
  expect(await undo(batchId)).toMatchObject({ removedParties: 1, keptParties: 1 });
  expect(await partyNames()).toEqual(['明川机电', '青石装备']);
  world.core.vaults.lock();
  world.clock.advance(9 * 86_400_000);
  expect(await unlockTestVault(world)).toMatchObject({ ok: true });
  expect((await contractOf(id)).summary.partyNames).toEqual(['青石装备']);
});

test('an import’s undo leaves who a contract was signed with before an amendment, so that it can be voided', async () => {
  const { batchId, ids: [former] } = await importParties('青石装备');
  const heir = await enterParty(world, { nameZh: '明川机电' });
  const id = await signedWith(former as PartyId);
  await amendParty(id, heir.id, day('2026-11-01'));
  expect(await undo(batchId)).toMatchObject({ removedParties: 0, keptParties: 1 });
  const [amendment] = (await world.must('amendments.list', { contractId: id })).amendments;
  if (amendment === undefined) throw new Error('nothing was recorded');
  await world.must('amendments.void', { contractId: id, amendmentId: amendment.id, reason: '对方未盖章' });
  expect((await contractOf(id)).summary.partyNames).toEqual(['青石装备']);
});

test('an earlier version can be restored that names a party which an import’s undo took away: the text keeps the name', async () => {
  const { batchId, ids: [former] } = await importParties('青石装备');
  const { templateVersionId, entry } = await sampleEntry(world);
  const keys = Object.keys(entry.parties);
  const key = keys.at(-1) as string;
  const made = await world.must('contracts.create', { templateVersionId, entry: { ...entry, parties: { ...entry.parties, [key]: former as PartyId } } });
  const { id } = made.summary;
  await world.must('contracts.revise', { id, revision: made.revision, entry });
  const { partyNames: present } = (await contractOf(id)).summary;
  expect(await undo(batchId)).toMatchObject({ removedParties: 1, keptParties: 0 });
  await world.must('versions.restore', { contractId: id, revision: (await contractOf(id)).revision, versionNumber: 1 });
  const { summary, values } = await contractOf(id);
  expect(summary.partyNames).toEqual(present.slice(0, -1));
  expect(JSON.stringify(values)).toContain('青石装备');
});
