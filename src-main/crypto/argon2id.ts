import { hashRaw } from '@node-rs/argon2';

// The package's own enums exist for the compiler only; these are their values.
const algorithm = 2;
const version = 1;

export interface Argon2Cost {
  readonly salt: Uint8Array;
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** Argon2id (RFC 9106), 32 bytes. The passphrase is normalised, so that every keyboard gives the same bytes. */
export function argon2id(passphrase: string, { salt, memoryKiB, passes, lanes }: Argon2Cost): Promise<Uint8Array> {
  return hashRaw(passphrase.normalize('NFKC'), { algorithm, version, memoryCost: memoryKiB, timeCost: passes, parallelism: lanes, outputLen: 32, salt });
}
