import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { RuleDraft } from '#shared/features/risks/warnings.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { membersOf, type Members } from '../../harness/members.ts';
import { silenceReviews } from '../../harness/reminder-policy.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

vi.setConfig({ testTimeout: 120_000 });

// Whom a reminder reaches when people come and go. The clock stands at nine on 23 November 2026.

const minute = 60_000;
const dayMs = 24 * 60 * minute;
let world: TestWorld;
let people: Members;
let contract: Contract;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  await silenceReviews(world);
  people = membersOf(world);
  await people.invite('李法务', 'legal');
  contract = await registerSigned(world, '浮标采购');
  await world.pass(minute);
});
afterEach(() => world.close());

const contractId = () => contract.summary.id;
const mine = async () => (await world.must('reminders.list', { everybody: false, kind: null, search: '', contractId: null, limit: 50, view: 'now' })).map(({ title }) => title);
const titles = () => world.notifier.shown.map(({ title }) => title);
const owe = (ownerId: string, present: { readonly id: never; readonly revision: number } | null = null) =>
  world.must('fulfilment.saveObligation', {
    contractId: contractId(),
    ...{ id: present?.id ?? null, revision: present?.revision ?? 0 },
    entry: obligationEntry('交付浮标', { due: { kind: 'fixed', on: '2026-11-23' as Day }, ownerId: ownerId as UserId }),
  });
async function owed() {
  const [obligation] = (await world.must('fulfilment.ofContract', { contractId: contractId() })).obligations;
  return { id: obligation?.id as never, revision: obligation?.revision ?? 0 };
}
const build = (over: Partial<RuleDraft>) => world.must('risks.saveRule', { id: null, revision: 0, draft: { name: '试规则', trigger: { kind: 'expiry_near', days: 280 }, audience: { kind: 'owner' }, how: 'notify', isOn: true, ...over } });

test('what waits goes with the thing to whoever looks after it from now on, and is told there', async () => {
  await owe(await people.idOf('李法务'));
  await world.pass(minute);
  expect(await mine()).toEqual([]);
  expect(titles()).toEqual([]);
  await owe(await people.idOf(userName), await owed());
  await world.pass(minute);
  expect(await mine()).toEqual(['交付浮标']);
  expect(titles()).toEqual(['Obligation due today']);
  await people.become('李法务');
  await world.pass(minute);
  expect(await mine()).toEqual([]);
});

test('what waits for a colleague stays theirs while it can’t be read who has a key', async () => {
  await owe(await people.idOf('李法务'));
  await world.pass(minute);
  const header = join(world.folder, 'vault', 'vault.json');
  renameSync(header, `${header}.away`);
  await world.must('fulfilment.saveObligation', { contractId: contractId(), id: null, revision: 0, entry: obligationEntry('提交方案', { due: { kind: 'fixed', on: '2026-11-23' as Day } }) });
  await world.pass(minute);
  renameSync(`${header}.away`, header);
  await world.pass(minute);
  expect(await mine()).toEqual(['提交方案']);
});

test('what waits for somebody who leaves is told to those who stay', async () => {
  const id = (await people.idOf('李法务')) as UserId;
  await owe(id);
  await world.pass(minute);
  expect(titles()).toEqual([]);
  await world.must('users.remove', { id });
  await world.pass(minute);
  expect(titles()).toEqual(['Obligation due today']);
  expect(await mine()).toEqual(['交付浮标']);
  // And it is among what is theirs to look after, to come or overdue.
  const due = async (view: 'coming' | 'overdue') => (await world.must('reminders.due', { everybody: false, kind: 'obligation', search: '', contractId: null, limit: 50, view, days: 30 })).map(({ title, ownerName }) => [title, ownerName]);
  expect(await due('coming')).toEqual([['交付浮标', '李法务']]);
  await world.pass(dayMs);
  expect(await due('overdue')).toEqual([['交付浮标', '李法务']]);
  expect((await world.must('reminders.count', undefined)).overdue).toBe(1);
});

test('a warning for somebody who left is told to those who stay', async () => {
  const userId = (await people.idOf('李法务')) as UserId;
  await build({ audience: { kind: 'person', userId } });
  await world.must('users.remove', { id: userId });
  await world.pass(2 * dayMs);
  expect((await world.must('risks.alerts', { open: true, limit: 10 })).map(({ contractTitle }) => contractTitle)).toEqual(['浮标采购']);
  expect(titles()).toContain('Risk warning');
});

test('a warning about money for an owner without that key is told to those who hold it', async () => {
  await people.become('李法务');
  contract = await registerSigned(world, '灯器采购');
  await people.become(userName);
  await world.must('fulfilment.savePayment', { contractId: contractId(), id: null, revision: 0, entry: { direction: 'pay', due: { kind: 'fixed', on: '2026-11-24' as Day }, ownerId: null, condition: '', shareBasisPoints: null, amount: { minor: 300_000_00, currency: 'CNY' } } });
  await build({ trigger: { kind: 'payment_late', days: 1, amountMinor: 100_000_00 } });
  await world.pass(4 * dayMs);
  expect((await world.must('risks.alerts', { open: true, limit: 10 })).map(({ contractTitle }) => contractTitle)).toEqual(['灯器采购']);
  expect(titles()).toContain('Risk warning');
});
