import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { compartmentSchema } from '#shared/features/vault/compartments.ts';
import { customRoleGrantSchema, customRoleIdSchema } from '#shared/features/vault/custom-roles.ts';
import { userIdSchema, vaultIdSchema } from '#shared/features/vault/model.ts';
import { roleSchema } from '#shared/features/vault/roles.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { hmac, sameDigest, sha256 } from '../crypto/digest.ts';
import type { Secret } from '../crypto/secret.ts';
import { writeFileAtomically } from '../files/atomic-file.ts';

export const headerFile = 'vault.json';
/** 2 since the header remembers the end of the audit chain; a header of 1 is read and written anew as 2. */
const formatVersion = 2;
const largestHeader = 4 * 1024 * 1024;

const base64Schema = z.base64().max(4096);

/** How a passphrase becomes a key. The bounds, as far as calibration ever goes, keep a forged header from freezing the laptop. */
export const kdfSchema = z
  .object({
    algorithm: z.literal('argon2id'),
    memoryKiB: z.int().min(65_536).max(1_048_576),
    passes: z.int().min(3).max(16),
    lanes: z.int().min(1).max(16),
    salt: base64Schema,
  })
  .readonly();
export type KdfParameters = z.infer<typeof kdfSchema>;

/** The compartment keys and the header's own key, each sealed for one public key. */
const grantsSchema = z
  .object({
    header: base64Schema,
    core: base64Schema,
    clauses: base64Schema.optional(),
    finance: base64Schema.optional(),
  })
  .readonly();
export type Grants = z.infer<typeof grantsSchema>;

const keyHolder = {
  publicKey: base64Schema,
  /** The private key, encrypted with the key that the passphrase or the recovery code gives. */
  sealedPrivateKey: base64Schema,
  grants: grantsSchema,
};

export const headerUserSchema = z
  .object({
    id: userIdSchema,
    /** Digest of the name with the vault's id: the name itself is personal data and lies in core. */
    nameDigest: z.string().length(64),
    roles: z.array(roleSchema).readonly(),
    /** Of the vault's own roles. */
    customRoles: z.array(customRoleIdSchema).max(100).readonly().optional(),
    kdf: kdfSchema,
    ...keyHolder,
  })
  .readonly();
export type HeaderUser = z.infer<typeof headerUserSchema>;

/** Somebody who may not open the vault for the time being: their roles and their own key are kept, what it opened is not. */
export const disabledUserSchema = headerUserSchema.unwrap().omit({ grants: true }).readonly();
export type DisabledUser = z.infer<typeof disabledUserSchema>;

export const headerSchema = z
  .object({
    format: z.literal('deedbox-vault'),
    formatVersion: z.literal([1, formatVersion]),
    vaultId: vaultIdSchema,
    createdAt: z.int(),
    sample: z.boolean(),
    /** Grows with each change; core remembers it, so that an older copy of this file is noticed. */
    generation: z.int().positive(),
    users: z.array(headerUserSchema).min(1).max(1000).readonly(),
    disabledUsers: z.array(disabledUserSchema).max(1000).readonly().optional(),
    recovery: z.object(keyHolder).readonly(),
    /** What the vault's own roles give; here, and not in core, because it says who is granted which key. Their names lie in core. */
    customRoles: z.array(customRoleGrantSchema).max(200).readonly().optional(),
    /** Compartments of which somebody who left, or lost a role, still knows the key. */
    rotationsDue: z.array(compartmentSchema).readonly().optional(),
    rotatedAt: z.int().optional(),
    /** Where the audit chain ended when the vault was last locked. */
    audit: z.object({ sequence: z.int(), hash: z.string().length(64) }).readonly().optional(),
    /** HMAC-SHA-256 over the canonical JSON of all the rest, with the header key. */
    mac: z.string().length(64),
  })
  .readonly();
export type Header = z.infer<typeof headerSchema>;
export type UnsignedHeader = Omit<Header, 'mac'>;

/** Reads a vault's header. What it says is believed only after `isAuthentic`. */
export function readHeader(
  folder: string,
): Result<Header, 'FOLDER_MISSING' | 'NOT_A_VAULT' | 'NEWER_FORMAT' | 'DAMAGED_HEADER'> {
  if (!existsSync(folder)) return fail('FOLDER_MISSING');
  const path = join(folder, headerFile);
  if (!existsSync(path)) return fail('NOT_A_VAULT');
  if (statSync(path).size > largestHeader) return fail('DAMAGED_HEADER');
  const parsed = parseJson(readFileSync(path, 'utf8'));
  if (parsed === undefined) return fail('DAMAGED_HEADER');
  const claim = z.object({ format: z.literal('deedbox-vault'), formatVersion: z.int() }).safeParse(parsed);
  if (!claim.success) return fail('DAMAGED_HEADER');
  if (claim.data.formatVersion > formatVersion) return fail('NEWER_FORMAT');
  const header = headerSchema.safeParse(parsed);
  return header.success ? succeed(header.data) : fail('DAMAGED_HEADER');
}

/** Writes a header with its code of authenticity; the old one stands until the new one is complete. */
export function writeHeader(folder: string, header: UnsignedHeader, headerKey: Secret): Header {
  const signed = withMac(header, headerKey);
  writeFileAtomically(join(folder, headerFile), textOf(signed));
  return signed;
}

/** A header's bytes with its code of authenticity, to be put in place later. */
export function sealHeader(header: UnsignedHeader, headerKey: Secret): Buffer {
  return textOf(withMac(header, headerKey));
}

function withMac(header: UnsignedHeader, headerKey: Secret): Header {
  const current = { ...header, formatVersion } as const;
  return { ...current, mac: headerMac(current, headerKey) };
}

function textOf(header: Header): Buffer {
  return Buffer.from(`${JSON.stringify(header, null, 2)}\n`);
}

/** Whether the header is, to the last character, what a holder of the header key wrote. */
export function isAuthentic(header: Header, headerKey: Secret): boolean {
  const { mac, ...rest } = header;
  return sameDigest(mac, headerMac(rest, headerKey));
}

/** The mark by which a user's entry is found from the name that they typed. */
export function nameDigest(vaultId: string, name: string): string {
  return sha256(`${vaultId}\n${name.normalize('NFKC').trim().toLocaleLowerCase('en')}`);
}

function headerMac(header: UnsignedHeader, headerKey: Secret): string {
  return hmac(headerKey, canonicalJson(header));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
