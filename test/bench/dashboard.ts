import { shippedReports } from '#shared/features/analytics/model.ts';
import type { TestWorld } from '../harness/world.ts';
import { runAgainstCopy } from './against-copy.ts';
import { inFreshVault } from './bench-vault.ts';
import { registerContracts } from './book.ts';
import { leaveYearsOfWork } from './years-of-work.ts';
import { figure, median, percentile, type Figure } from './figure.ts';

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

/** Below this (ms) what is measured is the way to the database and back: most likely there is nothing to report on. */
const leastRead = 1;

/** Each shipped report through the router, against its statements alone on an unencrypted copy; the worst of them counts. */
export function measureReports(count: number, repetitions = 7): Promise<Figure> {
  return inFreshVault(async (world) => {
    await fill(world, count);
    const runs = await runAgainstCopy(world, shippedReports.map(({ definition }) => () => world.must('analytics.run', { definition })), repetitions, { settles: true });
    // The calls come one after another in each round.
    const medianOf = (values: readonly number[], report: number): number => median(values.filter((_, at) => at % shippedReports.length === report));
    const reports = shippedReports
      .map(({ key }, report) => ({ key, ours: medianOf(runs.ours, report), peer: medianOf(runs.peer, report) }))
      .filter(({ peer }) => peer >= leastRead)
      .toSorted((one, other) => other.ours / other.peer - one.ours / one.peer);
    const [worst] = reports;
    if (worst === undefined) throw new Error('no report had anything to read');
    const told = reports.slice(0, 3).map(({ key, ours, peer }) => `${key} ${ours.toFixed(0)} against ${peer.toFixed(0)} ms (${(ours / peer).toFixed(2)})`);
    return figure({
      name: `shipped reports, ${count.toLocaleString('en')} contracts, the worst`,
      unit: 'ms',
      against: 'same statements, unencrypted copy',
      aim: { of: 'ratio', atMost: 1.5 },
      runs,
      sides: worst,
      note: `${reports.length} of ${shippedReports.length} reports have something to read here, the median of ${repetitions} runs each; the worst: ${told.join(', ')}`,
    });
  });
}

async function fill(world: TestWorld, count: number): Promise<void> {
  const { parties } = await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 200 });
  registerContracts(world, parties.map(({ id }) => id), count);
  leaveYearsOfWork(world);
  // The reviews of all contracts are planned in the background; the page is measured once they are.
  for (let waiting = 1; waiting > 0; ) {
    await world.must('reviews.list', { show: 'due', mine: false, search: '', offset: 0, limit: 1 });
    waiting = (await world.must('reviews.policy', undefined)).waiting;
  }
}
