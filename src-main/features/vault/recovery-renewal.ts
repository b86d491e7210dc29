import { randomInt } from 'node:crypto';
import { compartments } from '#shared/features/vault/compartments.ts';
import { recoveryCodeGroups } from '#shared/features/vault/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { createRecoveryCode, normaliseRecoveryCode, recoveryGroups, recoveryKey } from '../../crypto/recovery-code.ts';
import type { Call } from '../../ipc/handlers.ts';
import { readHeader, writeHeader } from '../../vault/header.ts';
import type { Kdf } from '../../vault/kdf.ts';
import { createHolder, grant } from '../../vault/key-ring.ts';
import { provePassphrase } from '../../vault/prove-passphrase.ts';
import type { Begun } from './creating.ts';

/** A new recovery code in two steps: the old one stays in force until two groups of the new one were retyped. */
export function createRecoveryRenewal(kdf: Kdf) {
  let begun: (Begun & { readonly folder: string }) | null = null;

  async function begin(call: Call, passphrase: string): Promise<Result<Begun, 'WRONG_CREDENTIALS' | 'NOT_HELD' | 'DAMAGED_HEADER'>> {
    const { session } = call;
    // The code opens everything, so it takes somebody who holds everything.
    if (!compartments.every((name) => session.holds(name))) return fail('NOT_HELD');
    const proven = await provePassphrase(kdf, session, passphrase);
    if (!proven.ok) return proven.error.code === 'DAMAGED_HEADER' ? fail('DAMAGED_HEADER') : fail('WRONG_CREDENTIALS', { retryAfterMs: 0 });
    proven.value.wipe();
    const first = randomInt(recoveryCodeGroups - 1);
    begun = { folder: session.folder, recoveryCode: createRecoveryCode(), askedGroups: [first, randomInt(first + 1, recoveryCodeGroups)] };
    return succeed({ recoveryCode: begun.recoveryCode, askedGroups: begun.askedGroups });
  }

  function finish(call: Call, confirmations: readonly { readonly group: number; readonly text: string }[]): Result<null, 'RECOVERY_CODE_MISTYPED' | 'NOTHING_BEGUN' | 'NOT_HELD' | 'DAMAGED_HEADER'> {
    const { session } = call;
    const renewal = begun?.folder === session.folder ? begun : null;
    if (renewal === null) return fail('NOTHING_BEGUN');
    if (!compartments.every((name) => session.holds(name))) return fail('NOT_HELD');
    const groups = recoveryGroups(renewal.recoveryCode);
    const isRetyped = renewal.askedGroups.every((group) => confirmations.some((typed) => typed.group === group && normaliseRecoveryCode(typed.text) === groups[group]));
    if (!isRetyped) return fail('RECOVERY_CODE_MISTYPED');
    const done = call.write<null, 'DAMAGED_HEADER'>((_db, note) => {
      const header = readHeader(session.folder);
      if (!header.ok) return fail('DAMAGED_HEADER');
      const { mac: _, ...rest } = header.value;
      const { pair, publicKey, sealedPrivateKey } = createHolder(recoveryKey(renewal.recoveryCode, rest.vaultId));
      pair.privateKey.wipe();
      note('vault', rest.vaultId, { recovery: true });
      writeHeader(session.folder, { ...rest, generation: rest.generation + 1, recovery: { publicKey, sealedPrivateKey, grants: grant(session.ring, compartments, pair.publicKey) } }, session.ring.header);
      return succeed(null);
    });
    if (done.ok) begun = null;
    return done;
  }

  return { begin, finish };
}

export type RecoveryRenewal = ReturnType<typeof createRecoveryRenewal>;
