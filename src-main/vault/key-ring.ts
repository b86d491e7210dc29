import { compartments, type Compartment } from '#shared/features/vault/compartments.ts';
import { sealFor, unseal, unsealOwn, seal, createKeyPair, type KeyPair } from '../crypto/sealing.ts';
import { Secret } from '../crypto/secret.ts';
import type { CompartmentKeys } from '../db/open.ts';
import type { Grants } from './header.ts';

/** The keys that open a vault as far as one holder may see: the header's own and those of the compartments. */
export interface KeyRing {
  readonly header: Secret;
  readonly compartments: CompartmentKeys;
}

/** Fresh random keys for a new vault: four that have nothing to do with one another. */
export function createKeyRing(): KeyRing {
  return {
    header: Secret.random(),
    compartments: { core: Secret.random(), clauses: Secret.random(), finance: Secret.random() },
  };
}

/** Seals the header key and the keys of the granted compartments for a holder's public key. */
export function grant(ring: KeyRing, granted: readonly Compartment[], publicKey: Uint8Array): Grants {
  const sealed = (name: keyof Grants, key: Secret): string =>
    sealFor(publicKey, key.expose(), grantContext(name)).toString('base64');
  const { core, clauses, finance } = ring.compartments;
  return {
    header: sealed('header', ring.header),
    core: sealed('core', core),
    ...(clauses !== undefined && granted.includes('clauses') ? { clauses: sealed('clauses', clauses) } : {}),
    ...(finance !== undefined && granted.includes('finance') ? { finance: sealed('finance', finance) } : {}),
  };
}

/** A holder's grants with the header's key and those of some compartments sealed anew; the others stay as they are. */
export function grantSome(ring: KeyRing, renewed: readonly Compartment[], publicKey: Uint8Array, grants: Grants): Grants {
  const sealed = (name: keyof Grants, key: Secret): string => sealFor(publicKey, key.expose(), grantContext(name)).toString('base64');
  const anew = renewed.flatMap((name) => {
    const key = ring.compartments[name];
    return key === undefined || grants[name] === undefined ? [] : [[name, sealed(name, key)] as const];
  });
  return { ...grants, header: sealed('header', ring.header), ...Object.fromEntries(anew) };
}

/**
 * A holder's grants for other compartments than before: what they keep stays sealed as it is, what comes is sealed from
 * the ring. Null when a key that comes is not in the ring.
 */
export function regrant(ring: KeyRing, granted: readonly Compartment[], publicKey: Uint8Array, present: Grants): Grants | null {
  const coming = granted.filter((name) => present[name] === undefined);
  if (coming.some((name) => ring.compartments[name] === undefined)) return null;
  const { clauses, finance } = { ...grant(ring, coming, publicKey), ...present };
  return {
    header: present.header,
    core: present.core,
    ...(clauses !== undefined && granted.includes('clauses') ? { clauses } : {}),
    ...(finance !== undefined && granted.includes('finance') ? { finance } : {}),
  };
}

/** Opens a holder's grants with their key pair; null when one of them was changed. */
export function openGrants(grants: Grants, own: KeyPair): KeyRing | null {
  const opened = new Map<keyof Grants, Secret>();
  for (const name of ['header', ...compartments] as const) {
    const sealed = grants[name];
    if (sealed === undefined) continue;
    const key = unsealOwn(own, Buffer.from(sealed, 'base64'), grantContext(name));
    if (key === null) return null;
    opened.set(name, key);
  }
  const [header, core] = [opened.get('header'), opened.get('core')];
  if (header === undefined || core === undefined) return null;
  const [clauses, finance] = [opened.get('clauses'), opened.get('finance')];
  return {
    header,
    compartments: {
      core,
      ...(clauses === undefined ? {} : { clauses }),
      ...(finance === undefined ? {} : { finance }),
    },
  };
}

/** Overwrites every key of the ring. */
export function wipeKeyRing(ring: KeyRing): void {
  ring.header.wipe();
  for (const key of Object.values(ring.compartments)) key.wipe();
}

const privateKeyContext = 'deedbox private key';

/** A holder's key pair, the private half sealed with the key that their passphrase or code gives. */
export function createHolder(lock: Secret): {
  readonly pair: KeyPair;
  readonly publicKey: string;
  readonly sealedPrivateKey: string;
} {
  const pair = createKeyPair();
  return {
    pair,
    publicKey: pair.publicKey.toString('base64'),
    sealedPrivateKey: sealPrivateKey(lock, pair),
  };
}

/** The private half sealed anew, for a changed passphrase. */
export function sealPrivateKey(lock: Secret, pair: KeyPair): string {
  return seal(lock, pair.privateKey.expose(), privateKeyContext).toString('base64');
}

/** The holder's key pair, or null when the passphrase or code behind `lock` is not theirs. */
export function openHolder(
  holder: { readonly publicKey: string; readonly sealedPrivateKey: string },
  lock: Secret,
): KeyPair | null {
  const privateKey = unseal(lock, Buffer.from(holder.sealedPrivateKey, 'base64'), privateKeyContext);
  if (privateKey === null) return null;
  return { publicKey: Buffer.from(holder.publicKey, 'base64'), privateKey: new Secret(privateKey) };
}

function grantContext(name: keyof Grants): string {
  return `deedbox grant ${name}`;
}
