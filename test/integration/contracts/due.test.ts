import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ContractFilter } from '#shared/features/contracts/list.ts';
import { dueFilters } from '#shared/features/contracts/list.ts';
import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { dayOn } from '../../../src-main/ports.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

// What falls due is told by dates that are kept beside the contracts: held here against what the rules make of each record.

interface Made {
  readonly title: string;
  readonly isSigned: boolean;
  readonly isArchived: boolean;
  readonly isLease: boolean;
  /** By the rules, from the record. */
  readonly endsOn: Day | null;
  readonly noticeDeadlineOn: Day | null;
}

let world: TestWorld;
let today: Day;
const made: Made[] = [];
beforeAll(async () => {
  world = testWorld();
  await createTestVault(world);
  today = dayOn(world.clock);
  for (const isSigned of [true, false]) {
    for (const isArchived of [true, false]) {
      for (const isLease of [true, false]) {
        for (const endsIn of [-400, -1, 0, 25, 45, 90, 91]) await make({ title: `${isLease ? '叉车' : '轴承'} ${made.length}`, isSigned, isArchived, isLease }, endsIn);
      }
    }
  }
});
afterAll(() => world.close());

/** A contract whose term ends so many days from today; a lease renews itself unless notice is given thirty days before. */
async function make(contract: Omit<Made, 'endsOn' | 'noticeDeadlineOn'>, endsIn: number): Promise<void> {
  const { isSigned, isArchived, isLease, title } = contract;
  const record = {
    ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], confidentiality: 'internal', ownerName: '', department: '', tags: [] } as const,
    ...{ signedOn: addDays(today, -800), effectiveOn: addDays(today, -800), expiresOn: addDays(today, endsIn), renewalType: isLease ? 'auto' : 'none' } as const,
    details: recordDetailsSchema.parse(isLease ? { renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } } : {}),
  };
  const { summary } = await world.must('contracts.register', { title, contractType: isLease ? 'lease' : 'purchase', language: 'zh', stage: isSigned ? 'signed' : 'draft', number: '', record, amount: null });
  made.push({ ...contract, endsOn: summary.endsOn, noticeDeadlineOn: summary.noticeDeadlineOn });
  if (isArchived) await world.must('contracts.changeMany', { ids: [summary.id], archived: true });
}

const isBetween = (day: Day | null, from: number, to: number) => day !== null && day >= addDays(today, from) && day <= addDays(today, to);
const isDue: Readonly<Record<(typeof dueFilters)[number], (contract: Made) => boolean>> = {
  expiring: ({ endsOn }) => isBetween(endsOn, 0, 90),
  notice: ({ noticeDeadlineOn }) => isBetween(noticeDeadlineOn, 0, 30),
  ended: ({ endsOn }) => isBetween(endsOn, -1000, -1),
};

test('of each kind there are some', () => {
  for (const due of dueFilters) expect(made.filter(isDue[due]).length).toBeGreaterThan(3);
});

for (const due of dueFilters) {
  for (const archived of [undefined, 'no', 'yes', 'both'] as const) {
    test(`${due}, archived: ${archived ?? 'not said'}: the page and the count have the same contracts, and the right ones`, async () => {
      for (const others of [{}, { types: ['lease'] }, { types: [] }, { endTo: addDays(today, 30) }, { stages: ['signed', 'draft'] }] satisfies ContractFilter[]) {
        for (const search of ['', '叉车']) {
          for (const sort of ['end', 'updated', 'number'] as const) {
            const wanted = made.filter((one) => {
              const isNarrowed = ('types' in others && others.types.length > 0 ? one.isLease : true) && ('endTo' in others ? isBetween(one.endsOn, -1000, 30) : true) && (search === '' || one.isLease);
              return isDue[due](one) && one.isSigned && isNarrowed && (archived === 'both' || one.isArchived === (archived === 'yes'));
            });
            const selection = { search, sort, filter: { due, ...(archived === undefined ? {} : { archived }), ...others } };
            const { contracts, total } = await world.must('contracts.list', { ...selection, limit: 100 });
            expect(contracts.map(({ title }) => title).toSorted()).toEqual(wanted.map(({ title }) => title).toSorted());
            expect(total).toBe(wanted.length);
            expect(await world.must('contracts.count', selection)).toBe(wanted.length);
          }
        }
      }
    });
  }
}

test('a notice that was given is not due any more, on the page, in the count and at home; one that is taken back is due again', async () => {
  const one = made.find((contract) => isDue.notice(contract) && contract.isSigned && !contract.isArchived);
  const [listed] = (await world.must('contracts.list', { search: '', sort: 'notice', filter: { due: 'notice' }, limit: 1 })).contracts;
  if (one === undefined || listed === undefined) throw new Error('no notice is due');
  const counted = async () => [await world.must('contracts.count', { search: '', sort: 'notice', filter: { due: 'notice' } }), (await world.must('home.dashboard', undefined)).noticeDue.count];
  const [before = 0] = await counted();
  const notice = { kind: 'non_renewal', termIndex: 0, sentOn: today, method: 'hand', trackingNumber: '', receivedOn: today } as const;
  const { summary, notices } = await world.must('contracts.addNotice', { id: listed.id, notice });
  expect([summary.noticeDeadlineOn, await counted()]).toEqual([null, [before - 1, before - 1]]);
  await world.must('contracts.withdrawNotice', { id: listed.id, noticeId: notices[0]?.id ?? ('' as never), reason: '误录' });
  expect(await counted()).toEqual([before, before]);
});

test('what falls due is counted by the dates alone', () => {
  const steps = connectionOf(world).all<{ detail: string }>(sql`EXPLAIN QUERY PLAN SELECT 1 FROM contract_dates WHERE 1 AND contract_dates.is_watched = 1 AND term_end_on BETWEEN ${today} AND ${addDays(today, 90)} LIMIT 1001`);
  expect(steps.map(({ detail }) => detail)).toEqual([expect.stringContaining('contract_dates_watched_end')]);
});
