import { Secret } from '../crypto/secret.ts';
import { minimumCost, type Kdf } from '../vault/kdf.ts';
import type { CalibrateInput, DeriveInput } from './kdf.ts';
import type { Workers } from './worker-pool.ts';

/**
 * Argon2id on a thread of its own: the window never freezes while a passphrase is checked. `targetMs` is what a
 * derivation is calibrated to, as far as that is above the minimum cost.
 */
export function createWorkerKdf(workers: Workers, targetMs: number): Kdf {
  return {
    targetMs,
    derive: async (passphrase, { memoryKiB, passes, lanes, salt }) => {
      const input: DeriveInput = { passphrase, memoryKiB, passes, lanes, salt: Buffer.from(salt, 'base64') };
      const bytes = (await workers.run('kdf', 'derive', input)) as Uint8Array;
      const key = new Secret(bytes);
      bytes.fill(0);
      return key;
    },
    calibrate: async () => {
      const input: CalibrateInput = { targetMs, ...minimumCost };
      return (await workers.run('kdf', 'calibrate', input)) as Awaited<ReturnType<Kdf['calibrate']>>;
    },
  };
}
