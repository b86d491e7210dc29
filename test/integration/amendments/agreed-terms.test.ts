import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AmendmentDraft, AmendmentId } from '#shared/features/amendments/model.ts';
import { recordDetailsSchema, type ContractRecord, type RecordAmount } from '#shared/features/contracts/record.ts';
import { termFactsOfContract } from '#shared/features/contracts/term-facts.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { calendarOf } from '#shared/features/calendar/rules.ts';
import { prcYears } from '#shared/features/calendar/prc-years.ts';
import { termPlan } from '#shared/features/terms/rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { agreedTerms } from '../../../src-main/db/migrations/0460-agreed-terms.ts';
import { renewalsAgreedAnew } from '../../../src-main/db/migrations/0530-renewals-agreed-anew.ts';
import type { Migration } from '../../../src-main/db/migrate.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { membersOf } from '../../harness/members.ts';
import { silenceReviews } from '../../harness/reminder-policy.ts';
import { obligationEntry } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

// What is agreed for later counts today: on the page, in lists, in what falls due. The clock stands on 2026-11-23.

const minute = 60_000;
const dayMs = 24 * 60 * minute;
const day = (text: string): Day => text as Day;
const sum = (minor: number): RecordAmount => ({ inclusive: { minor, currency: 'CNY' }, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' });
const record: ContractRecord = {
  ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: day('2026-01-01'), effectiveOn: day('2026-01-01') },
  ...{ expiresOn: day('2026-12-31'), renewalType: 'none', ownerName: '', department: '', confidentiality: 'internal', tags: [] },
  details: recordDetailsSchema.parse({}),
};
const extension: AmendmentDraft = { kind: 'extension', effectiveOn: day('2027-01-01'), documentId: null, terms: { expiresOn: day('2027-12-31') }, amount: null, rationale: '', clauses: [] };

let world: TestWorld;
let id: ContractId;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  await silenceReviews(world);
  id = await register({});
});
afterEach(() => world.close());

async function register(change: Partial<ContractRecord>): Promise<ContractId> {
  const contract = await world.must('contracts.register', { title: '设备租赁', contractType: 'lease', language: 'zh', stage: 'signed', number: '', record: { ...record, ...change }, amount: sum(100_000_00) });
  return contract.summary.id;
}
const now = () => world.must('contracts.get', { id });
const amend = async (change: Partial<AmendmentDraft> = {}) => {
  const { amendments } = await world.must('amendments.record', { contractId: id, revision: (await now()).revision, draft: { ...extension, ...change } });
  return amendments.at(-1)?.id ?? ('' as AmendmentId);
};
const due = async () => {
  await world.pass(minute);
  return (await world.must('reminders.due', { everybody: true, kind: 'contract', search: '', contractId: id, limit: 20, view: 'coming', days: 900 })).map(({ event, targetOn }) => `${event} ${targetOn}`);
};
const listed = async (filter: object) => (await world.must('contracts.list', { search: '', sort: 'end', filter, limit: 10 })).contracts.map(({ endsOn }) => endsOn);

describe('an extension that begins the day after the end', () => {
  test('is counted in on the page, in the list and in what falls due, and no more once it is voided', async () => {
    expect((await now()).summary).toMatchObject({ status: 'expiring', endsOn: '2026-12-31' });
    expect(await due()).toEqual(['expiry 2026-12-31']);
    const amendment = await amend();
    const { summary, record: present, phases } = await now();
    expect([summary.status, summary.endsOn, present.expiresOn]).toEqual(['active', '2027-12-31', '2026-12-31']);
    expect(phases.map(({ from, terms }) => [from, terms.expiresOn])).toEqual([[null, '2026-12-31'], ['2027-01-01', '2027-12-31']]);
    expect([await listed({ due: 'expiring' }), await listed({ endFrom: day('2027-12-01') })]).toEqual([[], ['2027-12-31']]);
    expect(await due()).toEqual(['expiry 2027-12-31']);
    await world.must('amendments.void', { contractId: id, amendmentId: amendment, reason: '对方未盖章' });
    expect((await now()).summary).toMatchObject({ status: 'expiring', endsOn: '2026-12-31' });
    expect(await listed({ due: 'expiring' })).toEqual(['2026-12-31']);
    expect(await due()).toEqual(['expiry 2026-12-31']);
  });

  test('changes nothing more on its day, and no reminder of the end before it is shown', async () => {
    await amend();
    await world.pass(45 * dayMs);
    expect((await now()).summary).toMatchObject({ status: 'active', endsOn: '2027-12-31' });
    expect((await now()).record.expiresOn).toBe('2027-12-31');
    expect(await due()).toEqual(['expiry 2027-12-31']);
    expect(world.notifier.shown).toEqual([]);
  });

  test('moves what is due when the term ends, from the day it is recorded', async () => {
    await world.must('fulfilment.saveObligation', { contractId: id, id: null, revision: 0, entry: obligationEntry('退还设备', { due: { kind: 'offset', from: 'expires', obligationId: null, amount: 0, unit: 'day' } }) });
    const dueOn = async () => (await world.must('fulfilment.ofContract', { contractId: id })).obligations[0]?.dueOn;
    expect(await dueOn()).toBe('2026-12-31');
    await amend();
    expect(await dueOn()).toBe('2027-12-31');
  });
});

test('an extension that begins later leaves a gap: the contract ends, and goes on from that day', async () => {
  await amend({ effectiveOn: day('2027-01-10') });
  expect((await now()).summary).toMatchObject({ status: 'expiring', endsOn: '2026-12-31' });
  await world.pass(50 * dayMs);
  expect((await now()).summary).toMatchObject({ status: 'active', endsOn: '2027-12-31' });
  expect(await listed({ endFrom: day('2027-12-01') })).toEqual(['2027-12-31']);
  expect(await due()).toEqual(['expiry 2027-12-31']);
});

test('another period of notice that is agreed moves the deadline, the day of sending and their reminders', async () => {
  id = await register({ renewalType: 'auto', details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 60, unit: 'day' } }) });
  expect((await now()).summary).toMatchObject({ status: 'notice_missed_will_renew', noticeDeadlineOn: '2026-11-01' });
  await amend({ kind: 'change', effectiveOn: day('2026-12-10'), terms: { optOutPeriod: { amount: 10, unit: 'day' } } });
  expect((await now()).summary).toMatchObject({ status: 'notice_window_open', noticeDeadlineOn: '2026-12-21' });
  expect(await listed({ due: 'notice' })).toEqual(['2026-12-31']);
  expect(await due()).toEqual(['safe_send 2026-12-18', 'notice_deadline 2026-12-21']);
});

test('what the next term costs is the sum that will hold then, for who sees sums', async () => {
  id = await register({ renewalType: 'auto', details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 60, unit: 'day' } }) });
  await amend({ kind: 'change', terms: {}, amount: sum(180_000_00) });
  const committed = async () => termPlan(termFactsOfContract(await now()), calendarOf(prcYears), day('2026-11-23')).committedAmount;
  expect(await committed()).toEqual({ minor: 180_000_00, currency: 'CNY' });
  const people = membersOf(world);
  await people.invite('法务甲', 'legal');
  await people.become('法务甲');
  expect(await committed()).toBeNull();
  expect(JSON.stringify(await now())).not.toMatch(/18000000|10000000/);
  await people.become(userName);
});

test('a vault of the version before reckons with what was agreed in it', async () => {
  await amend();
  await due();
  const connection = connectionOf(world);
  // As the version before kept them.
  connection.transact(() => {
    connection.run(sql`UPDATE contract_dates SET term_end_on = '2026-12-31', valid_through = '9999-12-31' WHERE contract_id = ${id}`);
    connection.run(sql`UPDATE reminder_targets SET target_on = '2026-12-31' WHERE event = 'expiry'`);
  });
  expect(await listed({ endFrom: day('2027-12-01') })).toEqual([]);
  takeStep(agreedTerms);
  await membersOf(world).become(userName);
  expect(await listed({ endFrom: day('2027-12-01') })).toEqual(['2027-12-31']);
  expect(await due()).toEqual(['expiry 2027-12-31']);
});

test('that it renews no more lets the renewed term come to its end, in a vault of the version before too', async () => {
  const ofYears = { effectiveOn: day('2024-03-01'), signedOn: day('2024-03-01'), expiresOn: null, renewalType: 'auto', details: recordDetailsSchema.parse({ initialTermMonths: 12, renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } }) } as const;
  id = await register(ofYears);
  await amend({ kind: 'change', effectiveOn: day('2026-11-23'), terms: { renewalType: 'none' } });
  expect((await now()).summary).toMatchObject({ status: 'active', endsOn: '2027-02-28' });
  expect(await listed({ endFrom: day('2027-01-01') })).toEqual(['2027-02-28']);
  const connection = connectionOf(world);
  connection.transact(() => connection.run(sql`UPDATE contract_dates SET term_end_on = '2025-02-28', notice_deadline_on = '', safe_send_on = '', valid_through = '9999-12-31' WHERE contract_id = ${id}`));
  expect(await listed({ endFrom: day('2027-01-01') })).toEqual([]);
  takeStep(renewalsAgreedAnew);
  await membersOf(world).become(userName);
  expect(await listed({ endFrom: day('2027-01-01') })).toEqual(['2027-02-28']);
  expect(await due()).toEqual(['expiry 2027-02-28']);
});

function takeStep({ steps }: Migration): void {
  const connection = connectionOf(world);
  connection.transact(() => (steps.core?.('main') ?? '').split(';').filter((text) => text.trim() !== '').forEach((text) => connection.run({ text, values: [] })));
}
