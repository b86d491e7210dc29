import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enterParty, proposedMerge } from '../../harness/duplicate-parties.ts';
import { registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const duplicates = () => world.must('parties.duplicates', undefined);
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
