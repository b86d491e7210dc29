import { readHeader } from '../../src-main/vault/header.ts';
import type { KdfParameters } from '../../src-main/vault/header.ts';
import { createWorkerKdf } from '../../src-main/workers/worker-kdf.ts';
import { createWorkers } from '../../src-main/workers/worker-pool.ts';
import { connectionOf } from '../harness/connection-of.ts';
import { goodPassphrase, unlockTestVault, type TestWorld } from '../harness/world.ts';
import { inFreshVault, insertContracts } from './bench-vault.ts';
import { figure, inTurn, median, type Figure } from './figure.ts';
import { copyPlain } from './plain-copy.ts';
import { openPlain, record, replay } from './sql-replay.ts';

const firstPage = { search: '', sort: 'updated', limit: 50 } as const;

/** From the passphrase to the first page of the list, less the key derivation, against opening plain files and the same queries. */
export function measureUnlock(count: number, repetitions = 15): Promise<Figure> {
  return inFreshVault(async (world, made, folder) => {
    insertContracts(world, made, count);
    const plain = copyPlain(world, 'plain');
    const recorded = record(connectionOf(world));
    await world.must('contracts.list', firstPage);
    recorded.stop();
    const derivation = startDerivation(folder);
    const derivations: number[] = [];
    const runs = await inTurn(repetitions, {
      ours: async () => {
        derivations.push(await derivation.measure());
        return unlockToList(world);
      },
      peer: () => {
        const started = performance.now();
        const db = openPlain(plain);
        replay(db, recorded.statements);
        const elapsed = performance.now() - started;
        db.close();
        return Promise.resolve(elapsed);
      },
    });
    await derivation.close();
    const kdf = median(derivations);
    return figure({
      name: `unlock to first list less key derivation, ${count.toLocaleString('en')} contracts`,
      unit: 'ms',
      against: 'plain open, same queries',
      aim: { of: 'ours', atMost: 300 },
      runs,
      // Subtracted as medians: the derivation alone scatters by more than all the rest takes.
      sides: { ours: median(runs.ours) - kdf, peer: median(runs.peer) },
      note:
        `vault.unlock then contracts.list (50 rows) through the router take ${median(runs.ours).toFixed(1)} ms, ${kdf.toFixed(1)} ms of it the ` +
        `derivation, measured alone beside each run and subtracted; the peer opens three unkeyed files and runs the list’s statements`,
    });
  });
}

async function unlockToList(world: TestWorld): Promise<number> {
  world.core.vaults.lock();
  const started = performance.now();
  const unlocked = await unlockTestVault(world);
  if (!unlocked.ok) throw new Error(unlocked.error.code);
  await world.must('contracts.list', firstPage);
  return performance.now() - started;
}

/** The vault's own derivation in a thread that is kept warm, as the application keeps its own between two tries. */
function startDerivation(folder: string) {
  const workers = createWorkers({ directory: new URL('../../src-main/workers/', import.meta.url), extension: '.ts' });
  const kdf = createWorkerKdf(workers, 1);
  const parameters = parametersOf(folder);
  return {
    measure: async (): Promise<number> => {
      (await kdf.derive(goodPassphrase, parameters)).wipe();
      const started = performance.now();
      (await kdf.derive(goodPassphrase, parameters)).wipe();
      return performance.now() - started;
    },
    close: () => workers.close(),
  };
}

function parametersOf(folder: string): KdfParameters {
  const header = readHeader(folder);
  const parameters = header.ok ? header.value.users[0]?.kdf : undefined;
  if (parameters === undefined) throw new Error('the vault has no header');
  return parameters;
}
