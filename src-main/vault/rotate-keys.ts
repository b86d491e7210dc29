import { compartments, type Compartment } from '#shared/features/vault/compartments.ts';
import { assert } from '#shared/kernel/assert.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { Secret } from '../crypto/secret.ts';
import { openDatabase } from '../db/open.ts';
import type { Clock, Log } from '../ports.ts';
import { readHeader } from './header.ts';
import type { KeyRing } from './key-ring.ts';
import { acquireLock } from './lock-file.ts';
import type { RotationOrder } from './prepare-rotation.ts';
import { clearNext, finishRotation, isRotationUnfinished, switchOver } from './rotation-journal.ts';
import type { Session } from './session.ts';

export interface RotationParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly nativeBinding: string | null;
  /** Makes every file of the order ready, away from the main thread. */
  readonly prepare: (order: RotationOrder, signal: AbortSignal, onPrepared: (compartments: number) => void) => Promise<void>;
}

/**
 * Gives the compartments that the person holds fresh keys, core and the header always among them, and seals these for
 * everybody who held the old ones. Reading goes on meanwhile; writing is refused with VAULT_BUSY. A kill at any point
 * leaves the old keys or the new ones in force, never half of each. Answers the compartments that were rotated; `onStep` is
 * told how many of all steps are done.
 */
export async function rotateKeys(session: Session, wanted: readonly Compartment[], parts: RotationParts, signal: AbortSignal, onStep: (step: number, steps: number) => void = () => undefined): Promise<Result<readonly Compartment[], 'DAMAGED_HEADER'>> {
  const rotated = compartments.filter((name) => session.holds(name) && (name === 'core' || wanted.includes(name)));
  session.write('users.rotateKeys', (_db, note) => {
    note('keys', rotated.join(' '), { compartments: rotated });
    return succeed(null);
  });
  const release = session.holdWrites();
  const fresh = freshRing(session.ring, rotated);
  try {
    const header = readHeader(session.folder);
    if (!header.ok) return fail('DAMAGED_HEADER');
    const order: RotationOrder = {
      folder: session.folder,
      header: header.value,
      rotated,
      old: bytesOf(session.ring, rotated),
      fresh: { header: new Uint8Array(fresh.header.expose()), ...bytesOf(fresh, rotated) },
      at: parts.clock.now(),
      nativeBinding: parts.nativeBinding,
    };
    clearNext(session.folder);
    // The header and the change itself are the last step.
    await parts.prepare(order, signal, (compartments) => onStep(compartments, rotated.length + 1));
    signal.throwIfAborted();
    session.exchangeKeys(fresh, () => {
      switchOver(session.folder, rotated);
      const opened = openDatabase({ folder: session.folder, keys: fresh.compartments, nativeBinding: parts.nativeBinding, log: parts.log, create: false });
      assert(opened.ok, 'a compartment does not open with its fresh key');
      return opened.value;
    });
    return succeed(rotated);
  } finally {
    // Once the change was decided on there is nothing left to clear.
    clearNext(session.folder);
    release();
  }
}

/** Ends a change of keys that was interrupted, unless another process is at it. */
export function finishInterruptedRotation(folder: string): void {
  if (!isRotationUnfinished(folder)) return;
  const lock = acquireLock(folder, false);
  if (!lock.ok) return;
  try {
    finishRotation(folder);
  } finally {
    lock.value.release();
  }
}

function freshRing({ compartments: old }: KeyRing, rotated: readonly Compartment[]): KeyRing {
  const keyOf = (name: Compartment, present: Secret): Secret => (rotated.includes(name) ? Secret.random() : new Secret(present.expose()));
  return {
    header: Secret.random(),
    compartments: {
      core: keyOf('core', old.core),
      ...(old.clauses === undefined ? {} : { clauses: keyOf('clauses', old.clauses) }),
      ...(old.finance === undefined ? {} : { finance: keyOf('finance', old.finance) }),
    },
  };
}

function bytesOf({ compartments: keys }: KeyRing, names: readonly Compartment[]): Partial<Record<Compartment, Uint8Array>> {
  return Object.fromEntries(names.map((name) => [name, new Uint8Array(keys[name]?.expose() ?? [])]));
}
