import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Contract } from '#shared/features/contracts/model.ts';
import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import { noAnswer, type Answer, type Checklist } from '#shared/features/reviews/checklist.ts';
import type { Review, ReviewResult } from '#shared/features/reviews/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { Day } from '#shared/kernel/day.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { membersOf } from '../../harness/members.ts';
import { createTestVault, goodPassphrase, testWorld, userName, type TestWorld } from '../../harness/world.ts';

// The clock stands at 2026-11-23.
const dayMs = 86_400_000;
let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

async function register(over: { readonly effectiveOn?: string; readonly expiresOn?: string; readonly renews?: boolean; readonly minor?: number; readonly kind?: 'standalone' | 'amendment'; readonly parentId?: Contract['summary']['id'] } = {}): Promise<Contract> {
  const { effectiveOn = '2026-10-01', expiresOn = '2027-09-30', renews = false, kind = 'standalone', parentId = null } = over;
  return world.must('contracts.register', {
    title: '机房维护',
    contractType: 'services',
    record: {
      ...{ recordKind: kind, parentId, direction: 'pay', parties: [], ownerName: '陈静', department: '', confidentiality: 'internal', tags: [] },
      signedOn: '2026-10-01' as Day,
      effectiveOn: effectiveOn as Day,
      expiresOn: expiresOn as Day,
      renewalType: renews ? 'auto' : 'none',
      details: recordDetailsSchema.parse(renews ? { renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } } : {}),
    },
    amount: over.minor === undefined ? null : { inclusive: { minor: over.minor, currency: 'CNY' }, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' },
    number: '',
    language: 'zh',
    stage: 'signed',
  });
}
async function registerOfMonths(initialTermMonths: number) {
  return world.must('contracts.register', {
    ...{ title: '机房维护', contractType: 'services', amount: null, number: '', language: 'zh', stage: 'signed' },
    record: {
      ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], ownerName: '陈静', department: '', confidentiality: 'internal', tags: [] },
      ...{ signedOn: '2026-10-01' as Day, effectiveOn: '2026-10-01' as Day, expiresOn: null, renewalType: 'none' },
      details: recordDetailsSchema.parse({ initialTermMonths }),
    },
  });
}
const reviewsOf = (contract: Contract) => world.must('reviews.ofContract', { contractId: contract.summary.id });
const due = async (contract: Contract) => (await reviewsOf(contract)).reviews.filter(({ state }) => state === 'scheduled').map(({ reason, dueOn, cadence }) => [reason, dueOn, cadence]);

function checklistOf({ content }: Review): Checklist {
  if (content === null || isWithheld(content)) throw new Error('a review has no checklist');
  return content.checklist;
}
const good: Answer = { ...noAnswer, choice: 'yes', number: 95, text: '无', fileIds: ['7d1c1a52-0d0b-4c3f-9a51-3f0a6a1e0009'] };
function answers(review: Review, failing: readonly string[] = []) {
  return Object.fromEntries(checklistOf(review).items.map(({ key, kind }) => [key, failing.includes(key) ? { ...noAnswer, choice: 'no' as const, number: 1 } : kind === 'scale' ? { ...good, number: 4 } : good]));
}
async function begin(contract: Contract): Promise<Review> {
  const review = (await reviewsOf(contract)).reviews.find(({ state, reason }) => state === 'scheduled' && reason === 'cadence');
  if (review === undefined) throw new Error('no review is planned');
  return world.must('reviews.start', { id: review.id });
}
async function me() {
  const [member] = await world.must('approvals.members', undefined);
  if (member === undefined) throw new Error('nobody');
  return member.id;
}
async function complete(review: Review, result: ReviewResult, failing: readonly string[] = [], withFollowUps = true) {
  const ownerId = await me();
  const followUps = withFollowUps ? failing.map((itemKey) => ({ itemKey, text: `整改 ${itemKey}`, ownerId, dueOn: '2026-12-31' as Day })) : [];
  return world.call('reviews.complete', { id: review.line.id, revision: review.revision, answers: answers(review, failing), kpiValues: {}, summary: '', result, followUps, language: 'zh' });
}

describe('the plan', () => {
  test('brings a contract of high risk up every month, and no more once the risk was treated', async () => {
    const contract = await register();
    const before = await due(contract);
    expect(before.map(([, , cadence]) => cadence)).not.toContain('monthly');
    const draft = { category: 'breach', title: '供货可能延迟', contractId: contract.summary.id, partyId: null, likelihood: 4, impact: 4, state: 'open', treatment: 'reduce', ownerId: null, reviewOn: null, notes: '' } as const;
    const { id, revision } = await world.must('risks.save', { id: null, revision: 0, draft });
    expect((await due(contract)).find(([reason]) => reason === 'cadence')).toEqual(['cadence', '2026-12-01', 'monthly']);
    await world.must('risks.save', { id, revision, draft: { ...draft, state: 'treated' } });
    expect(await due(contract)).toEqual(before);
  });

  test('does not leave a contract alone until the year’s review that was held early, once it is of high risk', async () => {
    const contract = await register({ effectiveOn: '2026-10-01', expiresOn: '2030-09-30' });
    expect((await due(contract)).find(([reason]) => reason === 'cadence')).toEqual(['cadence', '2027-10-01', 'yearly']);
    await world.must('reviews.skip', { id: (await reviewsOf(contract)).reviews[0]?.id ?? ('' as never), reason: '上线前已审核' });
    expect((await due(contract)).find(([reason]) => reason === 'cadence')).toEqual(['cadence', '2028-10-01', 'yearly']);
    const draft = { category: 'breach', title: '供货可能延迟', contractId: contract.summary.id, partyId: null, likelihood: 4, impact: 4, state: 'open', treatment: 'reduce', ownerId: null, reviewOn: null, notes: '' } as const;
    await world.must('risks.save', { id: null, revision: 0, draft });
    expect((await due(contract)).find(([reason]) => reason === 'cadence')).toEqual(['cadence', '2026-12-01', 'monthly']);
  });

  test('is as frequent as the term is long that holds by now', async () => {
    const contract = await registerOfMonths(6);
    expect((await due(contract)).find(([reason]) => reason === 'cadence')?.[2]).toBe('monthly');
    const { revision } = await world.must('contracts.get', { id: contract.summary.id });
    const amendment = { kind: 'extension', effectiveOn: '2026-11-01' as Day, documentId: null, terms: { expiresOn: '2030-09-30' as Day }, amount: null, rationale: '', clauses: [] } as const;
    await world.must('amendments.record', { contractId: contract.summary.id, revision, draft: amendment });
    expect((await due(contract)).find(([reason]) => reason === 'cadence')?.[2]).toBe('yearly');
  });

  test('looks at an amendment that is recorded without a document of its own, once, and no more when it is voided', async () => {
    const contract = await register();
    const ofAmendments = async () => (await due(contract)).filter(([reason]) => reason === 'amendment').map(([, dueOn]) => dueOn);
    const { revision } = await world.must('contracts.get', { id: contract.summary.id });
    const draft = { kind: 'change', effectiveOn: '2026-11-20' as Day, documentId: null, terms: { warrantyUntil: '2028-01-01' as Day }, amount: null, rationale: '', clauses: [] } as const;
    const { amendments } = await world.must('amendments.record', { contractId: contract.summary.id, revision, draft });
    expect(await ofAmendments()).toEqual(['2026-12-04']);
    // One with a document is looked at by that, and only once.
    const document = await register({ kind: 'amendment', parentId: contract.summary.id });
    await world.must('amendments.record', { contractId: contract.summary.id, revision: (await world.must('contracts.get', { id: contract.summary.id })).revision, draft: { ...draft, documentId: document.summary.id, terms: { warrantyUntil: '2029-01-01' as Day } } });
    expect(await ofAmendments()).toHaveLength(2);
    await world.must('amendments.void', { contractId: contract.summary.id, amendmentId: amendments[0]?.id ?? ('' as never), reason: '重复登记' });
    expect(await ofAmendments()).toHaveLength(1);
  });

  test('follows the policy, and the policy’s changes', async () => {
    const contract = await register();
    expect(await due(contract)).toEqual([['cadence', '2027-01-01', 'quarterly']]);
    const { policy } = await world.must('reviews.policy', undefined);
    await world.must('reviews.savePolicy', { version: 0, policy: { ...policy, ordinary: 'monthly' } });
    expect(await due(contract)).toEqual([['cadence', '2026-12-01', 'monthly']]);
    expect(await world.call('reviews.savePolicy', { version: 0, policy })).toMatchObject({ ok: false, error: { code: 'CHANGED_MEANWHILE' } });
  });

  test('makes what is worth much more frequent, and a person without the key to sums makes nothing rarer', async () => {
    const { policy } = await world.must('reviews.policy', undefined);
    await world.must('reviews.savePolicy', { version: 0, policy, bands: [{ fromMinor: 1_000_000_00, currency: 'CNY', cadence: 'monthly' }] });
    const contract = await register({ minor: 2_000_000_00 });
    expect(await due(contract)).toEqual([['cadence', '2026-12-01', 'monthly']]);
    const { passphrase } = await world.must('users.invite', { name: '法务甲', roles: ['legal'] });
    await world.must('vault.lock', undefined);
    await world.must('vault.unlock', { userName: '法务甲', passphrase, takeOver: false });
    expect((await world.must('reviews.policy', undefined)).bands).toEqual({ withheld: true });
    const read = await world.must('contracts.get', { id: contract.summary.id });
    await world.must('contracts.saveRecord', { id: contract.summary.id, revision: read.revision, title: '机房维护', contractType: 'services', record: { ...read.record, department: '信息部' } });
    expect(await due(contract)).toEqual([['cadence', '2026-12-01', 'monthly']]);
  });

  test('holds a review before the last safe day to send a notice of non-renewal', async () => {
    const contract = await register({ effectiveOn: '2026-01-01', expiresOn: '2026-12-31', renews: true });
    expect(await due(contract)).toEqual([
      ['cadence', '2027-01-01', 'quarterly'],
      ['safe_send', '2026-11-23', null],
    ]);
  });

  test('asks for a review of what was amended, once', async () => {
    const contract = await register();
    await register({ kind: 'amendment', parentId: contract.summary.id });
    await reviewsOf(contract);
    expect((await due(contract)).filter(([reason]) => reason === 'amendment')).toHaveLength(1);
    await register();
    expect((await due(contract)).filter(([reason]) => reason === 'amendment')).toHaveLength(1);
  });

  test('of a year shows the load per person', async () => {
    await register();
    const { planned, held } = await world.must('reviews.plan', { year: 2027 });
    expect(planned).toMatchObject([{ reviewerName: userName, total: 4, months: [1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0] }]);
    expect(held).toEqual(Array.from({ length: 12 }, () => 0));
  });

  test('lets a review be skipped with a reason, and given to somebody else', async () => {
    const contract = await register();
    const [line] = (await reviewsOf(contract)).reviews;
    if (line === undefined) throw new Error();
    expect(await world.call('reviews.skip', { id: line.id, reason: ' ' })).toMatchObject({ error: { code: 'REASON_MISSING' } });
    expect(await world.must('reviews.assign', { ids: [line.id], reviewerId: null })).toEqual({ changed: 1 });
    await world.must('reviews.skip', { id: line.id, reason: '刚刚审过' });
    expect(await due(contract)).toEqual([['cadence', '2027-04-01', 'quarterly']]);
  });
});

describe('holding a review', () => {
  test('early leaves the rhythm alone, gives a report, and lets a failed question be followed up and carried over', async () => {
    const contract = await register();
    const first = await begin(contract);
    expect(await complete(first, 'pass', ['licences'])).toMatchObject({ error: { code: 'RESULT_TOO_GOOD' } });
    expect(await complete(first, 'conditional', ['licences'], false)).toMatchObject({ error: { code: 'FOLLOW_UP_MISSING', params: { count: 1 } } });
    const closed = await complete(first, 'conditional', ['licences']);
    if (!closed.ok) throw new Error(closed.error.code);
    expect(closed.value.line).toMatchObject({ state: 'completed', result: 'conditional', closedOn: '2026-11-23', failedItems: 1, hasReport: true });
    expect(await due(contract)).toEqual([['cadence', '2027-04-01', 'quarterly']]);

    const target = join(world.folder, 'report.pdf');
    world.answers.push(target);
    await world.must('reviews.saveReport', { reviewId: first.line.id });
    expect(createHash('sha256').update(readFileSync(target)).digest('hex')).toBe(closed.value.report?.sha256);

    const second = await begin(contract);
    expect(second.findings).toMatchObject([{ itemKey: 'licences', state: 'open', text: '整改 licences' }]);
    expect(await complete(second, 'pass')).toMatchObject({ error: { code: 'RESULT_TOO_GOOD' } });
    const [finding] = second.findings;
    if (finding === undefined) throw new Error();
    const change = { id: finding.id, revision: finding.revision, ownerId: await me(), dueOn: finding.dueOn };
    expect(await world.call('reviews.changeFinding', { ...change, state: 'closed', resolution: '' })).toMatchObject({ error: { code: 'REASON_MISSING' } });
    await world.must('reviews.changeFinding', { ...change, state: 'closed', resolution: '已补齐许可证' });
    expect((await complete(second, 'pass')).ok).toBe(true);
    expect((await world.must('reviews.findings', { show: 'open', mine: false })).total).toBe(0);
  });

  test('gives a finding only to somebody who is there, but keeps the name of an owner who left', async () => {
    const members = membersOf(world);
    await members.invite('李雷', 'legal');
    await members.invite('韩梅梅', 'legal');
    const [ownerId, other] = [await members.idOf('李雷') as UserId, await members.idOf('韩梅梅') as UserId];
    const closed = await complete(await begin(await register()), 'conditional', ['licences']);
    const finding = closed.ok ? closed.value.findings[0] : undefined;
    if (finding === undefined) throw new Error();
    const change = { id: finding.id, state: 'open', dueOn: finding.dueOn, resolution: '' } as const;
    const { revision } = await world.must('reviews.changeFinding', { ...change, revision: finding.revision, ownerId });
    for (const left of [ownerId, other]) await world.must('users.remove', { id: left });
    expect(await world.call('reviews.changeFinding', { ...change, revision, ownerId: other })).toMatchObject({ error: { code: 'NO_SUCH_MEMBER' } });
    expect(await world.must('reviews.changeFinding', { ...change, revision, ownerId, dueOn: '2027-01-15' as Day })).toMatchObject({ ownerName: '李雷', dueOn: '2027-01-15' });
  });

  test('goes by the checklist with which it was begun', async () => {
    const contract = await register();
    const review = await begin(contract);
    const [full] = await world.must('reviews.checklists', undefined);
    if (full === undefined) throw new Error();
    await world.must('reviews.saveChecklist', { id: full.id, version: 0, checklist: { ...full.checklist, items: full.checklist.items.slice(0, 1) } });
    const again = await world.must('reviews.get', { id: review.line.id });
    expect(checklistOf(again).items).toHaveLength(full.checklist.items.length);
    expect((await complete(again, 'pass')).ok).toBe(true);
    const later = await begin(contract);
    expect(checklistOf(later).items).toHaveLength(1);
    expect(later.content).toMatchObject({ checklistVersion: 1 });
  });

  test('keeps answers as they are typed, refuses a stale save and what is not on the checklist', async () => {
    const review = await begin(await register());
    const given = { id: review.line.id, kpiValues: {}, summary: '进行中' };
    expect(await world.must('reviews.save', { ...given, revision: review.revision, answers: { duties: good } })).toEqual({ revision: review.revision + 1 });
    expect(await world.call('reviews.save', { ...given, revision: review.revision, answers: {} })).toMatchObject({ error: { code: 'CHANGED_MEANWHILE' } });
    expect(await world.call('reviews.save', { ...given, revision: review.revision + 1, answers: { nonsense: good } })).toMatchObject({ error: { code: 'UNKNOWN_ITEM' } });
    expect((await world.must('reviews.get', { id: review.line.id })).content).toMatchObject({ answers: { duties: { choice: 'yes' } }, summary: '进行中' });
  });

  test('measures KPIs, and asks for another review when one is missed twice', async () => {
    const contract = await register();
    const [kpi] = await world.must('reviews.saveKpis', { contractId: contract.summary.id, known: [], kpis: [{ id: null, name: '准时率', unit: '%', target: 98, direction: 'at_least' }] });
    if (kpi === undefined) throw new Error();
    for (const value of [97, 96]) {
      const review = await begin(contract);
      const closed = await world.call('reviews.complete', { id: review.line.id, revision: review.revision, answers: answers(review), kpiValues: { [kpi.id]: value }, summary: '', result: 'conditional', followUps: [], language: 'en' });
      expect(closed.ok).toBe(true);
      world.clock.advance(40 * dayMs);
    }
    const after = await reviewsOf(contract);
    expect(after.kpis).toMatchObject([{ name: '准时率', history: [{ on: '2026-11-23', value: 97 }, { on: '2027-01-02', value: 96 }] }]);
    expect(after.reviews.filter(({ reason }) => reason === 'kpi')).toHaveLength(1);
  });

  test('shows what was measured of the service levels, keeps it in the report without sums, and comes again after two misses', async () => {
    const contract = await register();
    const contractId = contract.summary.id;
    await world.must('fulfilment.saveMetric', { contractId, id: null, revision: 0, entry: { name: '可用率', comparison: 'atLeast', target: 99.9, unit: '%', period: 'month', credit: { minor: 500_00, currency: 'CNY' } } });
    const metric = (await world.must('fulfilment.ofContract', { contractId })).metrics[0]?.id ?? ('' as never);
    for (const [periodStart, value] of [['2026-09-01', 99.95], ['2026-10-01', 99.2]] as const) await world.must('fulfilment.measure', { id: metric, periodStart: periodStart as Day, value });
    const first = await begin(contract);
    expect(first.serviceLevels).toMatchObject([{ name: '可用率', target: 99.9, credit: { minor: 500_00 }, measurements: [{ value: 99.95 }, { value: 99.2 }] }]);
    const closed = await complete(first, 'pass');
    expect((await due(contract)).map(([reason]) => reason)).toEqual(['cadence']);
    await world.must('fulfilment.measure', { id: metric, periodStart: '2026-12-01' as Day, value: 98 });
    if (!closed.ok) throw new Error(closed.error.code);
    expect((await world.must('reviews.get', { id: first.line.id })).serviceLevels[0]?.measurements).toHaveLength(2);
    await complete(await begin(contract), 'pass');
    expect((await due(contract)).map(([reason]) => reason)).toContain('kpi');
    const { passphrase } = await world.must('users.invite', { name: '法务甲', roles: ['legal'] });
    await world.must('vault.lock', undefined);
    await world.must('vault.unlock', { userName: '法务甲', passphrase, takeOver: false });
    expect((await world.must('reviews.get', { id: first.line.id })).serviceLevels).toMatchObject([{ name: '可用率', credit: { withheld: true } }]);
  });

  test('shows its content only to who holds the key to texts', async () => {
    const contract = await register();
    const review = await begin(contract);
    await complete(review, 'conditional', ['licences']);
    const { passphrase } = await world.must('users.invite', { name: '审计', roles: ['auditor'] });
    await world.must('vault.lock', undefined);
    await world.must('vault.unlock', { userName: '审计', passphrase, takeOver: false });
    const seen = await world.must('reviews.get', { id: review.line.id });
    expect(seen).toMatchObject({ content: { withheld: true }, kpis: { withheld: true }, findings: [{ text: { withheld: true }, resolution: { withheld: true } }] });
    expect(await world.call('reviews.start', { id: review.line.id })).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await world.call('reviews.report', { reviewId: review.line.id })).toMatchObject({ error: { code: 'WITHHELD' } });
    await world.must('vault.lock', undefined);
    await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
    expect((await world.must('reviews.report', { reviewId: review.line.id })).base64.length).toBeGreaterThan(1000);
  });
});

test('a quarter’s report is kept with its hash', async () => {
  const review = await begin(await register());
  await complete(review, 'pass');
  const made = await world.must('reviews.portfolioReport', { quarter: '2026-Q4', language: 'zh' });
  expect(made).toMatchObject({ kind: 'portfolio', period: '2026-Q4', title: '合同审核季度报告 2026-Q4' });
  expect(await world.must('reviews.reports', undefined)).toEqual([made]);
});

describe('the register of laws', () => {
  test('is edited and goes back to what is shipped', async () => {
    const laws = await world.must('reviews.laws', undefined);
    const arbitration = laws.find(({ nameZh }) => nameZh.includes('仲裁法'));
    if (arbitration === undefined) throw new Error();
    const { isShipped, isChanged, ...law } = arbitration;
    expect([isShipped, isChanged]).toEqual([true, false]);
    await world.must('reviews.saveLaw', { law: { ...law, note: '已核对' } });
    expect((await world.must('reviews.laws', undefined)).find(({ id }) => id === law.id)).toMatchObject({ note: '已核对', isChanged: true });
    await world.must('reviews.removeLaw', { id: law.id });
    expect((await world.must('reviews.laws', undefined)).find(({ id }) => id === law.id)).toMatchObject({ note: law.note, isChanged: false });
    expect(await world.call('reviews.planForLaw', { lawId: law.id })).toMatchObject({ error: { code: 'LAW_IN_FORCE' } });
  });
});
