import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import { defaultPolicy } from '#shared/features/reminders/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { succeed } from '#shared/kernel/result.ts';
import { insertObligation } from '../../../src-main/features/fulfilment/queries.ts';
import { randomIds } from '../../../src-main/system-world.ts';
import { registerTerms } from '../../harness/portfolio.ts';
import { comingByItself, silenceReviews } from '../../harness/reminder-policy.ts';
import { obligationEntry } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, unlockTestVault, type TestWorld } from '../../harness/world.ts';

// The clock of these tests stands at 09:00 on Monday, 23 November 2026, eight hours east of UTC.

const start = '2026-11-23' as Day;
const minute = 60_000;
const hour = 3_600_000;
const dayMs = 24 * hour;

let world: TestWorld;
let contractId: ContractId;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  await silenceReviews(world, comingByItself);
  [contractId = '' as never] = registerTerms(world, [{ title: '浮标采购', from: '2026-01-01', until: '2035-12-31' }]);
});
afterEach(() => world.close());

const titles = () => world.notifier.shown.map(({ title }) => title);

test('ten thousand that fall due at once are one message, and none is left behind', async () => {
  addObligations(Array.from({ length: 10_000 }, () => '2026-11-30' as Day));
  await world.pass(minute);
  expect(titles()).toEqual(['10000 reminders']);
  const rows = world.core.vaults.session()?.db.get<{ count: number; shown: number }>({ text: 'SELECT COUNT(*) AS count, COUNT(shown_at) AS shown FROM reminders', values: [] });
  expect(rows).toEqual({ count: 10_000, shown: 10_000 });
  await world.pass(2 * hour);
  expect(titles()).toHaveLength(1);
}, 60_000);

test('a year of obligations with restarts, nights locked and days moved: every reminder is shown exactly once', async () => {
  const days = Array.from({ length: 120 }, (_, index) => addDays(start, 20 + ((index * 53) % 330)));
  addObligations(days);
  await world.pass(minute);
  // Twelve that lie ahead move by a month; what they reminded of until then stays said, and the new day reminds anew.
  const moved = new Map<string, Day>();
  for (let step = 1; step <= 52; step += 1) {
    await world.must('vault.lock', undefined);
    // A long weekend asleep, and every fourth time the laptop wakes without anybody unlocking.
    world.clock.advance((step % 4 === 0 ? 4 : 2) * dayMs);
    await world.pass(hour);
    await unlockTestVault(world);
    if (step === 10) {
      for (const { id, due } of obligationsDue().filter(({ due }) => due > '2027-02-20').slice(0, 12)) {
        const on = addDays(due, 31);
        moved.set(id, on);
        const { obligation } = await world.must('fulfilment.obligation', { id });
        await world.must('fulfilment.saveObligation', { contractId, id, revision: obligation.revision, entry: obligationEntry(obligation.title, { due: { kind: 'fixed', on } }) });
      }
    }
    await world.pass((7 - (step % 4 === 0 ? 4 : 2)) * dayMs - hour);
  }
  const rows = world.core.vaults.session()?.db.all<{ entity: string; target: Day; offset: number; shown: number | null; due: Day }>({
    text: "SELECT entity_id AS entity, target_on AS target, offset_days AS offset, shown_at AS shown, due_on AS due FROM reminders WHERE event = 'obligation_due' AND level = 0",
    values: [],
  });
  // The table can't hold one twice; what counts is that each was shown, and that what was told adds up to it.
  expect(rows?.filter(({ shown }) => shown === null)).toEqual([]);
  const told = titles().reduce((sum, title) => sum + Number(/^(\d+) reminders/.exec(title)?.[1] ?? /: (\d+) fell due/.exec(title)?.[1] ?? 1), 0);
  expect(told).toBe(rows?.length);
  // Every obligation was told of on its day or, where nobody was there, at the next unlocking; the moved ones of their new day.
  const today = addDays(start, 364);
  for (const { id, due } of obligationsDue()) {
    const own = rows?.filter(({ entity, target }) => entity === id && target === due) ?? [];
    const last = defaultPolicy.offsets.obligation_due.filter((offset) => addDays(due, offset) <= today).at(-1);
    expect(own.map(({ offset }) => offset)).toContain(last);
    if (moved.has(id)) expect(due).toBe(moved.get(id));
  }
}, 300_000);

/** Obligations of theirs with these days, entered at once. */
function addObligations(days: readonly Day[]): void {
  const session = world.core.vaults.session();
  session?.write('fulfilment.take', (db, note) => {
    days.forEach((on, index) => {
      const entry = obligationEntry(`交付 ${index}`);
      insertObligation(db, { id: randomIds.create<'obligation'>(), contractId, seriesId: null, entry, rule: { kind: 'fixed', on }, due: { on, missing: null }, at: 0 });
    });
    note('contract', contractId, { obligations: days.length });
    return succeed(null);
  });
  world.core.scheduler.plan();
}

function obligationsDue(): readonly { readonly id: ObligationId; readonly due: Day }[] {
  return world.core.vaults.session()?.db.all<{ id: ObligationId; due: Day }>({ text: 'SELECT id, due_on AS due FROM obligations ORDER BY due_on, id', values: [] }) ?? [];
}
