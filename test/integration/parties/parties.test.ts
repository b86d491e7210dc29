import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PartyDetails, PartyKind, PartyStanding } from '#shared/features/parties/model.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const details: PartyDetails = {
  kind: 'company',
  nameZh: '示例公司',
  nameEn: 'Example Ltd',
  uscc: '91440300708461136T',
  legalRepresentative: '张三',
  registeredAddress: '深圳',
  noticeAddress: '',
  contactName: '李四',
  contactPhone: '0755',
  contactEmail: 'li@example.com',
  notes: '',
};
const bank = { bankName: '示例银行', bankAccount: '6222 0000' };
const everything = { search: '', archived: false, sort: 'name', offset: 0, limit: 50 } as const;

describe('a party', () => {
  test('is read back as it was entered, its account included', async () => {
    const party = await world.must('parties.create', { details, bank });
    expect(await world.must('parties.get', { id: party.id })).toMatchObject({ ...details, bank, revision: 1 });
  });

  test('is found by parts of its names, its code and its contact', async () => {
    await world.must('parties.create', { details, bank: null });
    for (const search of ['示例', 'ample', '708461136', '李四']) {
      expect((await world.must('parties.list', { ...everything, search })).total, search).toBe(1);
    }
    for (const search of ['%', '_', "'", 'nobody']) {
      expect((await world.must('parties.list', { ...everything, search })).total, search).toBe(0);
    }
  });

  test('is found by words in any order and by whom one calls, however a code, a number or a bracket is written', async () => {
    await world.must('parties.create', { details: { ...details, nameZh: '示例（上海）贸易公司', contactPhone: '0755-8888 1234' }, bank: null });
    for (const search of ['上海 示例', '示例(上海)', '示例　李四', '张三', 'li@example', '9144 0300 7084', '９１４４０３００', '0755-8888', '075588881234', '8888 1234']) {
      expect((await world.must('parties.list', { ...everything, search })).total, search).toBe(1);
    }
    for (const search of ['上海 北京', '张三 王五', '07558888123456', '%%']) {
      expect((await world.must('parties.list', { ...everything, search })).total, search).toBe(0);
    }
  });

  test('that is looked for on the wrong side is told of', async () => {
    const { id } = await world.must('parties.create', { details, bank: null });
    await world.must('parties.archive', { id });
    expect(await world.must('parties.list', { ...everything, search: '示例公司' })).toMatchObject({ total: 0, elsewhere: 1 });
    expect(await world.must('parties.list', { ...everything, search: '示例公司', archived: true })).toMatchObject({ total: 1, elsewhere: 0 });
    expect(await world.must('parties.list', { ...everything, search: '没有这家' })).toMatchObject({ total: 0, elsewhere: 0 });
    expect(await world.must('parties.list', { ...everything, search: '' })).toMatchObject({ elsewhere: 0 });
  });

  test('with a credit code that another has is refused and names the other', async () => {
    const first = await world.must('parties.create', { details, bank: null });
    const again = await world.call('parties.create', { details: { ...details, nameZh: '另一家' }, bank: null });
    expect(again).toMatchObject({ ok: false, error: { code: 'USCC_TAKEN', params: { partyId: first.id } } });
  });

  test('with a wrong check character is refused by main too', async () => {
    const wrong = { ...details, uscc: '91440300708461136X' };
    const reply = await world.call('parties.create', { details: wrong, bank: null });
    expect(reply).toMatchObject({ error: { code: 'PARTY_INVALID', params: { field: 'uscc', problem: 'USCC_CHECK_CHARACTER' } } });
  });

  test('that somebody else changed meanwhile is not overwritten', async () => {
    const party = await world.must('parties.create', { details, bank });
    await world.must('parties.update', { id: party.id, revision: 1, details: { ...details, notes: 'first' }, bank });
    const late = await world.call('parties.update', { id: party.id, revision: 1, details: { ...details, notes: 'late' }, bank });
    expect(late).toMatchObject({ ok: false, error: { code: 'CHANGED_MEANWHILE' } });
    expect(await world.must('parties.get', { id: party.id })).toMatchObject({ notes: 'first', revision: 2 });
  });

  test('that is archived leaves the list and comes back', async () => {
    const { id } = await world.must('parties.create', { details, bank });
    await world.must('parties.archive', { id });
    expect((await world.must('parties.list', everything)).total).toBe(0);
    expect((await world.must('parties.list', { ...everything, archived: true })).total).toBe(1);
    await world.must('parties.restore', { id });
    expect((await world.must('parties.list', everything)).total).toBe(1);
  });

  test('of the same name, or nearly, is told of, unless its credit code says that it is another', async () => {
    const { id } = await world.must('parties.create', { details, bank });
    const archived = await world.must('parties.create', { details: { ...details, uscc: '', nameZh: '青石海洋工程装备有限公司', nameEn: '' }, bank });
    await world.must('parties.archive', { id: archived.id });
    const similarTo = async (nameZh: string, given: { nameEn?: string; uscc?: string; except?: typeof id } = {}) =>
      (await world.must('parties.similar', { nameZh, nameEn: '', uscc: '', except: null, ...given })).map((party) => [party.id, party.likeness, party.isArchived]);
    expect(await similarTo(' 示例 公司 ')).toEqual([[id, 'same', false]]);
    expect(await similarTo('', { nameEn: 'EXAMPLE LTD' })).toEqual([[id, 'same', false]]);
    expect(await similarTo('示例有限责任公司')).toEqual([[id, 'near', false]]);
    expect(await similarTo('青石海洋工程装备公司')).toEqual([[archived.id, 'near', true]]);
    expect(await similarTo('示例公司', { uscc: '91330200MA7DEMXA1L' })).toEqual([]);
    expect(await similarTo('示例公司', { uscc: '91440300708461136t' })).toEqual([[id, 'same', false]]);
    expect(await similarTo('示例公司', { except: id })).toEqual([]);
    expect(await similarTo('另一家')).toEqual([]);
  });

  test('in 10,000 characters of name is refused at that field', async () => {
    const reply = await world.call('parties.create', { details: { ...details, nameZh: '长'.repeat(10_000) }, bank: null });
    expect(reply).toMatchObject({ error: { code: 'INVALID_INPUT', issues: [{ path: ['details', 'nameZh'] }] } });
  });
});

describe('a list of parties', () => {
  const enter = async (nameZh: string, standing: PartyStanding, kind: PartyKind = 'company') => (await world.must('parties.create', { details: { ...details, nameZh, nameEn: '', uscc: '', kind }, bank: null, standing })).id;
  const notJudged: PartyStanding = { riskGrade: '', isBlacklisted: false };
  const named = async (selection: Partial<InputOf<'parties.list'>>) => (await world.must('parties.list', { ...everything, search: '列', ...selection })).parties.map(({ nameZh }) => nameZh);

  test('runs both ways by grade, by how many contracts there are, by name and by change', async () => {
    const ids = { a: await enter('列甲', notJudged), b: await enter('列乙', { riskGrade: 'A', isBlacklisted: true }), c: await enter('列丙', { riskGrade: 'D', isBlacklisted: false }), d: await enter('列丁', { riskGrade: 'A', isBlacklisted: false }) };
    await registerSigned(world, '一', { parties: [{ partyId: ids.d, role: 'party_b', signatory: '' }] });
    await registerSigned(world, '二', { parties: [{ partyId: ids.d, role: 'party_b', signatory: '' }, { partyId: ids.a, role: 'party_a', signatory: '' }] });
    expect(await named({ sort: 'grade' })).toEqual(['列乙', '列丙', '列丁', '列甲']);
    expect(await named({ sort: 'grade', descending: false })).toEqual(['列甲', '列丁', '列丙', '列乙']);
    expect(await named({ sort: 'contracts' })).toEqual(['列丁', '列甲', '列丙', '列乙']);
    expect(await named({ sort: 'contracts', descending: false })).toEqual(['列丙', '列乙', '列甲', '列丁']);
    const byName = await named({ sort: 'name' });
    expect(await named({ sort: 'name', descending: true })).toEqual(byName.toReversed());
    world.clock.set(world.clock.now() + 1_000);
    await world.must('parties.archive', { id: ids.c });
    await world.must('parties.restore', { id: ids.c });
    expect((await named({ sort: 'updated' }))[0]).toBe('列丙');
    expect((await named({ sort: 'updated', descending: false })).at(-1)).toBe('列丙');
  });

  test('is narrowed to kinds and to standings; whoever is blacklisted has no grade that counts', async () => {
    await enter('列甲', notJudged, 'individual');
    await enter('列乙', { riskGrade: 'A', isBlacklisted: true });
    await enter('列丙', { riskGrade: 'A', isBlacklisted: false });
    expect(await named({ standings: ['A'] })).toEqual(['列丙']);
    expect(await named({ standings: ['blacklisted'] })).toEqual(['列乙']);
    expect((await named({ standings: ['none', 'blacklisted'] })).toSorted()).toEqual(['列乙', '列甲'].toSorted());
    expect(await named({ kinds: ['individual'] })).toEqual(['列甲']);
    expect(await named({ kinds: ['individual'], standings: ['A'] })).toEqual([]);
    expect((await named({ kinds: [], standings: [] })).length).toBe(3);
  });

  test('has a party without a Chinese name among the others by its English one', async () => {
    await world.must('parties.create', { details: { ...details, nameZh: '', nameEn: 'Zeta 列', uscc: '' }, bank: null });
    await enter('Alpha 列', notJudged);
    expect((await world.must('parties.list', { ...everything, search: '列' })).parties.map(({ nameZh, nameEn }) => nameZh || nameEn)).toEqual(['Alpha 列', 'Zeta 列']);
  });
});

test('a change tells the interface whose data is stale', async () => {
  await world.must('parties.create', { details, bank });
  expect(world.changed).toContainEqual(['parties', 'checker', 'approvals', 'signing', 'reviews', 'home', 'analytics', 'improvement']);
});
