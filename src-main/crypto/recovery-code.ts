import { randomBytes } from 'node:crypto';
import { recoveryCodeGroups, recoveryGroupLength } from '#shared/features/vault/model.ts';
import { deriveKey } from './digest.ts';
import { Secret } from './secret.ts';

// Crockford's base 32: no I, L, O, U, so that a code read aloud or by hand stays itself.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = recoveryCodeGroups * recoveryGroupLength;

/** A fresh code of 160 random bits as eight groups of four characters, joined by hyphens. */
export function createRecoveryCode(): string {
  const characters = [...randomBytes(length)].map((byte) => alphabet[byte & 31]).join('');
  return groupsOf(characters).join('-');
}

/** The groups of a code, in order. */
export function recoveryGroups(code: string): readonly string[] {
  return groupsOf(normaliseRecoveryCode(code));
}

/** The code as it was made, whatever case, spaces and look-alike letters a person typed. */
export function normaliseRecoveryCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** The key that a code stands for. 160 random bits need no slow derivation; the vault's id keeps vaults apart. */
export function recoveryKey(code: string, vaultId: string): Secret {
  return deriveKey(new Secret(Buffer.from(normaliseRecoveryCode(code))), 'deedbox recovery', Buffer.from(vaultId));
}

function groupsOf(characters: string): readonly string[] {
  return Array.from({ length: Math.ceil(characters.length / recoveryGroupLength) }, (_, group) =>
    characters.slice(group * recoveryGroupLength, (group + 1) * recoveryGroupLength),
  );
}
