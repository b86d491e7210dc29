import { afterEach, expect, test, vi } from 'vitest';
import type { Day } from '#shared/kernel/day.ts';
import { silenceReviews } from '../harness/reminder-policy.ts';
import { registerSigned } from '../harness/signed-contract.ts';
import { createTestVault, testWorld, type TestWorld } from '../harness/world.ts';

// A notification stands on the lock screen of whoever is at the laptop. Whoever has no key to money is told that a payment
// falls due, and of which contract: neither the sum nor its words, nor anything that differs with them.

vi.setConfig({ testTimeout: 120_000 });

const dayMs = 86_400_000;
let world: TestWorld;
afterEach(() => world.close());

interface Paid {
  readonly minor: number;
  readonly shareBasisPoints: number;
  readonly condition: string;
  readonly direction: 'pay' | 'receive';
}

/** What a lawyer is told in the two weeks around a day on which such a payment falls due, singly and together with others. */
async function toldToLawyer(paid: Paid): Promise<readonly string[]> {
  world = testWorld();
  await createTestVault(world);
  await silenceReviews(world);
  const add = async (title: string, on: Day) => {
    const { summary } = await registerSigned(world, title);
    const entry = { ...paid, due: { kind: 'fixed', on }, ownerId: null, amount: { minor: paid.minor, currency: 'CNY' } } as const;
    await world.must('fulfilment.savePayment', { contractId: summary.id, id: null, revision: 0, entry });
  };
  await add('浮标采购', '2026-12-01' as Day);
  for (let each = 1; each <= 4; each += 1) await add('航标', '2026-12-20' as Day);
  // Whoever holds the key has everything planned and recorded once: what they wrote down is what others are told.
  await world.pass(60_000);
  const { passphrase } = await world.must('users.invite', { name: '法务', roles: ['legal'] });
  world.core.vaults.lock();
  await world.must('vault.unlock', { userName: '法务', passphrase, takeOver: false });
  const before = world.notifier.shown.length;
  await world.pass(30 * dayMs);
  const told = world.notifier.shown.slice(before).map(({ title, body }) => `${title} | ${body}`);
  await world.close();
  return told;
}

test('a payment that falls due is told to who may not see it by its day and its contract, and alike whatever its sum', async () => {
  const told = await toldToLawyer({ minor: 486_391_725, shareBasisPoints: 3700, condition: '尾款肆佰捌拾陆万付清', direction: 'pay' });
  expect(told.filter((text) => /Payment due/.test(text) && text.includes('浮标采购')).length).toBeGreaterThan(0);
  expect(told.some((text) => text.includes('4 reminders'))).toBe(true);
  const all = told.join('\n');
  for (const secret of ['486', '4,863', '3700', '37', '尾款', '肆佰', 'CNY', '¥', '元']) expect(all, secret).not.toContain(secret);
  expect(await toldToLawyer({ minor: 1, shareBasisPoints: 10_000, condition: '预付', direction: 'receive' })).toEqual(told);
});
