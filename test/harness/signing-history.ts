import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import { addDays, dayAt, type Day } from '#shared/kernel/day.ts';
import type { TestWorld } from './world.ts';

const dayMs = 86_400_000;

/**
 * Drafts and signs contracts month by month as people would, each month's contracts in so many days; the clock ends in
 * the month after the last. Gives the first day of each month.
 */
export async function signMonthByMonth(world: TestWorld, daysByMonth: readonly number[]): Promise<readonly Day[]> {
  const firsts: Day[] = [];
  for (const [index, days] of daysByMonth.entries()) {
    const first = `${dayAt(world.clock.now(), 480).slice(0, 7)}-01` as Day;
    firsts.push(first);
    const ids = [];
    for (let one = 0; one < 2; one += 1) ids.push(await draft(world, `月度采购 ${index + 1}-${one + 1}`));
    world.clock.advance(days * dayMs);
    for (const id of ids) {
      const { revision } = await world.must('contracts.get', { id });
      const details = { reason: '', basis: '', notice: '', effectiveOn: null, signedOn: dayAt(world.clock.now(), 480) };
      await world.must('contracts.changeStage', { id, revision, to: 'signed', details });
    }
    const next = `${addDays(first, 32).slice(0, 7)}-01`;
    world.clock.advance(Date.parse(`${next}T01:00:00Z`) - world.clock.now());
  }
  return firsts;
}

async function draft(world: TestWorld, title: string) {
  const made = await world.must('contracts.register', {
    title,
    contractType: 'purchase',
    record: {
      ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: null, effectiveOn: null, expiresOn: null, renewalType: 'none' },
      ...{ ownerName: '陈静', department: '采购部', confidentiality: 'internal', tags: [], details: recordDetailsSchema.parse({}) },
    },
    amount: { inclusive: { minor: 120_000_00, currency: 'CNY' }, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' },
    number: '',
    language: 'zh',
    stage: 'draft',
  });
  return made.summary.id;
}
