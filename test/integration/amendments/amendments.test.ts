import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AmendmentDraft } from '#shared/features/amendments/model.ts';
import { recordDetailsSchema, type ContractRecord, type RecordAmount } from '#shared/features/contracts/record.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import type { Day } from '#shared/kernel/day.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import { createTestVault, goodPassphrase, testWorld, userName, type TestWorld } from '../../harness/world.ts';

// The clock of these tests stands on 2026-11-23.

let world: TestWorld;
let contract: Contract;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  contract = await world.must('contracts.register', { title: '设备租赁', contractType: 'lease', language: 'zh', stage: 'signed', number: 'ZL-1', record, amount: sum(100_000_00) });
});
afterEach(() => world.close());

const day = (text: string): Day => text as Day;
const sum = (minor: number): RecordAmount => ({ inclusive: { minor, currency: 'CNY' }, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' });
const record: ContractRecord = {
  ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: day('2026-01-10'), effectiveOn: day('2026-01-10') },
  ...{ expiresOn: day('2026-12-31'), renewalType: 'none', ownerName: '', department: '', confidentiality: 'internal', tags: [] },
  details: recordDetailsSchema.parse({}),
};
const draft: AmendmentDraft = { kind: 'extension', effectiveOn: day('2026-11-01'), documentId: null, terms: { expiresOn: day('2027-12-31') }, amount: null, rationale: '', clauses: [] };

const now = () => world.must('contracts.get', { id: contract.summary.id });
const amend = async (change: Partial<AmendmentDraft> = {}) => world.call('amendments.record', { contractId: contract.summary.id, revision: (await now()).revision, draft: { ...draft, ...change } });
const list = () => world.must('amendments.list', { contractId: contract.summary.id });

const passphrases = new Map([[userName, goodPassphrase]]);
async function invite(name: string, ...roles: readonly Role[]): Promise<void> {
  passphrases.set(name, (await world.must('users.invite', { name, roles })).passphrase);
}
async function become(name: string): Promise<void> {
  await world.must('vault.lock', undefined);
  await world.must('vault.unlock', { userName: name, passphrase: passphrases.get(name) ?? '', takeOver: false });
}

describe('an amendment in force', () => {
  test('is what the record, its status and its place in lists say, and the original is kept', async () => {
    expect(contract.summary.status).toBe('expiring');
    const amended = await amend({ rationale: '项目延期', clauses: [{ reference: '第三条', before: '租期一年', after: '租期两年' }], amount: sum(180_000_00) });
    expect(amended).toMatchObject({ ok: true, value: { original: { expiresOn: '2026-12-31' }, originalAmount: sum(100_000_00) } });
    const { summary, record: present, amount } = await now();
    expect([summary.status, summary.endsOn, present.expiresOn]).toEqual(['active', '2027-12-31', '2027-12-31']);
    expect(amount).toEqual(sum(180_000_00));
    const page = await world.must('contracts.list', { search: '', sort: 'end', filter: { endFrom: day('2027-12-01') }, limit: 10 });
    expect(page.contracts.map(({ number }) => number)).toEqual(['ZL-1']);
    expect((await list()).amendments).toMatchObject([{ sequence: 1, rationale: '项目延期', clauses: [{ reference: '第三条' }], createdByName: userName }]);
  });

  test('that is voided gives the original back, and stays in the list with the reason', async () => {
    await amend({ amount: sum(180_000_00) });
    const [recorded] = (await list()).amendments;
    if (recorded === undefined) throw new Error('nothing was recorded');
    const call = { contractId: contract.summary.id, amendmentId: recorded.id };
    expect(await world.call('amendments.void', { ...call, reason: '' })).toMatchObject({ error: { code: 'REASON_MISSING' } });
    await world.must('amendments.void', { ...call, reason: '对方未盖章' });
    expect((await now()).record.expiresOn).toBe('2026-12-31');
    expect((await now()).amount).toEqual(sum(100_000_00));
    expect((await list()).amendments[0]).toMatchObject({ voidReason: '对方未盖章', voidedByName: userName });
    expect(await world.call('amendments.void', { ...call, reason: '再来一次' })).toMatchObject({ error: { code: 'ALREADY_VOIDED' } });
  });

  test('keeps its terms: a correction of the record can’t change them, but what is no term', async () => {
    await amend();
    const { revision, summary } = await now();
    const save = (change: Partial<ContractRecord>) =>
      world.call('contracts.saveRecord', { id: summary.id, revision, title: summary.title, contractType: 'lease', record: { ...record, expiresOn: day('2027-12-31'), ...change } });
    expect(await save({ expiresOn: day('2029-12-31') })).toMatchObject({ error: { code: 'SIGNED_IS_FIXED', params: { field: 'terms' } } });
    expect((await save({ department: '设备部' })).ok).toBe(true);
  });
});

describe('an amendment of a later day', () => {
  test('waits for its day, also while the vault is closed', async () => {
    await amend({ effectiveOn: day('2026-12-01') });
    expect((await now()).record.expiresOn).toBe('2026-12-31');
    world.clock.advance(9 * 86_400_000);
    await become(userName);
    expect((await now()).record.expiresOn).toBe('2027-12-31');
  });

  test('comes into force at midnight where the vault stays open over it', async () => {
    await amend({ effectiveOn: day('2026-11-24') });
    // It is nine in the morning of the 23rd.
    await world.pass(14.9 * 3_600_000);
    expect((await now()).record.expiresOn).toBe('2026-12-31');
    await world.pass(0.2 * 3_600_000);
    expect((await now()).record.expiresOn).toBe('2027-12-31');
    expect(world.changed.at(-1)).toContain('amendments');
  });

  test('whose sum took effect before somebody without the finance key is entered for who has it', async () => {
    await invite('法务甲', 'legal');
    await amend({ effectiveOn: day('2026-12-01'), amount: sum(180_000_00) });
    world.clock.advance(9 * 86_400_000);
    await become('法务甲');
    expect(await now()).toMatchObject({ record: { expiresOn: '2027-12-31' }, amount: withheld });
    await become(userName);
    expect((await now()).amount).toEqual(sum(180_000_00));
  });
});

describe('who lacks a key', () => {
  beforeEach(async () => {
    await invite('法务甲', 'legal');
    await invite('审计丙', 'auditor');
  });

  test('sees that an amendment changes the sum, but neither old nor new', async () => {
    await amend({ amount: sum(180_000_00) });
    await become('法务甲');
    const seen = await list();
    expect(seen).toMatchObject({ originalAmount: withheld, amendments: [{ changesAmount: true, amount: withheld }] });
    expect(JSON.stringify(seen)).not.toMatch(/18000000|10000000/);
    expect(await amend({ amount: sum(1) })).toMatchObject({ error: { code: 'WITHHELD_AMOUNT' } });
    const [recorded] = seen.amendments;
    expect(await world.call('amendments.void', { contractId: contract.summary.id, amendmentId: recorded?.id ?? ('' as never), reason: '试' })).toMatchObject({ error: { code: 'WITHHELD_AMOUNT' } });
  });

  test('sees no words of clauses', async () => {
    await amend({ rationale: '因涨价', clauses: [{ reference: '第三条', before: '甲', after: '乙' }] });
    await become('审计丙');
    expect((await list()).amendments[0]).toMatchObject({ rationale: withheld, clauses: withheld });
  });
});

test('an amendment on a state that somebody changed meanwhile is not recorded', async () => {
  const { revision } = await now();
  await amend();
  const late = await world.call('amendments.record', { contractId: contract.summary.id, revision, draft: { ...draft, terms: { seat: '北京' } } });
  expect(late).toMatchObject({ error: { code: 'CHANGED_MEANWHILE' } });
  expect((await list()).amendments).toHaveLength(1);
});

test('a supplementary agreement that is in the book is named by its number', async () => {
  const document = await world.must('contracts.register', { title: '补充协议一', contractType: 'lease', language: 'zh', stage: 'signed', number: 'ZL-1-BC1', record: { ...record, recordKind: 'amendment', parentId: contract.summary.id }, amount: null });
  await amend({ documentId: document.summary.id });
  expect((await list()).amendments[0]?.documentNumber).toBe('ZL-1-BC1');
});
