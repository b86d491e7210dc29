import { randomBytes } from 'node:crypto';
import type { Secret } from '../crypto/secret.ts';
import type { KdfParameters } from './header.ts';

/** What makes a key of a passphrase, away from the main thread. */
export interface Kdf {
  /** Milliseconds that a derivation is calibrated to. */
  readonly targetMs: number;
  derive(passphrase: string, parameters: KdfParameters): Promise<Secret>;
  /** Parameters that take about half a second on this laptop, never below the minimum. */
  calibrate(): Promise<Omit<KdfParameters, 'salt' | 'algorithm'>>;
}

/** OWASP's and RFC 9106's second recommendation: 64 MiB, 3 passes, 4 lanes. Calibration only goes up from here. */
export const minimumCost = { memoryKiB: 65_536, passes: 3, lanes: 4 } as const;

/** Calibrated parameters with a fresh salt. */
export async function freshParameters(kdf: Kdf): Promise<KdfParameters> {
  return { algorithm: 'argon2id', ...(await kdf.calibrate()), salt: randomBytes(16).toString('base64') };
}
