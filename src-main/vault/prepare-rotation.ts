import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Compartment } from '#shared/features/vault/compartments.ts';
import { assert } from '#shared/kernel/assert.ts';
import { auditHead, sealAuditHead } from '../audit/audit-chain.ts';
import { Secret } from '../crypto/secret.ts';
import { compartmentFile, copyInto, openAlone, rekey, type CompartmentKeys } from '../db/open.ts';
import { sealHeader, headerFile, type Grants, type Header, type UnsignedHeader } from './header.ts';
import { auditKeyOf } from './audit-key.ts';
import { grantSome, type KeyRing } from './key-ring.ts';
import { nextFile } from './rotation-journal.ts';
import { writeSetting } from './vault-settings.ts';

export interface RotationOrder {
  readonly folder: string;
  readonly header: Header;
  /** Those whose keys change; core is always among them, for the header's key changes with it. */
  readonly rotated: readonly Compartment[];
  readonly old: Readonly<Partial<Record<Compartment, Uint8Array>>>;
  readonly fresh: { readonly header: Uint8Array } & Readonly<Partial<Record<Compartment, Uint8Array>>>;
  readonly at: number;
  readonly nativeBinding: string | null;
}

/**
 * Makes a file ready that will replace a present one: the compartment written anew and re-encrypted under its fresh key.
 * Nothing that is in use is touched; nobody may write to the vault until `switchOver`.
 */
export function prepareCompartment({ order, compartment }: { readonly order: RotationOrder; readonly compartment: Compartment }): void {
  const { folder, nativeBinding } = order;
  const [old, fresh] = [new Secret(order.old[compartment] ?? fault()), new Secret(order.fresh[compartment] ?? fault())];
  try {
    const target = nextFile(folder, compartmentFile(compartment));
    copyInto(join(folder, compartmentFile(compartment)), target, old, nativeBinding);
    rekey(target, old, fresh, nativeBinding);
    rmSync(`${target}-journal`, { force: true });
  } finally {
    old.wipe();
    fresh.wipe();
  }
}

/** Makes the header ready in which every holder's grants are sealed anew, once all compartments are. */
export function prepareHeader(order: RotationOrder): void {
  const { folder, nativeBinding } = order;
  const ring = ringOf(order);
  try {
    const header = renewedHeader(order, ring);
    const core = openAlone(nextFile(folder, compartmentFile('core')), ring.compartments.core, nativeBinding);
    try {
      const key = auditKeyOf(ring);
      core.transact(() => {
        sealAuditHead(core, auditHead(core), key);
        writeSetting(core, 'header_generation', String(header.generation));
      });
      key.wipe();
    } finally {
      core.close();
    }
    writeFileSync(nextFile(folder, headerFile), sealHeader(header, ring.header), { mode: 0o600, flush: true });
  } finally {
    ring.header.wipe();
    for (const key of Object.values(ring.compartments)) key.wipe();
  }
}

function renewedHeader({ header, rotated, at }: RotationOrder, ring: KeyRing): UnsignedHeader {
  const { mac: _, rotationsDue, ...rest } = header;
  const renewed = (publicKey: string, grants: Grants): Grants => grantSome(ring, rotated, Buffer.from(publicKey, 'base64'), grants);
  const left = (rotationsDue ?? []).filter((compartment) => !rotated.includes(compartment));
  return {
    ...rest,
    generation: rest.generation + 1,
    rotatedAt: at,
    ...(left.length > 0 ? { rotationsDue: left } : {}),
    users: rest.users.map((user) => ({ ...user, grants: renewed(user.publicKey, user.grants) })),
    recovery: { ...rest.recovery, grants: renewed(rest.recovery.publicKey, rest.recovery.grants) },
  };
}

function ringOf({ fresh }: RotationOrder): KeyRing {
  assert(fresh.core !== undefined, 'a rotation without a key for core');
  const keys: CompartmentKeys = {
    core: new Secret(fresh.core),
    ...(fresh.clauses === undefined ? {} : { clauses: new Secret(fresh.clauses) }),
    ...(fresh.finance === undefined ? {} : { finance: new Secret(fresh.finance) }),
  };
  return { header: new Secret(fresh.header), compartments: keys };
}

function fault(): never {
  throw new Error('a compartment is rotated whose key is not at hand');
}
