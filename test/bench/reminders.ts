import type { ContractId } from '#shared/features/contracts/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { nameKey } from '../../src-main/db/name-order.ts';
import { sql } from '../../src-main/db/sql.ts';
import { registerTerms } from '../harness/portfolio.ts';
import { comingByItself, silenceReviews } from '../harness/reminder-policy.ts';
import { unlockTestVault, type TestWorld } from '../harness/world.ts';
import { inFreshVault } from './bench-vault.ts';
import { figure, type Figure } from './figure.ts';

const today = '2026-11-23' as Day;

/** Puts so many things into the vault that remind on days to come, or on days that are past. */
function addTargets(world: TestWorld, count: number, dayOf: (index: number) => Day): void {
  const session = world.core.vaults.session();
  if (session === null) throw new Error('the vault is locked');
  for (let from = 0; from < count; from += 20_000) {
    session.derive((db) => {
      for (let index = from; index < Math.min(count, from + 20_000); index += 1) {
        const on = dayOf(index);
        db.run(sql`
          INSERT INTO reminder_targets (kind, entity_id, event, subject_id, target_on, title, done_through, next_on)
          VALUES ('obligation', ${`thing ${index}`}, 'obligation_due', ${`thing ${index}`}, ${addDays(on, 1)}, ${`交付 ${index}`}, ${addDays(on, -1)}, ${on})`);
      }
    });
  }
}

/** What the timer costs with so many things waiting: asking when the next is due, and a tick with nothing due. */
async function tickTimes(count: number, repetitions: number): Promise<readonly number[]> {
  return inFreshVault(async (world) => {
    addTargets(world, count, (index) => addDays(today, 2 + (index % 3000)));
    await world.pass(60_000);
    const times: number[] = [];
    for (let run = 0; run < repetitions + 20; run += 1) {
      const started = performance.now();
      world.core.scheduler.plan();
      times.push(performance.now() - started);
    }
    return times.slice(20);
  });
}

/** A look of the scheduler with a million things that wait, against one with a thousand. */
export async function measureTick(repetitions = 400): Promise<Figure> {
  const [peer, ours] = [await tickTimes(1000, repetitions), await tickTimes(1_000_000, repetitions)];
  return figure({
    name: 'scheduler tick, 1,000,000 pending',
    unit: 'ms',
    against: 'the same with 1,000',
    aim: { of: 'ratio', atMost: 1.5 },
    runs: { ours, peer },
    note: `${repetitions} plannings each, with every job asked for its next moment on the encrypted vault`,
  });
}

/** Catching up with 100,000 obligations that fell due within a year nobody was there, and the longest that the window waits. */
export function measureCatchUp(count = 100_000): Promise<Figure> {
  return inFreshVault(async (world) => {
    await silenceReviews(world, comingByItself);
    const contracts = registerTerms(world, Array.from({ length: count / 100 }, (_, index) => ({ title: `合同 ${index}`, from: '2026-01-01', until: '2035-12-31' })));
    addObligations(world, contracts, count);
    await world.pass(60_000);
    await world.must('vault.lock', undefined);
    world.clock.advance(370 * 86_400_000);
    await unlockTestVault(world);
    const before = world.notifier.shown.length;
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const started = performance.now();
    await world.pass(60_000);
    const ours = performance.now() - started;
    clearInterval(watch);
    const notices = world.notifier.shown.slice(before);
    const [notice] = notices;
    if (notices.length !== 1 || notice === undefined || !notice.title.includes(String(count))) throw new Error(`there were these notices: ${notices.map(({ title }) => title).join(', ')}`);
    return figure({
      name: `catch-up after a year, ${count.toLocaleString('en')} due`,
      unit: 'ms',
      against: 'longest the window waited for main',
      aim: { of: 'ours', atMost: 4000 },
      runs: { ours: [ours], peer: [longest] },
      note: `recorded in slices, then told in one message: “${notice.title}”`,
    });
  });
}

/** Obligations on every day of the coming year, as an import would leave them. */
function addObligations(world: TestWorld, contracts: readonly ContractId[], count: number): void {
  const session = world.core.vaults.session();
  if (session === null) throw new Error('the vault is locked');
  session.derive((db) => {
    for (let index = 0; index < count; index += 1) {
      const on = addDays(today, 1 + (index % 365));
      const due = JSON.stringify({ kind: 'fixed', on });
      db.run(sql`
        INSERT INTO obligations (id, contract_id, series_id, title, obligor, type, due_rule, due_on, due_missing, due_key, grace_days, overdue_from, owner_id, status, is_open, evidence_required, milestone_id, created_at, updated_at, revision, title_key)
        VALUES (${`o${index}`}, ${contracts[index % contracts.length] ?? ''}, NULL, ${`交付 ${index}`}, 'them', 'delivery', ${due}, ${on}, NULL, ${on}, 0, ${addDays(on, 1)}, NULL, 'planned', 1, 0, NULL, 0, 0, 1, ${nameKey(`交付 ${index}`)})`);
    }
  });
}
