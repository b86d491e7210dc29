import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultPolicy } from '#shared/features/reminders/model.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { createRecording } from '../../../src-main/features/reminders/recording.ts';
import { randomIds } from '../../../src-main/system-world.ts';
import type { Session } from '../../../src-main/vault/session.ts';
import { registerTerms } from '../../harness/portfolio.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

// After an absence there is a great deal to record, which is done in slices; the window is answered between them.

const contracts = 450;
const dayMs = 86_400_000;
let world: TestWorld;
let session: Session;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  const open = world.core.vaults.session();
  if (open === null) throw new Error('locked');
  session = open;
  await remindBefore(-30);
  registerTerms(world, Array.from({ length: contracts }, (_, index) => ({ title: `合同 ${index}`, from: '2026-01-01', until: '2027-01-02' })));
  await world.pass(60_000);
});
afterEach(() => world.close());

const remindBefore = (...days: readonly number[]) => {
  const none = Object.fromEntries(Object.keys(defaultPolicy.offsets).map((event) => [event, []]));
  return world.must('reminders.savePolicy', { policy: { ...defaultPolicy, offsets: { ...defaultPolicy.offsets, ...none, expiry: days } } });
};
const recorded = (days: number) => session.whole.get<{ count: number }>(sql`SELECT count(*) AS count FROM reminders WHERE event = 'expiry' AND offset_days = ${days}`)?.count;

test('what is wished while reminders are recorded holds for all of them', async () => {
  world.clock.advance(21 * dayMs);
  const wished: Promise<unknown>[] = [];
  const ids = {
    create: <Thing extends string>() => {
      if (wished.length === 0) wished.push(new Promise((resolve) => setImmediate(() => resolve(remindBefore(-30, -10)))));
      return randomIds.create<Thing>();
    },
  };
  await createRecording({ clock: world.clock, ids, presentIds: () => new Set([session.user.id]) }).recordDue(session);
  await Promise.all(wished);
  await world.pass(10 * dayMs);
  expect(recorded(-10)).toBe(contracts);
});
