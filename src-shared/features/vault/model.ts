import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { compartmentSchema } from './compartments.ts';
import { customRoleIdSchema } from './custom-roles.ts';
import { reachSchema } from './reach.ts';
import { permissionSchema, roleSchema } from './roles.ts';

export const userIdSchema = idSchema<'user'>();
export type UserId = z.infer<typeof userIdSchema>;

export const vaultIdSchema = idSchema<'vault'>();
export type VaultId = z.infer<typeof vaultIdSchema>;

/** A folder or file that the person picked in a dialog. The path stays in main; the renderer holds this handle. */
export const pickIdSchema = idSchema<'pick'>();
export type PickId = z.infer<typeof pickIdSchema>;

export const userNameSchema = z.string().trim().min(1).max(80);
/** Length only bounds the work of the key derivation; strength is measured separately. */
export const passphraseSchema = z.string().min(1).max(1024);

export const vaultSummarySchema = z
  .object({
    /** Handle for `vault.select`; the same as the vault's own id where it is known. */
    id: vaultIdSchema,
    /** Where it lies, for the eye only. */
    folder: z.string(),
    name: z.string(),
    sample: z.boolean(),
    lastUserName: z.string().nullable(),
    lastOpenedAt: z.int().nullable(),
  })
  .readonly();
export type VaultSummary = z.infer<typeof vaultSummarySchema>;

export const sessionUserSchema = z
  .object({ id: userIdSchema, name: z.string(), roles: z.array(roleSchema).readonly(), customRoles: z.array(customRoleIdSchema).readonly(), reach: reachSchema })
  .readonly();

export const vaultStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({
    state: z.literal('locked'),
    vault: vaultSummarySchema,
    /** Milliseconds until another passphrase may be tried. */
    retryAfterMs: z.int(),
  }),
  z.object({
    state: z.literal('unlocked'),
    vault: vaultSummarySchema,
    user: sessionUserSchema,
    compartments: z.array(compartmentSchema).readonly(),
    permissions: z.array(permissionSchema).readonly(),
  }),
]);
export type VaultStatus = z.infer<typeof vaultStatusSchema>;

/** zxcvbn's score: 0 guessed at once … 4 very unguessable. From 3 on a passphrase is accepted. */
export const passphraseStrengthSchema = z
  .object({
    score: z.int().min(0).max(4),
    accepted: z.boolean(),
    /** Codes of zxcvbn's warning and suggestions, e.g. `common`, `addAnotherWord`. */
    warning: z.string().nullable(),
    suggestions: z.array(z.string()).readonly(),
  })
  .readonly();
export type PassphraseStrength = z.infer<typeof passphraseStrengthSchema>;

export const minimumPassphraseScore = 3;

/** How a recovery code is shown: eight groups of four letters and digits without I, L, O, U (Crockford base 32). */
export const recoveryCodeGroups = 8;
export const recoveryGroupLength = 4;

/** What keeps a vault from opening; each has a sentence and a way out in the interface. */
export const openErrors = [
  'NOT_A_VAULT',
  'NEWER_FORMAT',
  'DAMAGED_HEADER',
  'HEADER_ROLLED_BACK',
  'DAMAGED_COMPARTMENT',
  'MISSING_COMPARTMENT',
  'READ_ONLY_FOLDER',
  'VAULT_IN_USE',
  'FOLDER_MISSING',
] as const;
export type OpenError = (typeof openErrors)[number];
