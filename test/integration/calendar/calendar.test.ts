import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import type { Day } from '#shared/kernel/day.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const day = (text: string): Day => text as Day;
const deadline = async () => (await world.must('contracts.list', { search: '', sort: 'end', limit: 10 })).contracts[0]?.noticeDeadlineOn;

test('a year that the house entered lets deadlines in working days be told, and taken back leaves them open again', async () => {
  await world.must('contracts.register', {
    ...{ title: '维保合同', contractType: 'services', language: 'zh', stage: 'signed', number: 'WB-1', amount: null },
    record: {
      ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: day('2026-01-01'), effectiveOn: day('2026-01-01') },
      ...{ expiresOn: day('2099-12-31'), renewalType: 'auto', ownerName: '', department: '', confidentiality: 'internal', tags: [] },
      details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 10, unit: 'workingDay' } }),
    },
  });
  expect(await deadline()).toBeNull();
  const days = [{ day: day('2099-12-25'), isWorkday: false, nameZh: '厂休', nameEn: 'Plant holiday' }];
  await world.must('calendar.saveYear', { year: 2099, days });
  // Ten working days before Thursday 31 December, over a weekend each week and the Friday off.
  expect(await deadline()).toBe('2099-12-16');
  expect(await world.must('calendar.ownYears', undefined)).toEqual([{ year: 2099, days }]);
  await world.must('calendar.removeYear', { year: 2099 });
  expect(await deadline()).toBeNull();
  expect(await world.call('calendar.removeYear', { year: 2099 })).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test('what is due in working days of a year that was not announced gets its day with the year, under a contract that renews by nothing', async () => {
  const { summary } = await registerSigned(world, '设备采购', { expiresOn: day('2099-12-31') });
  const due = { kind: 'offset', from: 'expires', obligationId: null, amount: -10, unit: 'workingDay' } as const;
  await world.must('fulfilment.saveObligation', { contractId: summary.id, id: null, revision: 0, entry: obligationEntry('提交验收报告', { due }) });
  const owed = async () => (await world.must('fulfilment.ofContract', { contractId: summary.id })).obligations.map(({ dueOn, missing }) => [dueOn, missing]);
  expect(await owed()).toEqual([[null, 'calendar']]);
  await world.must('calendar.saveYear', { year: 2099, days: [{ day: day('2099-12-25'), isWorkday: false, nameZh: '厂休', nameEn: 'Plant holiday' }] });
  await world.pass(60_000);
  expect(await owed()).toEqual([['2099-12-16', null]]);
  await world.must('calendar.removeYear', { year: 2099 });
  await world.pass(60_000);
  expect(await owed()).toEqual([[null, 'calendar']]);
});

test('a year without a day off, or with a day both off and worked, is refused and changes nothing', async () => {
  const named = (isWorkday: boolean) => ({ day: day('2099-01-01'), isWorkday, nameZh: '', nameEn: '' });
  expect(await world.call('calendar.saveYear', { year: 2099, days: [] })).toMatchObject({ error: { code: 'NO_DAY_OFF', params: { year: 2099 } } });
  expect(await world.call('calendar.saveYear', { year: 2099, days: [named(true)] })).toMatchObject({ error: { code: 'NO_DAY_OFF' } });
  expect(await world.call('calendar.saveYear', { year: 2099, days: [named(false), named(true)] })).toMatchObject({ error: { code: 'DAY_IN_BOTH', params: { day: '2099-01-01' } } });
  expect(await world.must('calendar.ownYears', undefined)).toEqual([]);
});

test('a year with a day of another is refused', async () => {
  const stray = { day: day('2098-01-01'), isWorkday: false, nameZh: '', nameEn: '' };
  expect(await world.call('calendar.saveYear', { year: 2099, days: [stray] })).toMatchObject({ error: { code: 'DAY_OF_OTHER_YEAR', params: { day: '2098-01-01' } } });
});
