import type { Reply } from '#shared/ipc/registry.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addParties, enterParty, findDuplicatesOf, proposedMerge } from '../../harness/duplicate-parties.ts';
import { registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, taskId, testWorld, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const duplicates = () => findDuplicatesOf(world);
const groups = async () => (await duplicates()).groups.map(({ reason, parties }) => [reason, ...parties.map(({ nameZh, nameEn }) => nameZh || nameEn)]);

describe('possible duplicates', () => {
  test('are those of one code, of the same name and of a similar name, the surest first', async () => {
    await enterParty(world, { nameZh: '青石海洋工程装备公司' });
    await enterParty(world, { nameZh: '青石海洋工程装备有限公司' });
    await enterParty(world, { nameEn: 'Langang Shipping Ltd' });
    await enterParty(world, { nameZh: '蓝港航运', nameEn: 'LANGANG  SHIPPING LTD' });
    // The same organisation under a code that another authority gave it anew.
    await enterParty(world, { nameZh: '远景', uscc: '91330200MA7DEMXA1L' });
    await enterParty(world, { nameZh: '云帆重工', uscc: '91440300MA7DEMXA1L' });
    await enterParty(world, { nameZh: '独一家' });
    expect(await groups()).toEqual([
      ['uscc', '远景', '云帆重工'],
      ['same', 'Langang Shipping Ltd', '蓝港航运'],
      ['near', '青石海洋工程装备公司', '青石海洋工程装备有限公司'],
    ]);
  });

  test('of one name are two parties when their codes are of two organisations', async () => {
    await enterParty(world, { nameZh: '示例公司', uscc: '91330200MA7DEMXA1L' });
    await enterParty(world, { nameZh: '示例公司', uscc: '91440300708461136T' });
    expect(await groups()).toEqual([]);
  });

  test('begin with the one in use that has the most contracts', async () => {
    const [archived, few, many] = [await enterParty(world, { nameZh: '示例公司' }), await enterParty(world, { nameZh: '示例公司' }), await enterParty(world, { nameZh: '示例公司' })];
    await world.must('parties.archive', { id: archived.id });
    await registerSigned(world, '采购', { parties: [{ partyId: many.id, role: 'party_b', signatory: '' }] });
    const [group] = (await duplicates()).groups;
    expect(group?.parties.map(({ id }) => id)).toEqual([many.id, few.id, archived.id]);
    expect(group?.parties.map(({ contractCount }) => contractCount)).toEqual([1, 0, 0]);
  });

  test('of a group that nobody looks through are its first records, and how many there are', async () => {
    for (let index = 0; index < 23; index += 1) await enterParty(world, { nameZh: '示例公司' });
    const { groups: found, total } = await duplicates();
    expect({ total, sizes: found.map(({ parties, size }) => [parties.length, size]) }).toEqual({ total: 1, sizes: [[20, 23]] });
  });

  test('that were declared not the same are left out until that is withdrawn', async () => {
    const [one, other] = [await enterParty(world, { nameZh: '示例公司' }), await enterParty(world, { nameZh: '示例公司' })];
    await world.must('parties.declareDistinct', { first: other.id, second: one.id });
    await world.must('parties.declareDistinct', { first: one.id, second: other.id });
    expect(await duplicates()).toMatchObject({ groups: [], total: 0, distinct: [{ byName: userName }] });
    await world.must('parties.withdrawDistinct', { first: one.id, second: other.id });
    expect(await duplicates()).toMatchObject({ total: 1, distinct: [] });
    expect(await world.call('parties.withdrawDistinct', { first: one.id, second: other.id })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await world.call('parties.declareDistinct', { first: one.id, second: one.id })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  test('hold on to a third by whom neither is declared apart', async () => {
    const [one, other, third] = [await enterParty(world, { nameZh: '示例公司' }), await enterParty(world, { nameZh: '示例公司' }), await enterParty(world, { nameZh: '示例公司' })];
    await world.must('parties.declareDistinct', { first: one.id, second: other.id });
    expect((await duplicates()).groups.map(({ parties }) => parties.length)).toEqual([3]);
    await world.must('parties.declareDistinct', { first: one.id, second: third.id });
    expect((await duplicates()).groups.map(({ parties }) => parties.map(({ id }) => id).toSorted())).toEqual([[other.id, third.id].toSorted()]);
  });

  test('that were merged are none any more, and what was declared of one holds for the record that stands for it', async () => {
    const [kept, merged, apart] = [await enterParty(world, { nameZh: '示例公司' }), await enterParty(world, { nameZh: '示例公司' }), await enterParty(world, { nameZh: '示例公司' })];
    await world.must('parties.declareDistinct', { first: merged.id, second: apart.id });
    await world.must('parties.merge', await proposedMerge(world, kept.id, merged.id));
    const { total, distinct } = await duplicates();
    expect(total).toBe(0);
    expect(distinct.map(({ first, second }) => [first.id, second.id].toSorted())).toEqual([[kept.id, apart.id].toSorted()]);
    await world.must('parties.withdrawDistinct', { first: apart.id, second: kept.id });
    expect((await duplicates()).total).toBe(1);
  });
});

describe('looking for possible duplicates', () => {
  const many = 5_000;
  const groupsOf = (reply: Reply<'parties.duplicates'>) => (reply.ok ? reply.value.total : reply.error.code);

  test('stops when it is cancelled, and gives way to the same look begun anew', async () => {
    addParties(world, many);
    const task = taskId();
    const cancelled = world.call('parties.duplicates', { taskId: task });
    await world.must('parties.cancelDuplicates', { taskId: task });
    expect(groupsOf(await cancelled)).toBe('CANCELLED');
    const former = world.call('parties.duplicates', { taskId: task });
    const latter = world.call('parties.duplicates', { taskId: task });
    expect([groupsOf(await former), groupsOf(await latter)]).toEqual(['CANCELLED', 0]);
    await world.must('parties.cancelDuplicates', { taskId: task });
  });

  test('of a vault that is locked meanwhile answers that it is', async () => {
    addParties(world, many);
    const looking = world.call('parties.duplicates', { taskId: taskId() });
    world.core.vaults.lock();
    expect(groupsOf(await looking)).toBe('VAULT_LOCKED');
  });

  test('lets others be answered first, and tells at its end that it is through', async () => {
    addParties(world, many);
    const answered: string[] = [];
    const looking = findDuplicatesOf(world).then(() => answered.push('duplicates'));
    await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 50 });
    answered.push('list');
    await looking;
    expect(answered).toEqual(['list', 'duplicates']);
    expect(world.progress.at(-1)).toBe('check 100/100');
  });
});
