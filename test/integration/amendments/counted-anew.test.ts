import { afterEach, beforeEach, expect, test } from 'vitest';
import { prcYears } from '#shared/features/calendar/prc-years.ts';
import { calendarOf } from '#shared/features/calendar/rules.ts';
import type { AmendmentDraft } from '#shared/features/amendments/model.ts';
import { outcomeOf } from '#shared/features/amendments/outcome.ts';
import { recordDetailsSchema, type ContractRecord, type RecordDetails } from '#shared/features/contracts/record.ts';
import { termFactsOfContract } from '#shared/features/contracts/term-facts.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { termPlan } from '#shared/features/terms/rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { noticesOfTerms } from '../../../src-main/db/migrations/0570-notices-of-terms.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { membersOf } from '../../harness/members.ts';
import { silenceReviews } from '../../harness/reminder-policy.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

// An amendment that says anew when a contract ends counts its terms from 0 again: what was said of the terms before says
// nothing of those. The clock stands on 2026-11-23.

const today = '2026-11-23' as Day;
const day = (text: string): Day => text as Day;
const calendar = calendarOf(prcYears);
const record: ContractRecord = {
  ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: day('2024-01-01'), effectiveOn: day('2024-01-01') },
  ...{ expiresOn: day('2024-12-31'), renewalType: 'auto', ownerName: '', department: '', confidentiality: 'internal', tags: [] },
  details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 10, unit: 'day' } }),
};
const notice = { kind: 'non_renewal', termIndex: 2, sentOn: day('2026-11-20'), method: 'ems', trackingNumber: '', receivedOn: null } as const;

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  await silenceReviews(world);
});
afterEach(() => world.close());

async function register(details: Partial<RecordDetails> = {}): Promise<ContractId> {
  const entry = { ...record, details: { ...record.details, ...details } };
  return (await world.must('contracts.register', { title: '设备租赁', contractType: 'lease', language: 'zh', stage: 'signed', number: '', record: entry, amount: null })).summary.id;
}
const get = (id: ContractId) => world.must('contracts.get', { id });
const planOf = async (id: ContractId, on: Day = today) => termPlan(termFactsOfContract(await get(id)), calendar, on);
const draft = (effectiveOn: string, terms: AmendmentDraft['terms']): AmendmentDraft => ({ kind: 'change', effectiveOn: day(effectiveOn), documentId: null, terms, amount: null, rationale: '', clauses: [] });
async function amend(id: ContractId, amendment: AmendmentDraft): Promise<void> {
  await world.must('amendments.record', { contractId: id, revision: (await get(id)).revision, draft: amendment });
}

test('a notice about the running term says nothing of the one that an extension makes, whenever its receipt is entered', async () => {
  const id = await register();
  const { notices } = await world.must('contracts.addNotice', { id, notice });
  expect(notices).toMatchObject([{ termIndex: 2, termEndsOn: '2026-12-31' }]);
  expect(await planOf(id)).toMatchObject({ window: 'given', next: null });
  await amend(id, draft('2027-01-01', { expiresOn: day('2027-12-31') }));
  expect(await planOf(id)).toMatchObject({ term: { end: '2027-12-31' }, window: 'upcoming', notice: null, next: { end: '2028-12-31' } });
  // The days that lists go by are reckoned by the same.
  const listed = await world.must('contracts.list', { search: '', sort: 'notice', filter: {}, limit: 10 });
  expect(listed.contracts).toMatchObject([{ endsOn: '2027-12-31', noticeDeadlineOn: '2027-12-21' }]);
  const [given] = notices;
  await world.must('contracts.changeNotice', { id, noticeId: given?.id ?? ('' as never), notice: { ...notice, termIndex: 0, receivedOn: day('2026-11-22') } });
  expect((await get(id)).notices).toMatchObject([{ termIndex: 2, termEndsOn: '2026-12-31', receivedOn: '2026-11-22' }]);
  expect((await planOf(id)).notice).toBeNull();
  // One that is sent now is about the extended term.
  await world.must('contracts.addNotice', { id, notice: { ...notice, termIndex: 0, sentOn: today } });
  expect((await get(id)).notices).toMatchObject([{ termEndsOn: '2027-12-31' }, { termEndsOn: '2026-12-31' }]);
  expect(await planOf(id)).toMatchObject({ window: 'given', next: null });
});

test('a notice whose day is corrected is about the term of that day', async () => {
  const id = await register();
  const { notices } = await world.must('contracts.addNotice', { id, notice });
  await world.must('contracts.changeNotice', { id, noticeId: notices[0]?.id ?? ('' as never), notice: { ...notice, termIndex: 1, sentOn: day('2025-11-20') } });
  expect((await get(id)).notices).toMatchObject([{ termIndex: 1, termEndsOn: '2025-12-31' }]);
});

test.each([
  ['a later end', {}, draft('2027-01-01', { expiresOn: day('2027-12-31') })],
  ['an earlier end', {}, draft('2026-11-01', { expiresOn: day('2026-11-30') })],
  ['other renewals', {}, draft('2026-06-01', { renewalTermMonths: 3, maxRenewals: 8 })],
  ['no renewal', {}, draft('2026-12-01', { renewalType: 'none' })],
  ['no end', {}, draft('2026-12-01', { renewalType: 'evergreen' })],
  ['a day for notices', { optOutOn: day('2024-10-31'), optOutPeriod: null }, draft('2026-12-01', { expiresOn: day('2027-06-30'), optOutOn: day('2027-05-15') })],
] as const)('what %s will make of the terms is what it then makes of them', async (_, details, amendment) => {
  const id = await register(details);
  const outcome = outcomeOf(await get(id), await world.must('amendments.list', { contractId: id }), amendment, calendar, today);
  await amend(id, amendment);
  const on = amendment.effectiveOn > today ? amendment.effectiveOn : today;
  expect(outcome?.plan).toEqual(await planOf(id, on));
});

test('what of the former terms no longer fits is told before it is recorded', async () => {
  const id = await register({ maxRenewals: 4, optOutOn: day('2024-10-31'), optOutPeriod: null });
  const amended = await world.must('amendments.list', { contractId: id });
  const contract = await get(id);
  const told = (amendment: AmendmentDraft) => outcomeOf(contract, amended, amendment, calendar, today);
  expect(told(draft('2027-01-01', { expiresOn: day('2027-12-31') }))).toMatchObject({ renewsAnew: 4, spentOptOut: '2024-10-31', lastDay: '2031-12-31' });
  expect(told(draft('2027-01-01', { expiresOn: day('2027-12-31'), maxRenewals: 2, optOutOn: day('2027-10-31') }))).toMatchObject({ renewsAnew: null, spentOptOut: null, lastDay: '2029-12-31' });
  expect(told(draft('2026-12-01', { maxRenewals: 2 }))).toMatchObject({ renewsAnew: null, spentOptOut: null });
  expect(told(draft('2026-12-01', { seat: '上海' }))).toBeNull();
});

test('the vault of a former version gets its kept days by it', async () => {
  const id = await register({ optOutOn: day('2024-10-31'), optOutPeriod: null });
  await amend(id, draft('2024-12-01', { expiresOn: day('2026-12-31') }));
  const connection = connectionOf(world);
  const kept = () => connectionOf(world).get<{ day: string }>(sql`SELECT notice_deadline_on AS day FROM contract_dates WHERE contract_id = ${id}`)?.day;
  expect(kept()).toBe('');
  connection.transact(() => connection.run(sql`UPDATE contract_dates SET notice_deadline_on = '2024-10-31', valid_through = '9999-12-31' WHERE contract_id = ${id}`));
  const steps = (noticesOfTerms.steps.core?.('main') ?? '').split(';').filter((text) => text.trim() !== '' && !text.includes('ALTER TABLE'));
  connection.transact(() => steps.forEach((text) => connection.run({ text, values: [] })));
  await membersOf(world).become(userName);
  await world.must('contracts.list', { search: '', sort: 'notice', filter: {}, limit: 10 });
  expect(kept()).toBe('');
});
