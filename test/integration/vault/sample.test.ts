import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { testWorld, type TestWorld } from '../../harness/world.ts';

// The sample is reckoned from the day it is made: on any of these there is something late, something to decide and something over.
const moments = ['2026-11-23T09:00+08:00', '2027-01-31T09:00+08:00', '2028-02-29T09:00+08:00', '2026-03-15T09:00+08:00', '2026-12-31T23:30+08:00'];

describe.each(moments)('the sample vault made at %s', (moment) => {
  let world: TestWorld;
  beforeEach(async () => {
    world = testWorld(undefined, Date.parse(moment));
    await world.must('vault.createSample', undefined);
  });
  afterEach(() => world.close());

  it('has on its first page what each part of Deedbox is for', async () => {
    const dashboard = await world.must('home.dashboard', undefined);
    expect(dashboard.stages).toEqual(expect.arrayContaining([{ stage: 'draft', count: 3 }, { stage: 'signed', count: 6 }]));
    expect(dashboard.noticeDue.count).toBe(1);
    expect(dashboard.ended.count).toBe(1);
    expect(dashboard.expiring.within60.count).toBe(1);
    expect(dashboard.obligationsOverdue.count).toBe(1);
    expect(dashboard.improvements.count).toBe(1);
  });

  it('owes and is owed: a claim paid in part is late, what was paid is settled', async () => {
    const { overdue } = await world.must('fulfilment.myDay', { mine: false });
    expect(overdue.filter(({ kind }) => kind === 'payment')).toHaveLength(2);
    const { contracts } = await world.must('contracts.list', { search: '维护', sort: 'number', limit: 50 });
    const [maintenance] = contracts;
    if (maintenance === undefined) throw new Error('the sample has no maintenance contract');
    const { payments } = await world.must('fulfilment.ofContract', { contractId: maintenance.id });
    expect(payments.map(({ money }) => (isWithheld(money) ? null : money.status))).toEqual(['settled', 'partial', 'pending']);
  });

  it('has risks, an improvement under way, and an order under its framework', async () => {
    const risks = await world.must('risks.list', { contractId: null, withClosed: false });
    expect(risks).toHaveLength(3);
    expect(await world.must('improvement.list', { show: 'open', mine: true })).toMatchObject([{ state: 'analysing' }]);
    const { contracts } = await world.must('contracts.list', { search: '', sort: 'number', limit: 50, filter: { kinds: ['order'] } });
    expect(contracts).toHaveLength(1);
  });
});
