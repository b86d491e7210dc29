import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { taskId, unlockTestVault, userName, type TestWorld } from '../harness/world.ts';
import { inFreshVault } from './bench-vault.ts';
import { registerContracts } from './book.ts';
import { median, percentile } from './figure.ts';

/** What a vault of one size costs: milliseconds at the 95th percentile, but for what is done once. */
export interface Growth {
  readonly contracts: number;
  /** Of all three files. */
  readonly kilobytesEach: number;
  readonly unlockMs: number;
  readonly listMs: number;
  readonly searchMs: number;
  readonly firstPageMs: number;
  readonly planMs: number;
  readonly backupSeconds: number;
}

/** One vault that grows from size to size, measured at each. Sizes must rise. */
export function measureGrowth(sizes: readonly number[], repetitions = 40): Promise<readonly Growth[]> {
  return inFreshVault(async (world, _, folder) => {
    const target = join(world.folder, 'backups');
    mkdirSync(target);
    world.answers.push(target);
    await world.must('backups.chooseFolder', undefined);
    const { parties } = await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 200 });
    const rows: Growth[] = [];
    let present = 0;
    for (const contracts of sizes) {
      process.stderr.write(`    growing to ${contracts.toLocaleString('en')} …\n`);
      giveRoom(world);
      registerContracts(world, parties.map(({ id }) => id), contracts - present);
      present = contracts;
      rows.push(await measureAt(world, folder, contracts, repetitions));
    }
    return rows;
  });
}

/** Keys lie at random: what is measured with the program's own cache is filled with one that holds it all. Ends with a lock. */
function giveRoom(world: TestWorld): void {
  world.core.vaults.session()?.derive((db) => {
    for (const schema of ['main', 'clauses', 'finance']) db.run({ text: `PRAGMA ${schema}.cache_size = -${roomKiB}`, values: [] });
  });
}

const roomKiB = 4 * 1024 * 1024;

async function measureAt(world: TestWorld, folder: string, contracts: number, repetitions: number): Promise<Growth> {
  const unlockMs = await unlockWithoutDerivation(world);
  const bytes = ['core.db', 'clauses.db', 'finance.db'].reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  const words = ['设备', '租赁', '经办人7', `${contracts - 1}`];
  return {
    contracts,
    kilobytesEach: bytes / contracts / 1024,
    unlockMs,
    listMs: await p95(repetitions, () => world.must('contracts.list', { search: '', sort: 'number', limit: 50 })),
    searchMs: await p95(repetitions, (run) => world.must('contracts.search', { text: words[run % words.length] ?? '', limit: 20 })),
    firstPageMs: await p95(repetitions, () => world.must('home.dashboard', undefined)),
    planMs: await p95(repetitions, () => world.core.scheduler.plan()),
    backupSeconds: (await timed(() => world.must('backups.run', { taskId: taskId() }))) / 1000,
  };
}

/**
 * The vault opens with the least derivation that is allowed; its time is taken off, measured by a passphrase that is wrong.
 * Each is the median of some, because a derivation takes longer than the rest.
 */
async function unlockWithoutDerivation(world: TestWorld, repetitions = 7): Promise<number> {
  const [refusals, openings]: [number[], number[]] = [[], []];
  for (let run = 0; run < repetitions; run += 1) {
    world.core.vaults.lock();
    refusals.push(await timed(() => world.call('vault.unlock', { userName, passphrase: 'not this one', takeOver: false })));
    world.clock.advance(60_000);
    openings.push(await timed(() => unlockTestVault(world)));
  }
  return median(openings) - median(refusals);
}

async function p95(repetitions: number, work: (run: number) => unknown): Promise<number> {
  const runs: number[] = [];
  // The first fills the cache.
  for (let run = 0; run <= repetitions; run += 1) {
    const taken = await timed(() => work(run));
    if (run > 0) runs.push(taken);
  }
  return percentile(runs, 95);
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The rows as a table in Markdown, with how much the last costs of the first. */
export function growthLines(rows: readonly Growth[]): string {
  const columns = [
    ['contracts', (row: Growth) => row.contracts.toLocaleString('en')],
    ['files, kB each', (row: Growth) => row.kilobytesEach.toFixed(1)],
    ['unlock, ms', (row: Growth) => row.unlockMs.toFixed(0)],
    ['list, ms', (row: Growth) => row.listMs.toFixed(1)],
    ['search, ms', (row: Growth) => row.searchMs.toFixed(1)],
    ['first page, ms', (row: Growth) => row.firstPageMs.toFixed(1)],
    ['scheduler, ms', (row: Growth) => row.planMs.toFixed(2)],
    ['backup, s', (row: Growth) => row.backupSeconds.toFixed(1)],
  ] as const;
  const lines = [columns.map(([heading]) => heading), columns.map(() => '---'), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
