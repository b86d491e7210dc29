import type { ContractId } from '#shared/features/contracts/model.ts';
import type { DueFilter } from '#shared/features/fulfilment/portfolio.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { nameKey } from '../../src-main/db/name-order.ts';
import { sql } from '../../src-main/db/sql.ts';
import { registerTerms } from '../harness/portfolio.ts';
import type { TestWorld } from '../harness/world.ts';
import { runAgainstCopy } from './against-copy.ts';
import { inFreshVault } from './bench-vault.ts';
import { figure, percentile, type Figure } from './figure.ts';

const today = '2026-11-23' as Day;
const all: DueFilter = { show: 'open', mine: false };

/** What each page across contracts asks for. */
const pages = {
  board: (world: TestWorld) => world.must('fulfilment.board', all),
  calendar: (world: TestWorld) => world.must('fulfilment.calendar', { filter: all, from: '2026-11-30' as Day, to: '2027-01-03' as Day, perDay: 4 }),
} as const;

/** The board, or a month of the calendar, over so many contracts, against its statements on an unencrypted copy. */
export function measureFulfilmentPage(page: keyof typeof pages, count: number, repetitions = 40): Promise<Figure> {
  return inFreshVault(async (world) => {
    fill(world, count);
    const runs = await runAgainstCopy(world, [() => pages[page](world)], repetitions);
    return figure({
      name: `fulfilment ${page}, ${count.toLocaleString('en')} contracts, p95`,
      unit: 'ms',
      against: 'same statements, unencrypted copy',
      aim: { of: 'ratio', atMost: 1.5 },
      runs,
      sides: { ours: percentile(runs.ours, 95), peer: percentile(runs.peer, 95) },
      note: `three obligations a contract over three years, ${repetitions} runs, through validation, authority and rules`,
    });
  });
}

function fill(world: TestWorld, count: number): void {
  const contracts: ContractId[] = [];
  for (let from = 0; from < count; from += 2000) contracts.push(...registerTerms(world, Array.from({ length: Math.min(2000, count - from) }, (_, index) => ({ title: `合同 ${from + index}`, from: '2026-01-01', until: '2035-12-31' }))));
  const session = world.core.vaults.session();
  if (session === null) throw new Error('the vault is locked');
  const statuses = ['planned', 'planned', 'in_progress', 'submitted', 'blocked', 'met'] as const;
  session.derive((db) => {
    for (let index = 0; index < count * 3; index += 1) {
      const on = addDays(today, -365 + ((index * 37) % 1095));
      const status = statuses[index % statuses.length] ?? 'planned';
      db.run(sql`
        INSERT INTO obligations (id, contract_id, series_id, title, obligor, type, due_rule, due_on, due_missing, due_key, grace_days, overdue_from, owner_id, status, is_open, evidence_required, milestone_id, created_at, updated_at, revision, title_key)
        VALUES (${crypto.randomUUID()}, ${contracts[index % count] ?? ''}, NULL, ${`交付 ${index}`}, ${index % 2 === 0 ? 'us' : 'them'}, 'delivery', ${JSON.stringify({ kind: 'fixed', on })}, ${on}, NULL, ${on}, 0, ${addDays(on, 1)}, NULL,
          ${status}, ${status === 'met' ? 0 : 1}, 0, NULL, 0, 0, 1, ${nameKey(`交付 ${index}`)})`);
    }
  });
}
