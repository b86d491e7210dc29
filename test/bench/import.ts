import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ImportPlan } from '#shared/features/imports/plan.ts';
import { connectionOf } from '../harness/connection-of.ts';
import { taskId, type TestWorld } from '../harness/world.ts';
import { inFreshVault } from './bench-vault.ts';
import { figure, median, type Figure } from './figure.ts';
import { copyPlain } from './plain-copy.ts';
import { openPlain, record, replay } from './sql-replay.ts';

/**
 * A ledger imported by the core (read and checked in the worker, judged, audited, written in slices over three
 * encrypted files), against the very statements of such an import in one transaction on unencrypted copies of the files.
 */
export async function measureImport(count: number, repetitions = 3): Promise<Figure> {
  const ours: number[] = [];
  const peer: number[] = [];
  const delays: number[] = [];
  let statements = 0;
  for (let run = 0; run < repetitions; run += 1) {
    const measureOurs = (): Promise<void> =>
      inFreshVault(async (world) => {
        const path = ledgerOf(world, count);
        const delay = monitorEventLoopDelay({ resolution: 1 });
        delay.enable();
        const started = performance.now();
        await importLedger(world, path);
        ours.push(performance.now() - started);
        delay.disable();
        delays.push(delay.percentile(99) / 1e6);
      });
    if (run % 2 === 1) await measureOurs();
    await inFreshVault(async (world) => {
      const plain = openPlain(copyPlain(world, 'plain'));
      const recorded = record(connectionOf(world));
      const { addedContracts } = await importLedger(world, ledgerOf(world, count));
      recorded.stop();
      statements = recorded.statements.length;
      peer.push(replay(plain, recorded.statements));
      const kept = plain.prepare('SELECT count(*) FROM contracts').pluck().get();
      plain.close();
      if (addedContracts !== count || kept !== count) throw new Error(`the sides did not insert the same: ${addedContracts} and ${String(kept)}`);
    });
    if (run % 2 === 0) await measureOurs();
  }
  const perSecond = (milliseconds: number): number => (count / milliseconds) * 1000;
  return figure({
    name: `import ${count.toLocaleString('en')} contracts from a CSV file`,
    unit: '/s',
    against: 'same statements, one transaction, unencrypted',
    aim: { of: 'ratio', atLeast: 0.4 },
    runs: { ours: ours.map(perSecond), peer: peer.map(perSecond) },
    note:
      `ours reads the file twice, checks every row and writes in slices, ${(median(ours) / count).toFixed(3)} ms a row; the peer replays ` +
      `the ${statements} statements with their values, ${(median(peer) / count).toFixed(3)} ms a row; nobody asks for anything, so that ` +
      `slices are long and the main thread was late by ${median(delays).toFixed(0)} ms at the 99th percentile; beside a person see the figure of responsiveness`,
  });
}

/** Taking back all that a ledger added, in slices with progress, against adding it: how long who imported the wrong file waits. */
export async function measureUndo(count: number, repetitions = 2): Promise<Figure> {
  const runs: { readonly ours: number[]; readonly peer: number[] } = { ours: [], peer: [] };
  const delays: number[] = [];
  const once = (): Promise<void> =>
    inFreshVault(async (world) => {
      const path = ledgerOf(world, count);
      const started = performance.now();
      const { batchId } = await importLedger(world, path);
      const imported = performance.now();
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      const { removedContracts } = await world.must('imports.undo', { batchId, taskId: taskId() });
      delay.disable();
      if (removedContracts !== count) throw new Error(`only ${removedContracts} were taken back`);
      runs.peer.push(imported - started);
      runs.ours.push(performance.now() - imported);
      delays.push(delay.percentile(99) / 1e6);
    });
  for (let run = 0; run < repetitions; run += 1) await once();
  return figure({
    name: `undo of an import of ${count.toLocaleString('en')} contracts`,
    unit: 'ms',
    against: 'the import itself',
    aim: { of: 'ratio', atMost: 1 },
    runs,
    note: `nobody at the window, so that slices are long; the main thread was late by ${median(delays).toFixed(0)} ms at the 99th percentile`,
  });
}

const plan: ImportPlan = {
  kind: 'contracts',
  view: { sheet: null, encoding: null },
  options: { onDuplicate: 'skip', onSimilar: 'use', currency: 'CNY', dayOrder: null },
  mapping: { number: '合同编号', title: '合同名称', partyB: '对方名称', amountInclTax: '合同金额', signedOn: '签订日期', expiresOn: '到期日', owner: '经办人', tags: '标签' },
};

/** One counterparty for every hundred contracts, as in a ledger of some years. */
export function ledgerOf(world: TestWorld, count: number, series = 'LC'): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0');
    const party = `第${index % Math.max(1, Math.round(count / 100))}号供应商有限公司`;
    return `${series}-${String(index).padStart(6, '0')},设备采购合同 ${index},${party},"${(index * 13).toLocaleString('en')}.50",2025-03-${day},2027-03-${day},李雷,采购`;
  });
  const path = join(world.folder, `ledger-${series}.csv`);
  writeFileSync(path, ['合同编号,合同名称,对方名称,合同金额,签订日期,到期日,经办人,标签', ...rows].join('\r\n'));
  return path;
}

/** Imports a ledger as the window does. */
export async function importLedger(world: TestWorld, path: string) {
  world.answers.push(path);
  const picked = await world.must('imports.pickFile', undefined);
  if (picked === null) throw new Error('no file was picked');
  return world.must('imports.run', { pickId: picked.pickId, plan, taskId: taskId() });
}
