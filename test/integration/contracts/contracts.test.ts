import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { TemplateVersionId } from '#shared/features/templates/model.ts';
import { seedTypes } from '#shared/features/templates/seeds/seed-templates.ts';
import { checkAuditChain } from '../../../src-main/audit/check-chain.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const page = { search: '', sort: 'number', limit: 50 } as const;

describe('a contract from a template', () => {
  test.each(seedTypes)('of type %s is made, numbered and read back as it was entered', async (type) => {
    const made = await sampleEntry(world, { type });
    const contract = await world.must('contracts.create', made);
    expect(contract.summary).toMatchObject({ number: 'HT-2026-0001', contractType: type, stage: 'draft', versionNumber: 1 });
    const read = await world.must('contracts.get', { id: contract.summary.id });
    expect(read).toEqual(contract);
    expect(read.parties).toEqual(made.entry.parties);
    expect(read.values).toMatchObject(made.entry.values);
    expect(read.versions[0]?.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('gets the next number of the year, and the vault’s own pattern once it is changed', async () => {
    const made = await sampleEntry(world);
    await world.must('contracts.create', made);
    expect((await world.must('contracts.create', made)).summary.number).toBe('HT-2026-0002');
    await world.must('contracts.changeNumbering', { pattern: '合同{YY}-{000}' });
    expect((await world.must('contracts.create', made)).summary.number).toBe('合同26-001');
    expect(await world.must('contracts.numbering', undefined)).toEqual({ pattern: '合同{YY}-{000}', example: '合同26-002' });
  });

  test('takes the parties’ data from the vault, whatever the caller says of them', async () => {
    const made = await sampleEntry(world);
    const forged = { ...made.entry.values, seller: 'a name out of thin air' };
    const contract = await world.must('contracts.create', { ...made, entry: { ...made.entry, values: forged } });
    expect(contract.values).toMatchObject({ seller: { nameZh: '上海云帆海洋仪器有限公司（虚构）' } });
  });

  test('with a missing or impossible value is refused at that value, and no number is used up', async () => {
    const made = await sampleEntry(world);
    const { goodsName: _, ...lacking } = made.entry.values as Record<string, never>;
    const missing = await world.call('contracts.create', { ...made, entry: { ...made.entry, values: lacking } });
    expect(missing).toMatchObject({ ok: false, error: { code: 'VALUES_INVALID', params: { key: 'goodsName', problem: 'REQUIRED' } } });
    const negative = { ...made.entry.values, totalPrice: { minor: -5, currency: 'CNY' as const } };
    const refused = await world.call('contracts.create', { ...made, entry: { ...made.entry, values: negative } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'VALUES_INVALID', params: { key: 'totalPrice' } } });
    expect((await world.must('contracts.create', made)).summary.number).toBe('HT-2026-0001');
  });

  test('knows which way its money runs: from the other side, unless the payer is entered as our own entity', async () => {
    const made = await sampleEntry(world);
    const received = await world.must('contracts.create', made);
    expect(received.record.direction).toBe('receive');
    const buyer = await world.must('parties.get', { id: made.entry.parties['buyer'] as PartyId });
    const { nameZh, nameEn, uscc, legalRepresentative, registeredAddress, noticeAddress, contactName, contactPhone, contactEmail, notes } = buyer;
    const details = { kind: 'internal' as const, nameZh, nameEn, uscc, legalRepresentative, registeredAddress, noticeAddress, contactName, contactPhone, contactEmail, notes };
    await world.must('parties.update', { id: buyer.id, revision: buyer.revision, details, bank: null });
    expect((await world.must('contracts.create', made)).record.direction).toBe('pay');
    expect((await world.must('contracts.create', await sampleEntry(world, { type: 'nda' }))).record.direction).toBe('none');
  });

  test('names its parties in its own language', async () => {
    const made = await sampleEntry(world);
    const english = await world.must('contracts.create', { ...made, entry: { ...made.entry, language: 'en' } });
    expect(english.summary.partyNames[0]).toMatch(/^Shanghai Yunfan/);
    expect((await world.must('contracts.create', made)).summary.partyNames[0]).toMatch(/^上海云帆/);
  });

  test('from a template that is not there is refused', async () => {
    const made = await sampleEntry(world);
    const templateVersionId = '11111111-1111-4111-8111-111111111111' as TemplateVersionId;
    expect(await world.call('contracts.create', { ...made, templateVersionId })).toMatchObject({ error: { code: 'TEMPLATE_NOT_FOUND' } });
  });
});

describe('revising a draft', () => {
  test('makes the next version and leaves the first as it was', async () => {
    const made = await sampleEntry(world);
    const { summary, revision, versions } = await world.must('contracts.create', made);
    const values = { ...made.entry.values, quantity: 13 };
    const revised = await world.must('contracts.revise', { id: summary.id, revision, entry: { ...made.entry, values } });
    expect(revised.versions.map(({ versionNumber }) => versionNumber)).toEqual([2, 1]);
    expect(revised.versions[1]).toEqual(versions[0]);
    expect(revised.versions[0]?.contentHash).not.toBe(versions[0]?.contentHash);
  });

  test('with the same content makes no new version', async () => {
    const made = await sampleEntry(world);
    const { summary, revision } = await world.must('contracts.create', made);
    const same = await world.must('contracts.revise', { id: summary.id, revision, entry: made.entry });
    expect(same.summary.versionNumber).toBe(1);
  });

  test('with only another amount does make one', async () => {
    const made = await sampleEntry(world);
    const { summary, revision } = await world.must('contracts.create', made);
    const values = { ...made.entry.values, totalPrice: { minor: 99_999_00, currency: 'CNY' as const }, depositAmount: { minor: 100_00, currency: 'CNY' as const } };
    const revised = await world.must('contracts.revise', { id: summary.id, revision, entry: { ...made.entry, values } });
    expect(revised.summary).toMatchObject({ versionNumber: 2, amount: { minor: 99_999_00 } });
  });

  test('on top of somebody else’s newer version is refused', async () => {
    const made = await sampleEntry(world);
    const { summary, revision } = await world.must('contracts.create', made);
    const values = { ...made.entry.values, quantity: 13 };
    await world.must('contracts.revise', { id: summary.id, revision, entry: { ...made.entry, values } });
    const late = await world.call('contracts.revise', { id: summary.id, revision, entry: made.entry });
    expect(late).toMatchObject({ ok: false, error: { code: 'CHANGED_MEANWHILE' } });
  });
});

describe('the list', () => {
  test('finds by number, title and either party’s name, with wildcards taken literally', async () => {
    await world.must('contracts.create', await sampleEntry(world, { titles: '浮标采购 100%' }));
    const find = async (search: string) => (await world.must('contracts.list', { ...page, search })).total;
    expect(await find('2026-0001')).toBe(1);
    expect(await find('采购')).toBe(1);
    expect(await find('云帆')).toBe(1);
    expect(await find('Langang')).toBe(1);
    expect(await find('100%')).toBe(1);
    expect(await find('100_')).toBe(0);
    expect(await find("' OR 1=1 -- nosuchword")).toBe(0);
  });
});

describe('a form that was begun', () => {
  test('comes back exactly as typed after the vault was locked, wrong input included', async () => {
    const { templateVersionId } = await sampleEntry(world);
    const form = { language: 'bilingual' as const, title: '', entries: { quantity: 'twelve', totalPrice: { text: '１，２３４..', currency: 'CNY' }, list: ['a', ''] } };
    await world.must('contracts.keepForm', { templateVersionId, form });
    const kept = await world.must('contracts.keptForm', { templateVersionId });
    expect(kept?.form).toEqual(form);
    const session = world.core.vaults.session();
    const inClauses = session?.db.get<{ entries: string }>({ text: 'SELECT entries FROM clauses.kept_forms', values: [] });
    expect(inClauses?.entries).not.toContain('１，２３４');
  });

  test('is forgotten once its contract is made', async () => {
    const made = await sampleEntry(world);
    const form = { language: 'zh' as const, title: 'x', entries: {} };
    await world.must('contracts.keepForm', { templateVersionId: made.templateVersionId, form });
    await world.must('contracts.create', made);
    expect(await world.must('contracts.keptForm', { templateVersionId: made.templateVersionId })).toBeNull();
  });
});

test('every change of this file’s kind leaves an event in a chain that raw SQL can’t bend unseen', async () => {
  const made = await sampleEntry(world);
  await world.must('contracts.create', made);
  const session = world.core.vaults.session();
  if (session === null) throw new Error('locked');
  const before = checkAuditChain(session.db);
  expect(before.firstBroken).toBeNull();
  expect(before.events).toBeGreaterThan(5);
  session.write('test', (db, record) => {
    db.run({ text: "UPDATE audit_events SET actor_id = 'somebody else' WHERE sequence = 3", values: [] });
    record('test', 'x');
    return { ok: true, value: null };
  });
  expect(checkAuditChain(session.db).firstBroken).toBe(3);
});
