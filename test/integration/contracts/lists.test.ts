import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ContractSort } from '#shared/features/contracts/list.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { recordDetailsSchema, type ContractRecord, type RecordAmount } from '#shared/features/contracts/record.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { orderOf } from '../../../src-main/features/contracts/list-orders.ts';
import { walked } from '../../../src-main/features/contracts/list-queries.ts';
import { numberOrder } from '../../../src-main/db/number-order.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

// What a list makes of numbers, of sums in several currencies, and of changes to many at once.

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const plain: ContractRecord = {
  ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: null, effectiveOn: null, expiresOn: null, renewalType: 'none' },
  ...{ ownerName: '李雷', department: '采购部', confidentiality: 'internal', tags: [], details: recordDetailsSchema.parse({}) },
};
const amount: RecordAmount = { inclusive: { minor: 113_000_00, currency: 'CNY' }, exclusiveMinor: 100_000_00, taxBasisPoints: 1300, basis: 'fixed' };

const register = (title: string, change: Partial<ContractRecord> = {}, rest: Partial<InputOf<'contracts.register'>> = {}): Promise<Contract> =>
  world.must('contracts.register', { title, contractType: 'purchase', language: 'zh', stage: 'draft', number: '', record: { ...plain, ...change }, amount: null, ...rest });

test('numbers stand in the order in which a person counts, page by page, by an index', async () => {
  const ordered = ['ABC', 'HT-2026-0998', 'HT-2026-999', 'HT-2026-9999', 'HT-2026-10000', 'HT-2026-100000', 'HT-2027-1', `X${'9'.repeat(30)}`, '采购-7', '采购-12', '采购-7号'];
  for (const number of ordered.toReversed()) await register('轴承', {}, { number });
  const pages: string[] = [];
  const page = { search: '', sort: 'number', descending: false, limit: 3 } as const;
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { contracts, nextCursor } = await world.must('contracts.list', { ...page, ...(cursor === undefined ? {} : { cursor }) });
    pages.push(...contracts.map(({ number }) => number));
    cursor = nextCursor;
  }
  expect(pages).toEqual(ordered);
  const { contracts } = await world.must('contracts.list', { ...page, descending: true, limit: 50 });
  expect(contracts.map(({ number }) => number)).toEqual(ordered.toReversed());
  const steps = connectionOf(world).all<{ detail: string }>(sql`EXPLAIN QUERY PLAN SELECT id FROM contracts ORDER BY ${numberOrder(sql`contracts.number`)} DESC, id DESC`);
  expect(steps.map(({ detail }) => detail)).toEqual([expect.stringContaining('contracts_by_number')]);
});

test('a bound of the sum is a figure, in yen as in yuan', async () => {
  for (const [number, minor] of [['Y-1', 500_000], ['Y-2', 5_000_000]] as const) await register('日元', {}, { number, amount: { inclusive: { minor, currency: 'JPY' }, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' } });
  await register('人民币', {}, { number: 'Y-3', amount });
  const numbers = async (search: string) => (await world.must('contracts.list', { search, sort: 'number', descending: false, limit: 10 })).contracts.map(({ number }) => number);
  expect(await numbers('amount<500000')).toEqual(['Y-1', 'Y-3']);
  expect(await numbers('amount>500000')).toEqual(['Y-1', 'Y-2']);
  expect(await numbers('amount>500001')).toEqual(['Y-2']);
});

test('sums stand in the order of their figures, whatever their currency, and contracts without one after them', async () => {
  const sums = [['A', 500_000, 'JPY'], ['B', 4_999_99_00, 'CNY'], ['C', 500_001, 'JPY'], ['D', 5_000_02_00, 'USD'], ['E', 0, 'CNY']] as const;
  for (const [number, minor, currency] of sums) await register('合同', {}, { number, amount: { inclusive: { minor, currency }, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' } });
  for (const number of ['Y', 'Z']) await register('无金额', {}, { number });
  const numbers = async (descending: boolean) => {
    const pages: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await world.must('contracts.list', { search: '', sort: 'amount', descending, limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      pages.push(...page.contracts.map(({ number }) => number));
      cursor = page.nextCursor;
    }
    return pages;
  };
  const [rising, falling] = [await numbers(false), await numbers(true)];
  expect([rising.slice(0, 5), rising.slice(5).toSorted()]).toEqual([['E', 'B', 'A', 'C', 'D'], ['Y', 'Z']]);
  expect([falling.slice(0, 5), falling.slice(5).toSorted()]).toEqual([['D', 'C', 'A', 'B', 'E'], ['Y', 'Z']]);
});

test.each<readonly [ContractSort, string]>([
  ['amount', 'contract_totals_by_figure'],
  ['notice', 'contract_dates_by_deadline'],
  ['end', 'contract_dates_by_end'],
  ['effective', 'contracts_by_effect'],
  ['stage', 'contracts_by_stage'],
  ['owner', 'contracts_by_owner'],
  ['department', 'contracts_by_department'],
])('the order by %s is walked along an index, both ways, and nothing is sorted', (sort, index) => {
  const db = connectionOf(world);
  for (const descending of [false, true]) {
    for (const part of orderOf({ sort, descending }).parts) {
      const steps = db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN SELECT 1 FROM ${part.from} WHERE ${part.met} ORDER BY ${walked(part)}`).map(({ detail }) => detail);
      expect(steps.filter((step) => step.includes('B-TREE'))).toEqual([]);
      if (part.name !== 'blank') expect(steps[0]).toContain(index);
    }
  }
});

test('a change of many is taken back for those only that it changed, each to what it was', async () => {
  const [marked, bare] = [await register('甲', { tags: ['重点'], ownerName: '李雷' }), await register('乙', { ownerName: '韩梅梅' })];
  const put = await register('丙', {}, { stage: 'signed' });
  await world.must('contracts.changeMany', { ids: [put.summary.id], archived: true });
  const ids = [marked, bare, put].map(({ summary: { id } }) => id);
  const all = async () => (await Promise.all(ids.map((id) => world.must('contracts.get', { id })))).map(({ summary: { tags, ownerName, archivedAt } }) => [tags.join(), ownerName, archivedAt !== null]);
  const before = await all();
  const changes = [{ addTags: ['重点'] }, { ownerName: '王芳' }, { archived: true }, { removeTags: ['重点'] }] as const;
  for (const change of changes) {
    const { undo } = await world.must('contracts.changeMany', { ids, ...change });
    expect(await all()).not.toEqual(before);
    for (const part of undo) await world.must('contracts.changeMany', part);
    expect(await all()).toEqual(before);
  }
  expect(await world.must('contracts.changeMany', { ids: [marked.summary.id], addTags: ['重点'] })).toEqual({ changed: 0, undo: [] });
});

test('contracts are named by their ids in the order asked, without those that are not there', async () => {
  const [one, other] = [await register('轴承', {}, { number: 'B-1' }), await register('油缸', {}, { number: 'B-2' })];
  const gone = '00000000-0000-4000-8000-000000000001' as Contract['summary']['id'];
  const ids = [other.summary.id, gone, one.summary.id];
  expect(await world.must('contracts.named', { ids })).toEqual([
    { id: other.summary.id, number: 'B-2', title: '油缸' },
    { id: one.summary.id, number: 'B-1', title: '轴承' },
  ]);
});
