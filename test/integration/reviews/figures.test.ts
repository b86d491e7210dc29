import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { noAnswer } from '#shared/features/reviews/checklist.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { Day } from '#shared/kernel/day.ts';
import { boxPrinter } from '../../harness/box-printer.ts';
import { membersOf } from '../../harness/members.ts';
import { registerTerms } from '../../harness/portfolio.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

// What figures over many reviews count. The clock stands at nine on 23 November 2026.

let world: TestWorld;
let printed = '';
let contractId: ContractId;
beforeEach(async () => {
  const printer = boxPrinter();
  world = testWorld({
    printToPdf: (html, signal) => {
      printed = html;
      return printer.printToPdf(html, signal);
    },
  });
  await createTestVault(world);
  contractId = registerTerms(world, [{ title: '机房维护', from: '2026-03-08', until: '2027-09-30' }])[0] ?? ('' as never);
});
afterEach(() => world.close());

const planned = async () => (await world.must('reviews.ofContract', { contractId })).reviews.find(({ state }) => state === 'scheduled')?.id ?? ('' as never);

test('the plan of a year names a reviewer who left, as the list does', async () => {
  const people = membersOf(world);
  await people.invite('李法务', 'legal');
  const reviewerId = (await people.idOf('李法务')) as UserId;
  await world.must('reviews.assign', { ids: [await planned()], reviewerId });
  await world.must('users.remove', { id: reviewerId });
  const listed = (await world.must('reviews.list', { show: 'planned', mine: false, search: '', offset: 0, limit: 50 })).reviews.map(({ reviewerName }) => reviewerName);
  expect(listed).toEqual(['李法务']);
  expect((await world.must('reviews.plan', { year: 2026 })).planned.map(({ reviewerName }) => reviewerName)).toEqual(listed);
});

test('a quarter’s report counts and lists every finding that is open', async () => {
  const review = await world.must('reviews.start', { id: await planned() });
  if (isWithheld(review.content) || review.content === null) throw new Error('there is no checklist');
  const good = { ...noAnswer, choice: 'yes' as const, number: 95, text: '无', fileIds: ['7d1c1a52-0d0b-4c3f-9a51-3f0a6a1e0009'] };
  const answers = Object.fromEntries(review.content.checklist.items.map(({ key, kind }) => [key, key === 'licences' ? { ...noAnswer, choice: 'no' as const } : kind === 'scale' ? { ...good, number: 4 } : good]));
  const ownerId = (await world.must('approvals.members', undefined)).find(({ name }) => name === userName)?.id ?? ('' as never);
  const followUps = [{ itemKey: 'licences', text: '补齐许可证', ownerId, dueOn: '2026-12-31' as Day }];
  await world.must('reviews.complete', { id: review.line.id, revision: review.revision, answers, kpiValues: {}, summary: '', result: 'conditional', followUps, language: 'en' });
  // As many as a large house has: each like the one that was found.
  world.core.vaults.session()?.derive((db) => {
    const many = `WITH RECURSIVE numbers (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 619)`;
    const id = `'7d1c1a52-0d0b-4c3f-9a51-' || printf('%012x', n)`;
    db.run({ text: `INSERT INTO review_findings (id, contract_id, review_id, item_key, state, owner_id, due_on, created_at, closed_at, revision) ${many} SELECT ${id}, contract_id, review_id, item_key, state, owner_id, due_on, created_at, closed_at, 1 FROM review_findings, numbers`, values: [] });
  });
  expect((await world.must('reviews.findings', { show: 'open', mine: false })).total).toBe(620);
  await world.must('reviews.portfolioReport', { quarter: '2026-Q4', language: 'en' });
  expect(printed).toContain('<th scope="row">Findings open now</th><td>620</td>');
  expect(printed.split('补齐许可证')).toHaveLength(2);
});
