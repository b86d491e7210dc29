import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Amendment, AmendmentDraft } from '#shared/features/amendments/model.ts';
import { recordDetailsSchema, type ContractRecord, type RecordAmount } from '#shared/features/contracts/record.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { membersOf, type Members } from '../../harness/members.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

// The clock of these tests stands on 2026-11-23.

let world: TestWorld;
let people: Members;
let contract: Contract;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  people = membersOf(world);
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

  test('changes the sum with and without tax and the rate together', async () => {
    const taxed: RecordAmount = { ...sum(150_000_00), exclusiveMinor: 132_743_36, taxBasisPoints: 1300 };
    await amend({ terms: {}, amount: taxed });
    expect((await now()).amount).toEqual(taxed);
    expect(await amend({ terms: {}, amount: { ...taxed, exclusiveMinor: 100_000_00 } })).toMatchObject({ error: { code: 'RECORD_INVALID', params: { field: 'amount.inclusive', problem: 'TAX_DOES_NOT_ADD_UP' } } });
  });

  const correct = async (change: Partial<ContractRecord>) => {
    const { revision, summary, record: present } = await now();
    return world.call('contracts.saveRecord', { id: summary.id, revision, title: summary.title, contractType: 'lease', record: { ...present, ...change } });
  };

  test('keeps the terms that it names: a correction of the record can’t change those, but everything else', async () => {
    await amend();
    expect(await correct({ expiresOn: day('2029-12-31') })).toMatchObject({ error: { code: 'SIGNED_IS_FIXED', params: { field: 'expiresOn' } } });
    expect((await list()).original).toMatchObject({ effectiveOn: '2026-01-10', expiresOn: '2026-12-31' });
    expect((await correct({ department: '设备部', effectiveOn: day('2026-02-01') })).ok).toBe(true);
    // What was mistyped of the terms as signed is right on every day, and amendments are laid over it.
    expect((await list()).original).toMatchObject({ effectiveOn: '2026-02-01', expiresOn: '2026-12-31' });
    expect((await now()).record).toMatchObject({ effectiveOn: '2026-02-01', expiresOn: '2027-12-31' });
    expect((await now()).phases.map(({ terms }) => terms.effectiveOn)).toEqual(['2026-02-01', '2026-02-01']);
    // A correction that is refused for something else leaves them.
    expect(await correct({ effectiveOn: day('2028-06-01') })).toMatchObject({ error: { code: 'RECORD_INVALID' } });
    expect((await list()).original).toMatchObject({ effectiveOn: '2026-02-01' });
  });

  test('keeps nothing once it is voided, nor before its day', async () => {
    await amend({ effectiveOn: day('2027-01-01') });
    expect((await correct({ expiresOn: day('2026-11-30') })).ok).toBe(true);
    expect((await list()).original.expiresOn).toBe('2026-11-30');
    const [recorded] = (await list()).amendments;
    await world.must('amendments.void', { contractId: contract.summary.id, amendmentId: recorded?.id ?? ('' as never), reason: '登记有误' });
    expect((await now()).record.expiresOn).toBe('2026-11-30');
    await amend();
    const latest = (await list()).amendments.at(-1);
    await world.must('amendments.void', { contractId: contract.summary.id, amendmentId: latest?.id ?? ('' as never), reason: '登记有误' });
    expect((await correct({ expiresOn: day('2026-12-31') })).ok).toBe(true);
    expect((await now()).record.expiresOn).toBe('2026-12-31');
  });
});

test('a contract that was renewed is extended from the end of the running term, and an end that is no later is refused', async () => {
  const renewed = { ...record, expiresOn: day('2026-06-30'), renewalType: 'auto', details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } }) } as const;
  contract = await world.must('contracts.register', { title: '平台服务', contractType: 'services', language: 'zh', stage: 'signed', number: 'FW-1', record: renewed, amount: null });
  expect(contract.summary.endsOn).toBe('2027-06-30');
  expect(await amend({ terms: { expiresOn: day('2027-06-30') } })).toMatchObject({ error: { code: 'NOT_LONGER', params: { day: '2027-06-30' } } });
  expect((await list()).amendments).toEqual([]);
  expect((await amend({ terms: { expiresOn: day('2028-06-30') } })).ok).toBe(true);
  expect((await now()).summary.endsOn).toBe('2028-06-30');
});

test('an amendment whose words hold what nobody sees is refused and nothing is kept of it', async () => {
  const reversed = '租期\u202E年一';
  for (const change of [{ clauses: [{ reference: '第三条', before: '', after: reversed }] }, { rationale: reversed }, { clauses: [{ reference: '第\u200B三条', before: '', after: '两年' }] }]) {
    expect(await amend(change)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', issues: [{ code: 'INVISIBLE_CHARACTERS' }] } });
  }
  expect(await amend({ terms: { governingLaw: reversed } })).toMatchObject({ ok: false, error: { code: 'RECORD_INVALID', params: { problem: 'INVISIBLE_CHARACTERS' } } });
  expect((await list()).amendments).toEqual([]);
  const amendmentId = (await world.must('amendments.record', { contractId: contract.summary.id, revision: (await now()).revision, draft })).amendments[0]?.id;
  if (amendmentId === undefined) throw new Error('nothing was recorded');
  expect(await world.call('amendments.void', { contractId: contract.summary.id, amendmentId, reason: reversed })).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
});

describe('an amendment of a later day', () => {
  test('waits for its day, also while the vault is closed', async () => {
    await amend({ effectiveOn: day('2026-12-01') });
    expect((await now()).record.expiresOn).toBe('2026-12-31');
    world.clock.advance(9 * 86_400_000);
    await people.become(userName);
    expect((await now()).record.expiresOn).toBe('2027-12-31');
  });

  test('comes into force at midnight where the vault stays open over it', async () => {
    await amend({ effectiveOn: day('2026-11-24') });
    // It is nine in the morning of the 23rd.
    await world.pass(14.9 * 3_600_000);
    expect((await now()).record.expiresOn).toBe('2026-12-31');
    const told = world.changed.length;
    await world.pass(0.2 * 3_600_000);
    expect((await now()).record.expiresOn).toBe('2027-12-31');
    expect(world.changed.slice(told).flat()).toContain('amendments');
  });

  test('that can’t be entered keeps neither the vault shut nor another contract’s from taking effect', async () => {
    const other = await world.must('contracts.register', { title: '另一份', contractType: 'lease', language: 'zh', stage: 'signed', number: 'ZL-2', record });
    await amend({ effectiveOn: day('2026-12-01') });
    await world.must('amendments.record', { contractId: other.summary.id, revision: other.revision, draft: { ...draft, effectiveOn: day('2026-12-01') } });
    const connection = connectionOf(world);
    connection.transact(() => connection.run({ text: `CREATE TRIGGER broken BEFORE UPDATE ON contracts WHEN new.id = '${contract.summary.id}' BEGIN SELECT RAISE(ABORT, 'broken'); END`, values: [] }));
    world.clock.advance(9 * 86_400_000);
    await people.become(userName);
    expect((await world.must('contracts.get', { id: other.summary.id })).record.expiresOn).toBe('2027-12-31');
    expect((await now()).record.expiresOn).toBe('2026-12-31');
    connectionOf(world).transact(() => connectionOf(world).run({ text: 'DROP TRIGGER broken', values: [] }));
    await world.pass(3 * 60_000);
    expect((await now()).record.expiresOn).toBe('2027-12-31');
  });

  test('whose sum took effect before somebody without the finance key is entered for who has it', async () => {
    await people.invite('法务甲', 'legal');
    await amend({ effectiveOn: day('2026-12-01'), amount: sum(180_000_00) });
    world.clock.advance(9 * 86_400_000);
    await people.become('法务甲');
    expect(await now()).toMatchObject({ record: { expiresOn: '2027-12-31' }, amount: withheld });
    await people.become(userName);
    expect((await now()).amount).toEqual(sum(180_000_00));
  });
});

describe('who lacks a key', () => {
  beforeEach(async () => {
    await people.invite('法务甲', 'legal');
    await people.invite('审计丙', 'auditor');
  });

  test('sees that an amendment changes the sum, but neither old nor new', async () => {
    await amend({ amount: sum(180_000_00) });
    await people.become('法务甲');
    const seen = await list();
    expect(seen).toMatchObject({ originalAmount: withheld, amendments: [{ changesAmount: true, amount: withheld }] });
    expect(JSON.stringify(seen)).not.toMatch(/18000000|10000000/);
    expect(await amend({ amount: sum(1) })).toMatchObject({ error: { code: 'WITHHELD_AMOUNT' } });
    const [recorded] = seen.amendments;
    expect(await world.call('amendments.void', { contractId: contract.summary.id, amendmentId: recorded?.id ?? ('' as never), reason: '试' })).toMatchObject({ error: { code: 'WITHHELD_AMOUNT' } });
  });

  test('sees no words of clauses', async () => {
    await amend({ rationale: '因涨价', clauses: [{ reference: '第三条', before: '甲', after: '乙' }] });
    await people.become('审计丙');
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

describe('parties', () => {
  const party = async (nameZh: string): Promise<PartyId> =>
    (await world.must('parties.create', { details: { kind: 'company', nameZh, nameEn: '', uscc: '', legalRepresentative: '', registeredAddress: '', noticeAddress: '', contactName: '', contactPhone: '', contactEmail: '', notes: '' }, bank: null })).id;
  let [buyer, seller, successor] = [] as PartyId[];
  beforeEach(async () => {
    [buyer, seller, successor] = [await party('蓝港航运'), await party('云帆设备'), await party('远景重工')];
    const parties: ContractRecord['parties'] = [{ partyId: buyer, role: 'party_a', signatory: '陈静' }, { partyId: seller, role: 'party_b', signatory: '李雷' }];
    contract = await world.must('contracts.register', { title: '浮标采购', contractType: 'purchase', language: 'zh', stage: 'signed', number: 'CG-1', record: { ...record, parties }, amount: null });
  });
  const novate = () => amend({ kind: 'change', terms: { parties: [{ partyId: buyer as PartyId, role: 'party_a' }, { partyId: successor as PartyId, role: 'party_b' }] } });

  test('change from a day on: the record, the search and the lists of a party follow, and the original names the old ones', async () => {
    const amended = await novate();
    expect(amended).toMatchObject({ ok: true, value: { original: { parties: [{ partyId: buyer }, { partyId: seller, role: 'party_b' }] } } });
    if (amended.ok) expect(amended.value.partyNames.map(({ nameZh }) => nameZh).sort()).toEqual(['云帆设备', '蓝港航运', '远景重工'].sort());
    expect((await now()).record.parties).toEqual([{ partyId: buyer, role: 'party_a', signatory: '陈静' }, { partyId: successor, role: 'party_b', signatory: '' }]);
    expect((await world.must('contracts.search', { text: '远景重工', limit: 5 })).hits).toHaveLength(1);
    expect((await world.must('contracts.search', { text: '云帆设备', limit: 5 })).hits).toHaveLength(0);
    const ofParty = async (partyId: PartyId | undefined) => (await world.must('contracts.list', { search: '', sort: 'number', limit: 5, filter: partyId === undefined ? {} : { partyId } })).total;
    expect([await ofParty(successor), await ofParty(seller)]).toEqual([1, 0]);
  });

  test('of a voided amendment are the old ones again', async () => {
    await novate();
    const [recorded] = (await list()).amendments;
    await world.must('amendments.void', { contractId: contract.summary.id, amendmentId: recorded?.id as Amendment['id'], reason: '对方未盖章' });
    expect((await now()).record.parties.map(({ partyId }) => partyId)).toEqual([buyer, seller]);
  });

  test('of a contract with a text keep the text as it was signed', async () => {
    const { templateVersionId, entry } = await sampleEntry(world);
    const made = await world.must('contracts.create', { templateVersionId, entry });
    contract = await world.must('contracts.changeStage', { id: made.summary.id, revision: made.revision, to: 'signed', details: { reason: '', basis: '', notice: '', effectiveOn: null, signedOn: day('2026-11-01') } });
    const [first] = contract.record.parties;
    await amend({ kind: 'change', effectiveOn: day('2026-11-02'), terms: { parties: [{ partyId: first?.partyId as PartyId, role: 'party_a' }, { partyId: successor as PartyId, role: 'party_b' }] } });
    const after = await now();
    expect(after.record.parties.map(({ partyId }) => partyId)).toEqual([first?.partyId, successor]);
    expect(after.versions[0]?.contentHash).toBe(contract.versions[0]?.contentHash);
  });

  test('that the vault does not know, or none at all, are refused', async () => {
    expect(await amend({ terms: { parties: [{ partyId: contract.summary.id as string as PartyId, role: 'party_a' }] } })).toMatchObject({ error: { code: 'PARTY_NOT_FOUND' } });
    expect(await amend({ terms: { parties: [] } })).toMatchObject({ error: { code: 'NO_PARTY_LEFT' } });
    expect((await list()).amendments).toEqual([]);
  });
});
