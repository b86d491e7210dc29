import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordDetailsSchema, type ContractRecord } from '#shared/features/contracts/record.ts';
import type { Day } from '#shared/kernel/day.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

// The clock of these tests stands on 2026-11-23.

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const day = (text: string): Day => text as Day;
const record: ContractRecord = {
  ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: day('2026-01-10'), effectiveOn: day('2026-01-10') },
  ...{ expiresOn: day('2027-01-31'), renewalType: 'auto', ownerName: '', department: '', confidentiality: 'internal', tags: [] },
  details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } }),
};
const notice = { kind: 'non_renewal', termIndex: 0, sentOn: day('2026-11-20'), method: 'ems', trackingNumber: '', receivedOn: null } as const;

test('a notice that was not sent yet, or is said to have come before it went or after today, is neither recorded nor made of another', async () => {
  const { id } = (await world.must('contracts.register', { title: '租赁', contractType: 'lease', language: 'zh', stage: 'signed', number: 'ZL-1', record })).summary;
  const wrong = [
    [{ ...notice, sentOn: day('2026-11-24') }, 'SENT_IN_FUTURE'],
    [{ ...notice, receivedOn: day('2026-11-19') }, 'RECEIVED_WRONG'],
    [{ ...notice, receivedOn: day('2026-11-24') }, 'RECEIVED_WRONG'],
  ] as const;
  for (const [entry, code] of wrong) expect(await world.call('contracts.addNotice', { id, notice: entry })).toMatchObject({ ok: false, error: { code } });
  expect((await world.must('contracts.get', { id })).summary.noticeDeadlineOn).toBe('2027-01-01');
  const { notices } = await world.must('contracts.addNotice', { id, notice: { ...notice, sentOn: day('2026-11-23'), receivedOn: day('2026-11-23') } });
  const noticeId = notices[0]?.id ?? ('' as never);
  for (const [entry, code] of wrong) expect(await world.call('contracts.changeNotice', { id, noticeId, notice: entry })).toMatchObject({ ok: false, error: { code } });
  expect((await world.must('contracts.get', { id })).notices).toMatchObject([{ sentOn: '2026-11-23', receivedOn: '2026-11-23' }]);
});
