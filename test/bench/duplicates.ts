import { monitorEventLoopDelay } from 'node:perf_hooks';
import { findDuplicates, type KnownAs } from '#shared/features/parties/duplicates.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import { addParties, findDuplicatesOf } from '../harness/duplicate-parties.ts';
import { inFreshVault } from './bench-vault.ts';
import { figure, type Figure } from './figure.ts';

const character = (at: number): string => String.fromCodePoint(0x4e00 + (at % 20_000));

/** Names of a book: half of them branches of one bank, or all of them numbered offices of one company. */
const books = {
  branches: (index: number) => (index % 2 === 0 ? `中国银行${character(index)}${character(index * 7)}${character(index * 13)}${character(index * 17)}支行` : `公司${character(index)}${character(index * 3)}`),
  numbered: (index: number) => `上海某某贸易有限公司${index}`,
} as const;

/**
 * How late the main process's event loop is at most while possible duplicates among so many counterparties are looked for,
 * in the worse of two books; against the comparison itself, as it would hold a thread.
 */
export async function measureDuplicates(count: number, repetitions = 3): Promise<Figure> {
  const runs = { ours: [] as number[], peer: [] as number[] };
  const took: Record<string, number> = {};
  for (const [name, nameOf] of Object.entries(books)) {
    await inFreshVault(async (world) => {
      addParties(world, count, nameOf);
      await findDuplicatesOf(world);
      const known = Array.from({ length: count }, (_, index): KnownAs => ({ id: `p${index}` as PartyId, nameZh: nameOf(index), nameEn: '', uscc: '' }));
      for (let run = 0; run < repetitions; run += 1) {
        const started = performance.now();
        findDuplicates(known, () => false);
        runs.peer.push(performance.now() - started);
        const delay = monitorEventLoopDelay({ resolution: 1 });
        delay.enable();
        const asked = performance.now();
        await findDuplicatesOf(world);
        took[name] = performance.now() - asked;
        delay.disable();
        runs.ours.push(delay.max / 1e6);
      }
    });
  }
  return figure({
    name: `event loop delay while duplicates among ${count.toLocaleString('en')} counterparties are looked for, longest`,
    unit: 'ms',
    against: 'the comparison alone, on one thread',
    aim: { of: 'ours', atMost: 50 },
    runs,
    sides: { ours: Math.max(...runs.ours), peer: Math.max(...runs.peer) },
    note: `the answer after ${Object.entries(took).map(([name, milliseconds]) => `${(milliseconds / 1000).toFixed(2)} s (${name})`).join(' and ')}`,
  });
}
