import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import { recordDetailsSchema, type ContractRecord, type RecordAmount } from '#shared/features/contracts/record.ts';
import { withoutTax } from '#shared/features/contracts/record-rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { sampleEntry, type EntryToMake } from '../../harness/entries.ts';
import { createTestVault, taskId, testWorld, type TestWorld } from '../../harness/world.ts';

// A text's parties, sum and day of effect stand in the record too; what the record says beside the text outlives a new one.

let world: TestWorld;
let made: EntryToMake;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  made = await sampleEntry(world);
});
afterEach(() => world.close());

const day = (text: string): Day => text as Day;
const amount: RecordAmount = { inclusive: { minor: 113_000_00, currency: 'CNY' }, exclusiveMinor: 100_000_00, taxBasisPoints: 1300, basis: 'fixed' };
const get = (id: ContractId) => world.must('contracts.get', { id });

async function importRound(id: ContractId, words: string): Promise<void> {
  const path = join(world.folder, 'round.txt');
  writeFileSync(path, words);
  world.answers.push(path);
  const pick = await world.must('versions.pickFile', undefined);
  if (pick === null) throw new Error('no file was picked');
  await world.must('versions.importRound', { contractId: id, revision: (await get(id)).revision, pickId: pick.pickId, taskId: taskId(), label: '', roundFrom: 'them' });
}
const restore = async (id: ContractId, versionNumber: number) => world.must('versions.restore', { contractId: id, revision: (await get(id)).revision, versionNumber });
const revise = async (id: ContractId, values: EntryToMake['entry']['values']) => world.must('contracts.revise', { id, revision: (await get(id)).revision, entry: { ...made.entry, values: { ...made.entry.values, ...values } } });

async function save({ summary, revision, record }: Contract, change: Partial<ContractRecord>, sum?: RecordAmount): Promise<Contract> {
  return world.must('contracts.saveRecord', { id: summary.id, revision, title: summary.title, contractType: summary.contractType, record: { ...record, ...change }, ...(sum === undefined ? {} : { amount: sum }) });
}

describe('a contract that was made elsewhere', () => {
  test('keeps its parties, its sum and its day of effect when an earlier text of it is restored', async () => {
    const [first, second] = Object.values(made.entry.parties);
    if (first === undefined || second === undefined) throw new Error('the sample has no two parties');
    const record: ContractRecord = {
      ...{ recordKind: 'standalone', parentId: null, direction: 'pay', signedOn: null, renewalType: 'none', ownerName: '李雷', department: '', confidentiality: 'internal', tags: [] } as const,
      ...{ parties: [{ partyId: first, role: 'party_b', signatory: '王芳' }, { partyId: second, role: 'party_a', signatory: '' }], effectiveOn: day('2027-01-01'), expiresOn: day('2027-12-31') },
      details: recordDetailsSchema.parse({}),
    };
    const { summary } = await world.must('contracts.register', { title: '浮标采购', contractType: 'purchase', language: 'zh', stage: 'draft', number: '', record, amount });
    await importRound(summary.id, '第一条 浮标十台');
    await importRound(summary.id, '第一条 浮标十二台');
    const before = await get(summary.id);
    await restore(summary.id, 1);
    const after = await get(summary.id);
    expect(after.versions[0]).toMatchObject({ versionNumber: 3, source: 'restored' });
    expect([after.record, after.amount]).toEqual([record, amount]);
    expect(after.summary.partyNames).toEqual(before.summary.partyNames);
  });
});

describe('a contract that was made here', () => {
  test('keeps roles and signatories when its text is revised or an earlier one restored', async () => {
    const contract = await world.must('contracts.create', made);
    const parties = contract.record.parties.map((party, at): ContractRecord['parties'][number] => (at === 0 ? { ...party, role: 'party_b', signatory: '王芳' } : { ...party, role: 'party_a', signatory: '李雷' }));
    await save(contract, { parties });
    await revise(contract.summary.id, { quantity: 13 });
    expect((await get(contract.summary.id)).record.parties).toEqual(parties);
    await restore(contract.summary.id, 1);
    expect((await get(contract.summary.id)).record.parties).toEqual(parties);
  });

  test('keeps a sum and a day of effect that its text doesn’t tell', async () => {
    made = await sampleEntry(world, { type: 'nda' });
    const contract = await world.must('contracts.create', made);
    const saved = await save(contract, { effectiveOn: day('2027-01-01') }, amount);
    const revised = await world.must('contracts.revise', { id: contract.summary.id, revision: saved.revision, entry: { ...made.entry, title: '保密协议（修订）' } });
    expect([revised.amount, revised.record.effectiveOn]).toEqual([amount, '2027-01-01']);
  });

  test('takes a new sum from its text with the net sum that follows from it, and with none where no rate is known', async () => {
    const contract = await world.must('contracts.create', made);
    const sum = contract.amount;
    if (sum === null || isWithheld(sum)) throw new Error('the sample has no sum');
    const net = withoutTax(sum.inclusive.minor, 1300);
    await save(contract, {}, { ...sum, taxBasisPoints: 1300, exclusiveMinor: net });
    // The same sum leaves what was recorded of it.
    expect((await revise(contract.summary.id, { quantity: 13 })).amount).toMatchObject({ inclusive: sum.inclusive, exclusiveMinor: net });
    const { amount: raised } = await revise(contract.summary.id, { totalPrice: { ...sum.inclusive, minor: sum.inclusive.minor + 10_000 } });
    if (raised === null || isWithheld(raised)) throw new Error('no sum');
    expect(raised.inclusive.minor).toBe(sum.inclusive.minor + 10_000);
    expect(raised).toMatchObject({ taxBasisPoints: 1300, exclusiveMinor: withoutTax(raised.inclusive.minor, 1300) });
    await save(await get(contract.summary.id), {}, { ...raised, taxBasisPoints: null });
    expect((await revise(contract.summary.id, { totalPrice: sum.inclusive })).amount).toMatchObject({ taxBasisPoints: null, exclusiveMinor: null });
  });

  test('is listed by the end that its record tells when the text says another day of effect', async () => {
    const contract = await world.must('contracts.create', made);
    await save(contract, { details: recordDetailsSchema.parse({ initialTermMonths: 12 }) });
    const { summary } = await revise(contract.summary.id, { effectiveDate: '2026-11-28' });
    const endingIn = (from: string, to: string) => world.must('contracts.count', { search: '', sort: 'end', filter: { endFrom: day(from), endTo: day(to) } });
    expect(summary.endsOn).toBe('2027-11-27');
    expect(await endingIn('2027-11-27', '2027-11-27')).toBe(1);
  });
});
