import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { inFreshVault } from './bench-vault.ts';
import { figure, median, type Figure } from './figure.ts';
import { importLedger, ledgerOf } from './import.ts';
import { fillWithTexts, queries } from './search-corpus.ts';

const pauseBetweenSearches = 50;

/**
 * How late the main process's event loop is, 99th percentile, while a ledger is imported and somebody searches the
 * texts all the while: what the window's other questions have to wait for. Against the same loop with nothing to do.
 */
export async function measureResponsiveness(rows: number, repetitions = 3): Promise<Figure> {
  const ours: number[] = [];
  const peer: number[] = [];
  const alone: { readonly importing: number[]; readonly searching: number[] } = { importing: [], searching: [] };
  for (let run = 0; run < repetitions; run += 1) {
    await inFreshVault(async (world) => {
      await fillWithTexts(world, 5_000);
      const search = async (at: number): Promise<void> => {
        await world.must('contracts.search', { text: queries[at % queries.length] ?? '', limit: 20 });
        await setTimeout(pauseBetweenSearches);
      };
      for (let at = 0; at < queries.length; at += 1) await search(at);
      peer.push(await delayDuring(() => setTimeout(2_000)));
      alone.searching.push(
        await delayDuring(async () => {
          for (let at = 0; at < queries.length; at += 1) await search(at);
        }),
      );
      alone.importing.push(await delayDuring(() => importLedger(world, ledgerOf(world, rows, 'A'))));
      ours.push(
        await delayDuring(async () => {
          const state = { isImporting: true };
          const importing = importLedger(world, ledgerOf(world, rows, 'B')).finally(() => (state.isImporting = false));
          for (let at = 0; state.isImporting; at += 1) await search(at);
          await importing;
        }),
      );
    });
  }
  return figure({
    name: `event loop delay while importing ${rows.toLocaleString('en')} rows and searching 5,000 texts, p99`,
    unit: 'ms',
    against: 'the same loop, idle',
    aim: { of: 'ours', atMost: 50 },
    runs: { ours, peer },
    note: `perf_hooks.monitorEventLoopDelay in the process that holds the vault, a search every ${pauseBetweenSearches} ms; importing alone ${median(alone.importing).toFixed(0)} ms, searching alone ${median(alone.searching).toFixed(0)} ms`,
  });
}

/** Milliseconds at the 99th percentile; the timer's own millisecond is in it. */
async function delayDuring(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return delay.percentile(99) / 1e6;
}
