import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { StoredLaw } from '#shared/features/reviews/ipc.ts';
import type { Day } from '#shared/kernel/day.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { membersOf } from '../../harness/members.ts';
import { registerTerms } from '../../harness/portfolio.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

// Changes of the law and of the checker's rules ask for reviews by themselves. The clock stands at 2026-11-23.

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const extra = async (contractId: ContractId) => (await world.must('reviews.ofContract', { contractId })).reviews.filter(({ reason }) => reason === 'law' || reason === 'rules').map(({ reason, dueOn, reviewerName }) => [reason, dueOn, reviewerName]);

async function lawNamed(name: string): Promise<Omit<StoredLaw, 'isShipped' | 'isChanged'>> {
  const found = (await world.must('reviews.laws', undefined)).find(({ nameZh }) => nameZh.includes(name));
  if (found === undefined) throw new Error(`no law is called ${name}`);
  const { isShipped: _, isChanged: __, ...law } = found;
  return law;
}
const end = async (name: string, repealedOn: string | null) => world.must('reviews.saveLaw', { law: { ...(await lawNamed(name)), repealedOn: repealedOn as Day | null, replacedBy: '新法' } });

/** A contract in force whose text is in the index. */
async function signedWithText(titles: string): Promise<ContractId> {
  const { summary } = await world.must('contracts.create', await sampleEntry(world, { titles }));
  world.core.vaults.session()?.derive((db) => db.run(sql`UPDATE contracts SET stage = 'signed' WHERE id = ${summary.id}`));
  await vi.waitFor(() => expect(world.core.vaults.session()?.db.get(sql`SELECT 1 AS there FROM clauses.search_texts WHERE contract_id = ${summary.id}`)).toEqual({ there: 1 }), { timeout: 10_000 });
  return summary.id;
}

describe('a law that ends', () => {
  test('gives every contract in force that cites it a review, once, and no other contract', async () => {
    const citing = await signedWithText('浮标采购');
    const [silent] = registerTerms(world, [{ title: '没有文本', from: '2026-01-01', until: '2028-12-31' }]);
    expect(await extra(citing)).toEqual([]);
    await end('民法典', '2026-11-20');
    expect((await world.must('reviews.citing', { lawId: (await lawNamed('民法典')).id })).contracts.map(({ id }) => id)).toEqual([citing]);
    expect(await extra(citing)).toEqual([['law', '2026-12-23', userName]]);
    expect(await extra(silent ?? ('' as never))).toEqual([]);
    await end('民法典', '2026-11-20');
    await world.must('vault.lock', undefined);
    await membersOf(world).become(userName);
    expect(await extra(citing)).toHaveLength(1);
    expect(await world.must('reviews.planForLaw', { lawId: (await lawNamed('民法典')).id })).toEqual({ planned: 0 });
  });

  test('on a day to come asks for nothing until that day', async () => {
    const citing = await signedWithText('浮标采购');
    await end('民法典', '2026-11-25');
    expect(await extra(citing)).toEqual([]);
    world.clock.advance(3 * 86_400_000);
    expect(await extra(citing)).toEqual([['law', '2026-12-26', userName]]);
  });

  test('waits for somebody who reads the clauses', async () => {
    const citing = await signedWithText('浮标采购');
    const people = membersOf(world);
    await people.invite('审计甲', 'auditor');
    await end('民法典', '2026-11-25');
    world.clock.advance(3 * 86_400_000);
    await people.become('审计甲');
    expect(await extra(citing)).toEqual([]);
    await people.become(userName);
    expect(await extra(citing)).toEqual([['law', '2026-12-26', userName]]);
  });

  test('and that an amendment cites gives what it amends a review, which stays', async () => {
    const amendment = await signedWithText('补充协议');
    const [amended] = registerTerms(world, [{ title: '浮标采购', from: '2026-01-01', until: '2028-12-31' }]);
    if (amended === undefined) throw new Error('nothing was registered');
    world.core.vaults.session()?.derive((db) => db.run(sql`UPDATE contracts SET record_kind = 'amendment', parent_id = ${amended} WHERE id = ${amendment}`));
    expect(await extra(amended)).toEqual([]);
    await end('民法典', '2026-11-20');
    expect(await extra(amended)).toEqual([['law', '2026-12-23', userName]]);
    expect(await extra(amendment)).toEqual([]);
    expect(await world.must('reviews.planForLaw', { lawId: (await lawNamed('民法典')).id })).toEqual({ planned: 0 });
  });

  test('long before the vault was made is no change', async () => {
    const citing = await signedWithText('浮标采购');
    expect((await lawNamed('经济合同法')).repealedOn).not.toBe(null);
    expect(await extra(citing)).toEqual([]);
  });
});

test('changed rules of the checker give contracts on a monthly rhythm a review, once for any number of changes', async () => {
  const [monthly, yearly] = registerTerms(world, [
    { title: '短期', from: '2026-10-01', until: '2027-01-31', details: { initialTermMonths: 4 } },
    { title: '长期', from: '2026-01-01', until: '2035-12-31' },
  ]);
  const ids = [monthly ?? ('' as never), yearly ?? ('' as never)] as const;
  expect([await extra(ids[0]), await extra(ids[1])]).toEqual([[], []]);
  const tuning = { ruleId: 'R02', severity: null, isOff: false, addedWords: ['早日'], silencedWords: [] };
  await world.must('checker.tune', { ...tuning, revision: 0 });
  expect([await extra(ids[0]), await extra(ids[1])]).toEqual([[['rules', '2026-12-23', userName]], []]);
  await world.must('checker.tune', { ...tuning, addedWords: ['早日', '尽早'], revision: 1 });
  expect(await extra(ids[0])).toHaveLength(1);
});
