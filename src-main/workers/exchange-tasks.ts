import type { PackRefusal } from '#shared/features/exchange/container.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { OpenedPack, PackToOpen, PackToSeal } from '../exchange/seal-pack.ts';
import type { Workers } from './worker-pool.ts';

/** Sealing and opening packs, away from the main thread. */
export interface ExchangeTasks {
  /** As `sealPack`. Throws an AbortError when the signal is aborted. */
  seal(pack: PackToSeal, signal?: AbortSignal): Promise<{ readonly unsigned: Uint8Array; readonly toSign: Uint8Array }>;
  /** As `openPack`. */
  open(pack: PackToOpen): Promise<Result<OpenedPack, PackRefusal>>;
}

export function createExchangeTasks(workers: Workers): ExchangeTasks {
  return {
    seal: async (pack, signal) => (await workers.run('exchange', 'seal', pack, signal === undefined ? {} : { signal })) as { unsigned: Uint8Array; toSign: Uint8Array },
    open: async (pack) => (await workers.run('exchange', 'open', pack)) as Result<OpenedPack, PackRefusal>,
  };
}
