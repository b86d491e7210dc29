import { argon2id } from '../crypto/argon2id.ts';
import { serveTasks } from './serve-tasks.ts';

export interface DeriveInput {
  readonly passphrase: string;
  readonly salt: Uint8Array;
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

export interface CalibrateInput {
  readonly targetMs: number;
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

const mostMemoryKiB = 1_048_576;
const mostPasses = 16;

function derive(input: DeriveInput): Promise<Uint8Array> {
  return argon2id(input.passphrase, input);
}

/** Raises memory, then passes, until a derivation takes about the target. Never goes below what it is given. */
async function calibrate(input: CalibrateInput) {
  let { memoryKiB, passes } = input;
  const { lanes, targetMs } = input;
  for (;;) {
    const started = performance.now();
    await derive({ passphrase: 'calibration', salt: new Uint8Array(16), memoryKiB, passes, lanes });
    const elapsed = performance.now() - started;
    if (elapsed * 1.5 >= targetMs) return { memoryKiB, passes, lanes };
    if (memoryKiB * 2 <= mostMemoryKiB) memoryKiB *= 2;
    else if (passes < mostPasses) passes += 1;
    else return { memoryKiB, passes, lanes };
  }
}

serveTasks({ derive, calibrate });
