import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PartyStanding } from '#shared/features/parties/model.ts';
import { shippedRules } from '#shared/features/risks/warnings.ts';
import { registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

// How a counterparty is judged reaches the score of its contracts and the rule that warns of a fall.

const minute = 60_000;
let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  await world.pass(0);
});
afterEach(() => world.close());

async function judge(id: string, standing: PartyStanding) {
  const party = await world.must('parties.get', { id: id as never });
  await world.must('parties.update', { id: party.id, revision: party.revision, details: party, bank: null, standing });
  await world.pass(minute);
}
const alerts = () => world.must('risks.alerts', { open: true, limit: 100 });

test('a grade that falls raises the shipped warning, and one that rises does not', async () => {
  await world.must('risks.addShipped', { names: Object.fromEntries(shippedRules.map(({ key }) => [key, key])) });
  const { id } = await world.must('parties.create', { details: plain('示例供应商'), bank: null, standing: { riskGrade: 'B', isBlacklisted: false } });
  await world.pass(minute);
  expect(await alerts()).toEqual([]);
  await judge(id, { riskGrade: 'C', isBlacklisted: false });
  expect((await alerts()).map(({ ruleName }) => ruleName)).toEqual(['gradeFell']);
  await judge(id, { riskGrade: 'D', isBlacklisted: false });
  expect(await alerts()).toHaveLength(2);
  await judge(id, { riskGrade: 'C', isBlacklisted: false });
  expect(await alerts()).toHaveLength(2);
  await judge(id, { riskGrade: 'C', isBlacklisted: true });
  expect(await alerts()).toHaveLength(3);
});

test('the score of a contract goes by the worst of its counterparties, and the list shows how they are judged', async () => {
  const good = await world.must('parties.create', { details: plain('可信公司'), bank: null, standing: { riskGrade: 'A', isBlacklisted: false } });
  const poor = await world.must('parties.create', { details: plain('失信公司'), bank: null, standing: { riskGrade: 'C', isBlacklisted: false } });
  const parties = [good, poor].map(({ id }) => ({ partyId: id, role: 'party_b' as const, signatory: '' }));
  const { summary } = await registerSigned(world, '浮标采购', { parties });
  const counterparty = async () => (await world.must('risks.score', { contractId: summary.id })).items.find(({ part }) => part === 'counterparty');
  const graded = await counterparty();
  expect(graded).toMatchObject({ reason: 'grade' });
  await judge(poor.id, { riskGrade: 'C', isBlacklisted: true });
  const listed = await counterparty();
  expect(listed).toMatchObject({ reason: 'blacklisted' });
  expect(listed?.points).toBeGreaterThan(graded?.points ?? 0);
  const found = await world.must('parties.list', { search: '失信', archived: false, sort: 'name', offset: 0, limit: 5 });
  expect(found.parties).toMatchObject([{ riskGrade: 'C', isBlacklisted: true }]);
});

test('a change that says nothing of the grade leaves it as it is', async () => {
  const party = await world.must('parties.create', { details: plain('示例公司'), bank: null, standing: { riskGrade: 'D', isBlacklisted: true } });
  const changed = await world.must('parties.update', { id: party.id, revision: party.revision, details: { ...plain('示例公司'), notes: '已核实' }, bank: null });
  expect(changed).toMatchObject({ riskGrade: 'D', isBlacklisted: true, notes: '已核实' });
});

function plain(nameZh: string) {
  return { kind: 'company', nameZh, nameEn: '', uscc: '', legalRepresentative: '', registeredAddress: '', noticeAddress: '', contactName: '', contactPhone: '', contactEmail: '', notes: '' } as const;
}
