import { shippedReports } from '#shared/features/analytics/model.ts';
import type { TestWorld } from '../harness/world.ts';
import { inFreshVault } from './bench-vault.ts';
import { registerContracts } from './book.ts';
import { figure, percentile, type Figure } from './figure.ts';
import { connectionOf } from './plain-copy.ts';
import { record } from './sql-replay.ts';

/** What the first page asks for before it paints, with so many contracts against a thousand. */
export async function measureDashboard(count: number, repetitions = 40): Promise<Figure> {
  const ours = await dashboardRuns(count, repetitions);
  const peer = await dashboardRuns(1000, repetitions);
  return figure({
    name: `first page, ${count.toLocaleString('en')} contracts, p95`,
    unit: 'ms',
    against: 'the same with 1,000 contracts',
    aim: { of: 'ratio', atMost: 2 },
    runs: { ours, peer },
    sides: { ours: percentile(ours, 95), peer: percentile(peer, 95) },
    note: 'counts, stages, layout and the latest contracts, through validation, authority and rules; sums and times follow on cards of their own',
  });
}

function dashboardRuns(count: number, repetitions: number): Promise<number[]> {
  return inFreshVault(async (world) => {
    await fill(world, count);
    const runs: number[] = [];
    for (let run = 0; run < repetitions + 1; run += 1) {
      const started = performance.now();
      await world.must('home.dashboard', undefined);
      await world.must('home.layout', undefined);
      await world.must('contracts.list', { search: '', sort: 'updated', limit: 50 });
      // The first run fills the cache.
      if (run > 0) runs.push(performance.now() - started);
    }
    return runs;
  });
}

/** Every shipped report through the router, against its statement alone on the same connection. */
export function measureReports(count: number, repetitions = 5): Promise<Figure> {
  return inFreshVault(async (world) => {
    await fill(world, count);
    const connection = connectionOf(world);
    const runs: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
    for (const { definition } of shippedReports) {
      const [ours, peer]: number[][] = [[], []];
      for (let run = 0; run < repetitions + 1; run += 1) {
        const noted = record(connection);
        const started = performance.now();
        await world.must('analytics.run', { definition });
        const taken = performance.now() - started;
        noted.stop();
        const again = performance.now();
        for (const { statement } of noted.statements) connection.all(statement);
        if (run === 0) continue;
        ours?.push(taken);
        peer?.push(performance.now() - again);
      }
      runs.ours.push(percentile(ours ?? [], 50));
      runs.peer.push(percentile(peer ?? [], 50));
    }
    const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
    return figure({
      name: `shipped reports, ${count.toLocaleString('en')} contracts, all together`,
      unit: 'ms',
      against: 'their statements alone',
      aim: { of: 'ratio', atMost: 1.5 },
      runs,
      sides: { ours: total(runs.ours), peer: total(runs.peer) },
      note: `${shippedReports.length} reports, the median of ${repetitions} runs each`,
    });
  });
}

async function fill(world: TestWorld, count: number): Promise<void> {
  const { parties } = await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 200 });
  registerContracts(world, parties.map(({ id }) => id), count);
  // The reviews of all contracts are planned in the background; the page is measured once they are.
  for (let waiting = 1; waiting > 0; ) {
    await world.must('reviews.list', { show: 'due', mine: false, search: '', offset: 0, limit: 1 });
    waiting = (await world.must('reviews.policy', undefined)).waiting;
  }
}
